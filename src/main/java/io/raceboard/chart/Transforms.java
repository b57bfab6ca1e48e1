package io.raceboard.chart;

import io.raceboard.catalog.Period;
import io.raceboard.live.Series;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The arithmetic behind {@link Transform}, in this order: transform, then time filter; only the index takes its base
 * from inside the filter.
 *
 * <ul>
 * <li>share: 100 · v / world, where the indicator has a world series by the same estimator; else 100 · v / (sum over
 *     the drawn entities by the same estimator), only for periods in which all of them have a value, because a sum
 *     that lacks somebody would make the others look larger
 * <li>index: 100 · v / v<sub>0</sub>, where 0 is the first finished period inside the filter that all drawn lines have
 * <li>growth: 100 · (v / v<sub>-1 year</sub> - 1); left out where either period is unfinished or the older value is
 *     not above zero
 * <li>difference: v - v<sub>-1 period</sub>; left out where either period is unfinished or one between is missing
 * </ul>
 *
 * A made value is as unsure as the least sure value it was made from, and has no interval: low and high of a quotient
 * do not follow from those of its parts.
 */
final class Transforms {

    /** More digits than any chart shows, so that nothing is rounded twice. */
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_UP);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The entity that is the whole of all others. */
    static final String WORLD = "world";


    private final Steps steps;
    private final TimeRange time;

    Transforms(Steps steps, TimeRange time) {
        this.steps = steps;
        this.time = time;
    }

    /**
     * Values of each drawn series, in the same order, inside the time range.
     *
     * @param known all series of the indicator, also those that are not drawn
     */
    List<List<Value>> apply(Transform transform, List<Series> drawn, List<Series> known) {
        var values = drawn.stream().map(Transforms::recorded).toList();
        return switch (transform) {
            case NONE -> inTime(values);
            case SHARE -> inTime(share(drawn, values, known));
            case INDEX -> index(inTime(values));
            case GROWTH -> inTime(values.stream().map(this::growth).toList());
            case DIFFERENCE -> inTime(values.stream().map(this::difference).toList());
        };
    }

    private static List<Value> recorded(Series series) {
        return series.readings().stream().map(Value::of).toList();
    }

    private List<List<Value>> inTime(List<List<Value>> lines) {
        return lines.stream().map(l -> l.stream().filter(v -> time.includes(v.period())).toList()).toList();
    }

    private static List<List<Value>> share(List<Series> drawn, List<List<Value>> values, List<Series> known) {
        var wholes = new HashMap<String, Map<String, Value>>();
        var shares = new ArrayList<List<Value>>();
        for (int i = 0; i < drawn.size(); i++) {
            var whole = wholes.computeIfAbsent(drawn.get(i).estimator().slug(),
                    e -> world(known, e).orElseGet(() -> sum(drawn, values, e)));
            shares.add(values.get(i).stream()
                    .filter(v -> whole.containsKey(v.period().text()))
                    .map(v -> shareOf(v, whole.get(v.period().text())))
                    .flatMap(Optional::stream)
                    .toList());
        }
        return shares;
    }

    private static Optional<Value> shareOf(Value part, Value whole) {
        return whole.y().signum() == 0 ? Optional.empty()
                : Optional.of(part.become(part.y().multiply(HUNDRED).divide(whole.y(), DIGITS), whole));
    }

    private static Optional<Map<String, Value>> world(List<Series> known, String estimator) {
        return known.stream()
                .filter(s -> s.entity().slug().equals(WORLD) && s.estimator().slug().equals(estimator))
                .findFirst()
                .map(s -> byPeriod(recorded(s)));
    }

    private static Map<String, Value> sum(List<Series> drawn, List<List<Value>> values, String estimator) {
        var sums = new LinkedHashMap<String, Value>();
        boolean first = true;
        for (int i = 0; i < drawn.size(); i++) {
            if (!drawn.get(i).estimator().slug().equals(estimator)) {
                continue;
            }
            var line = byPeriod(values.get(i));
            if (first) {
                sums.putAll(line);
                first = false;
            } else {
                sums.keySet().retainAll(line.keySet());
                sums.replaceAll((period, sum) -> sum.become(sum.y().add(line.get(period).y()), line.get(period)));
            }
        }
        return sums;
    }

    private static List<List<Value>> index(List<List<Value>> lines) {
        var base = base(lines);
        if (base.isEmpty()) {
            return lines.stream().map(l -> List.<Value>of()).toList();
        }
        return lines.stream().map(l -> indexed(l, base.get())).toList();
    }

    private static List<Value> indexed(List<Value> line, String base) {
        var first = line.isEmpty() ? null : byPeriod(line).get(base);
        return first == null ? List.of()
                : line.stream().map(v -> v.become(v.y().multiply(HUNDRED).divide(first.y(), DIGITS), first)).toList();
    }

    /** The first finished period that every line with values has, above zero in all of them. */
    static Optional<String> base(List<List<Value>> lines) {
        var common = new TreeSet<Period>();
        var withValues = lines.stream().filter(l -> !l.isEmpty()).toList();
        for (var line : withValues) {
            var usable = line.stream().filter(v -> !v.partial() && v.y().signum() > 0).map(Value::period).toList();
            if (line == withValues.getFirst()) {
                common.addAll(usable);
            } else {
                common.retainAll(usable);
            }
        }
        return common.stream().findFirst().map(Period::text);
    }

    private List<Value> growth(List<Value> line) {
        var finished = finished(line);
        var grown = new ArrayList<Value>();
        for (var v : finished) {
            steps.yearBefore(v.period(), finished)
                    .filter(before -> before.y().signum() > 0)
                    .ifPresent(before -> grown.add(v.become(
                            v.y().subtract(before.y()).multiply(HUNDRED).divide(before.y(), DIGITS), before)));
        }
        return grown;
    }

    private List<Value> difference(List<Value> line) {
        var finished = finished(line);
        var changes = new ArrayList<Value>();
        for (int i = 1; i < finished.size(); i++) {
            var before = finished.get(i - 1);
            var v = finished.get(i);
            if (!steps.missingBetween(before.period(), v.period())) {
                changes.add(v.become(v.y().subtract(before.y()), before));
            }
        }
        return changes;
    }

    private static List<Value> finished(List<Value> line) {
        return line.stream().filter(v -> !v.partial()).toList();
    }

    private static Map<String, Value> byPeriod(List<Value> line) {
        var map = new LinkedHashMap<String, Value>();
        line.forEach(v -> map.put(v.period().text(), v));
        return map;
    }
}
