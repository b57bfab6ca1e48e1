package io.raceboard.policy;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A timeline ready to be drawn: everything in percent of the width and in rows.
 *
 * @param today where the line of today is, or below 0 when it is out of view
 * @param summary what the drawing shows, in sentences
 */
public record TimelineDrawing(List<DrawnLane> lanes, List<AxisLine> axis, double today, String summary) {

    /** How large it is drawn: decides which titles fit. */
    enum Size {
        /** Own page, with titles. */
        PAGE(1.1, 0.62, 1.2, 4),
        /** Part of a panel, without titles. */
        PANEL(1.6, 0, 0, 10);

        private final double point;
        private final double letter;
        private final double ideograph;
        private final double today;

        Size(double point, double letter, double ideograph, double today) {
            this.point = point;
            this.letter = letter;
            this.ideograph = ideograph;
            this.today = today;
        }

        private double width(String text) {
            return text.codePoints().mapToDouble(c -> c >= 0x2E80 ? ideograph : letter).sum();
        }
    }

    /** @param counts how many acts it shows, and how many are in force */
    public record DrawnLane(String code, String name, String colour, String counts, int rows, List<DrawnMark> marks) {
    }

    /**
     * @param classes shape, standing and direction, as the style sheet names them
     * @param style place, as custom properties
     * @param title written on or behind the mark; empty where there is no room
     */
    public record DrawnMark(String slug, String classes, String style, String category, String title) {
    }

    /** @param label empty for a line without words */
    public record AxisLine(double x, String label, boolean year) {
    }

    /** @param lanes those to draw, of which empty ones are left out */
    static TimelineDrawing of(List<PolicyEvent> events, Set<Lane> lanes, Window window, LocalDate today, Size size, Words words) {
        var drawnLanes = new ArrayList<DrawnLane>();
        var sentences = new ArrayList<String>();
        for (var lane : lanes) {
            var stacking = new Stacking(window, today, size.point,
                    event -> size.letter == 0 || event.isRelease() ? 0 : 3 + size.width(title(event, lane, words)));
            var marks = stacking.marks(events.stream().filter(event -> Lane.of(event).contains(lane)).toList());
            if (!marks.isEmpty()) {
                var drawn = lane(lane, marks, today, words);
                drawnLanes.add(drawn);
                sentences.add(words.say("policy.timeline.summary.lane", drawn.name(), drawn.counts()));
            }
        }
        var span = words.say("policy.timeline.summary", month(window.first(), words), month(window.last(), words));
        sentences.addFirst(span);
        double now = window.contains(today) ? round(window.at(today)) : -1;
        return new TimelineDrawing(List.copyOf(drawnLanes), axis(window, now, size, words), now,
                String.join(" ", sentences));
    }

    private static DrawnLane lane(Lane lane, List<Mark> marks, LocalDate today, Words words) {
        long inForce = marks.stream().filter(mark -> mark.event().inForce(today)).count();
        var counts = lane == Lane.RELEASES
                ? words.say("policy.lane.releases.count", marks.size())
                : words.say("policy.lane.count", marks.size(), inForce);
        var drawn = marks.stream()
                .sorted(Comparator.comparing((Mark mark) -> mark.event().starts())
                        .thenComparing(mark -> mark.event().slug()))
                .map(mark -> mark(lane, mark, words))
                .toList();
        return new DrawnLane(lane.code(), words.say("policy.lane." + lane.code()), lane.colour(), counts,
                Stacking.rows(marks), drawn);
    }

    private static DrawnMark mark(Lane lane, Mark mark, Words words) {
        var event = mark.event();
        var classes = new ArrayList<>(List.of("mark", mark.shape().name().toLowerCase(Locale.ROOT),
                mark.standing().code(), event.direction().code()));
        var style = new StringBuilder("--x:%s;--r:%d".formatted(percent(mark.x()), mark.row()));
        if (mark.width() > 0) {
            style.append(";--w:").append(percent(mark.width()));
        }
        if (mark.earlier()) {
            classes.add("earlier");
        }
        if (mark.fades()) {
            classes.add("open");
        }
        if (mark.tail() > 0) {
            classes.add("stopped");
            style.append(";--t:").append(percent(mark.tail()));
        }
        if (mark.label() == Mark.Label.BEHIND) {
            classes.add("behind");
            style.append(";--l:").append(percent(mark.labelWidth()));
        }
        var colour = EventRow.colour(event);
        if (lane == Lane.RELEASES && !colour.equals(lane.colour())) {
            style.append(";--c:").append(colour);
        }
        return new DrawnMark(event.slug(), String.join(" ", classes), style.toString(),
                words.say("policy.category." + event.category().code() + ".mark"),
                mark.label() == Mark.Label.NONE ? "" : title(event, lane, words));
    }

    /** In lanes of several jurisdictions the title begins with the one that acted. */
    private static String title(PolicyEvent event, Lane lane, Words words) {
        var title = event.title().in(words.lang());
        var others = event.jurisdictions().stream()
                .filter(entity -> Lane.of(entity) == lane && !entity.slug().equals("eu") && !entity.slug().equals("int"))
                .map(entity -> entity.shortTitle().in(words.lang()))
                .collect(Collectors.joining(words.say("policy.and")));
        return others.isEmpty() || lane == Lane.US || lane == Lane.CHINA
                ? title
                : words.say("policy.timeline.title", others, title);
    }

    private static List<AxisLine> axis(Window window, double now, Size size, Words words) {
        return window.ticks().stream()
                .map(tick -> new AxisLine(round(tick.x()),
                        size == Size.PANEL && tick.step() != Window.Step.YEAR || nearToday(tick, now, size)
                                ? ""
                                : label(tick, words),
                        tick.step() == Window.Step.YEAR))
                .toList();
    }

    /** Its words would meet the word for today. */
    private static boolean nearToday(Window.Tick tick, double now, Size size) {
        return now >= 0 && Math.abs(tick.x() - now) < size.today;
    }

    private static String label(Window.Tick tick, Words words) {
        return switch (tick.step()) {
            case YEAR -> String.valueOf(tick.month().getYear());
            case QUARTER -> words.say("policy.axis.quarter", (tick.month().getMonthValue() + 2) / 3);
            case MONTH -> words.lang() == Lang.ZH
                    ? tick.month().getMonthValue() + "月"
                    : DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH).format(tick.month());
        };
    }

    private static String month(LocalDate day, Words words) {
        return io.raceboard.catalog.Period.parse(day.toString().substring(0, 7)).label(words.lang());
    }

    /** A tenth of a percent is a pixel: more digits would only be more bytes. */
    private static String percent(double value) {
        var text = String.valueOf(Math.round(value * 10) / 10.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static double round(double percent) {
        return Math.round(percent * 100) / 100.0;
    }
}
