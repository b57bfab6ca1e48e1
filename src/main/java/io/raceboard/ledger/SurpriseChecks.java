package io.raceboard.ledger;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.ledger.Fault.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What may be true but does not look it: a jump, a slip of the unit, another sign, a report from the future, an older
 * source. Each value is held against its neighbours of the same kind of period, those of the batch included, so a whole
 * new series is checked against itself.
 */
class SurpriseChecks {

    /** A step of more than so many usual ones is a jump. */
    private static final double JUMP = 3;
    /** From about here on a value is a thousand times too large or too small rather than much larger or smaller. */
    private static final double UNIT_SLIP = 300;
    /** With fewer steps or neighbours nothing is usual. */
    private static final int LEAST = 3;

    private final State state;
    private final LocalDate today;
    private final Map<String, String> newlyPublished = new HashMap<>();
    private final Faults found = new Faults();

    private record Lane(String series, Period.Type type) {
    }

    /** A value in its line; write is null for one that stays as it is. */
    private record Point(double value, Plan.@Nullable ValueWrite write) {
    }

    SurpriseChecks(State state, LocalDate today) {
        this.state = state;
        this.today = today;
        state.batch().sources().forEach(s -> newlyPublished.put(s.slug(), s.published() == null ? "" : s.published()));
    }

    List<Fault> find(List<Plan.ValueWrite> writes) {
        for (var write : writes) {
            if (!write.draft().withdrawn()) {
                checkDate(write);
                checkSource(write);
            }
        }
        lanes(writes).forEach((lane, points) -> checkLine(List.copyOf(points.values())));
        return found.found();
    }

    private Map<Lane, TreeMap<LocalDate, Point>> lanes(List<Plan.ValueWrite> writes) {
        var lanes = new HashMap<Lane, TreeMap<LocalDate, Point>>();
        for (var write : writes) {
            lanes.computeIfAbsent(new Lane(write.draft().series(), write.period().type()), lane -> new TreeMap<>());
        }
        if (lanes.isEmpty()) {
            return lanes;
        }
        state.values().forEach((key, current) -> {
            var lane = lanes.get(new Lane(key.substring(0, key.lastIndexOf('/')), current.period().type()));
            if (lane != null && isWhole(current.amount(), current.partial())) {
                lane.put(current.period().start(), new Point(current.amount().doubleValue(), null));
            }
        });
        for (var write : writes) {
            var draft = write.draft();
            var lane = lanes.get(new Lane(draft.series(), write.period().type()));
            if (isWhole(draft.amount(), draft.partial())) {
                lane.put(write.period().start(), new Point(draft.amount().doubleValue(), write));
            } else {
                lane.remove(write.period().start());
            }
        }
        return lanes;
    }

    /** A value of a period that is not over says nothing about its neighbours. */
    private static boolean isWhole(@Nullable BigDecimal amount, boolean partial) {
        return amount != null && !partial;
    }

    private void checkLine(List<Point> line) {
        if (line.size() < 2) {
            return;
        }
        var usual = new Usual(line);
        long negative = line.stream().filter(p -> p.value() < 0).count();
        long positive = line.stream().filter(p -> p.value() > 0).count();
        @Nullable Point trusted = null;
        for (int i = 0; i < line.size(); i++) {
            var point = line.get(i);
            var beside = beside(line, i, trusted);
            boolean odd = point.write() != null && !beside.isEmpty()
                    && beside.stream().allMatch(other -> isSurprising(point, other, usual));
            if (odd) {
                tell(point, beside.getLast());
            } else {
                trusted = point;
                if (point.write() != null) {
                    checkSign(point, negative, positive);
                }
            }
        }
    }

    /**
     * What a value must be surprising beside: the one before it and the last that was not surprising itself, so that
     * after one wrong value the next right one is no jump, and after a real jump neither is what follows.
     */
    private static List<Point> beside(List<Point> line, int i, @Nullable Point trusted) {
        if (i == 0) {
            return line.size() < 3 ? List.of() : line.subList(1, 3);
        }
        var before = line.get(i - 1);
        return trusted != null ? List.of(before, trusted)
                : i + 1 < line.size() ? List.of(before, line.get(i + 1)) : List.of(before);
    }

    private static boolean isSurprising(Point point, Point beside, Usual usual) {
        return isUnitSlip(point, beside) || usual.isJump(beside.value(), point.value());
    }

    private static boolean isUnitSlip(Point point, Point beside) {
        double factor = Math.abs(point.value() / beside.value());
        return point.value() != 0 && beside.value() != 0 && (factor >= UNIT_SLIP || factor <= 1 / UNIT_SLIP);
    }

    private void tell(Point point, Point beside) {
        var at = at(point.write());
        var now = text(point.write().draft().amount());
        var was = text(BigDecimal.valueOf(beside.value()));
        if (isUnitSlip(point, beside)) {
            at.add("value", "unit-slip", now, "%s is hundreds of times as much or as little as %s beside it; is the unit right?"
                    .formatted(now, was));
        } else {
            at.add("value", "jump", now, "from %s to %s is more than three times the usual step of %s"
                    .formatted(was, now, point.write().draft().series()));
        }
    }

    private void checkSign(Point point, long negative, long positive) {
        var now = text(point.write().draft().amount());
        if (point.value() < 0 && negative == 1 && positive >= LEAST) {
            at(point.write()).add("value", "sign-change", now, "%s is the first value below zero".formatted(now));
        } else if (point.value() > 0 && positive == 1 && negative >= LEAST) {
            at(point.write()).add("value", "sign-change", now, "%s is the first value above zero".formatted(now));
        }
    }

    private void checkDate(Plan.ValueWrite write) {
        var draft = write.draft();
        var over = draft.partial() ? write.period().start() : write.period().end();
        if (draft.status().equals(Status.ACTUAL.code()) && over.isAfter(today)) {
            at(write).add("period", "future-actual", draft.period(),
                    "%s is not over; an actual value cannot be known yet".formatted(draft.period()));
        }
    }

    private void checkSource(Plan.ValueWrite write) {
        var before = write.before();
        if (before == null || before.source().equals(write.draft().source())) {
            return;
        }
        var now = published(write.draft().source());
        var then = published(before.source());
        if (now != null && then != null && now.end().isBefore(then.start())) {
            at(write).add("source", "older-source", write.draft().source(),
                    "the source appeared in %s, before that of the value it replaces (%s)".formatted(now, then));
        }
    }

    private @Nullable Period published(String source) {
        var stored = state.record(Kind.SOURCE, source);
        return Texts.period(newlyPublished.getOrDefault(source,
                stored == null ? null : (String) stored.body().get("published"))).orElse(null);
    }

    private Faults.At at(Plan.ValueWrite write) {
        return found.at(Kind.OBSERVATION, write.index(), write.draft().key());
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /**
     * The usual step of a line: the middle one of all. Where all values are above zero a jump must be one in proportion
     * too, so what doubles every year does not jump every year.
     */
    private static final class Usual {

        private final double step;
        private final double ratio;

        Usual(List<Point> line) {
            var values = line.stream().mapToDouble(Point::value).toArray();
            step = middle(steps(values));
            ratio = Arrays.stream(values).allMatch(v -> v > 0)
                    ? middle(steps(Arrays.stream(values).map(Math::log).toArray())) : 0;
        }

        boolean isJump(double from, double to) {
            return step > 0 && Math.abs(to - from) > JUMP * step
                    && (ratio == 0 || Math.abs(Math.log(to / from)) > JUMP * ratio);
        }

        private static List<Double> steps(double[] values) {
            var steps = new ArrayList<Double>();
            for (int i = 1; i < values.length; i++) {
                double step = Math.abs(values[i] - values[i - 1]);
                if (step > 0) {
                    steps.add(step);
                }
            }
            return steps;
        }

        /** 0 where there are too few. */
        private static double middle(List<Double> steps) {
            return steps.size() < LEAST ? 0
                    : DoubleStream.of(steps.stream().mapToDouble(d -> d).sorted().toArray())
                            .skip((steps.size() - 1) / 2).findFirst().orElse(0);
        }
    }
}
