package io.raceboard.chart;

import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Lang;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a chart stand in a drawing of a reference size. Everything is in pixels of that size; the drawing
 * turns places into percentages, so that it fits any other size.
 *
 * @param left, right, top, bottom edges of the area that the data fill
 */
record Plot(Chart chart, double width, double height, double left, double right, double top, double bottom) {

    static final double TEXT = 12;

    private static final double LABEL_ROOM = 78;
    private static final double DOT = 5;
    /** Text keeps its size in a box narrower or lower than the reference, so it needs a larger part of it. */
    private static final double NARROWER = 1.3;
    static final double LOWER = 1.4;
    private static final double TOP_LABEL = 20;
    private static final double DATES = 24;
    private static final double DAY = 86_400_000;

    /** With room for the top label above, dates below and names on the right. */
    static Plot of(Chart chart, double width, double height) {
        double names = namesLines(chart)
                ? chart.lines().stream().mapToDouble(l -> TextWidth.of(l.name(), TEXT)).max().orElse(0) : 0;
        double labels = chart.y().ticks().stream().mapToDouble(t -> TextWidth.of(t.label(), TEXT)).max().orElse(0);
        return new Plot(chart, width, height, labels * NARROWER + 2 * DOT,
                width - Math.min(names * NARROWER + 14, width * 0.4), TOP_LABEL * LOWER, height - DATES * LOWER);
    }

    /** Whether lines have their names beside them; columns of one kind need none below a title. */
    static boolean namesLines(Chart chart) {
        return chart.draw() != Draw.COLUMNS || chart.lines().size() > 1;
    }

    /** Without room for text. */
    static Plot bare(Chart chart, double width, double height) {
        return new Plot(chart, width, height, DOT, width - DOT, DOT, height - DOT);
    }

    double x(long at) {
        if (chart.draw() == Draw.COLUMNS) {
            return left + (at + 0.5) / Math.max(1, chart.slots().size()) * (right - left);
        }
        double span = to() - from();
        return left + (at - from()) / span * (right - left);
    }

    /** The place of a day, on a chart of columns inside the slot that holds it. */
    double markX(long day) {
        if (chart.draw() != Draw.COLUMNS) {
            return x(day);
        }
        var times = chart.times();
        int slot = 0;
        while (slot < times.size() - 1 && times.get(slot + 1) <= day) {
            slot++;
        }
        double length = times.size() < 2 ? DAY * 365
                : (double) (times.getLast() - times.getFirst()) / (times.size() - 1);
        double part = Math.clamp((day - times.get(slot)) / length, 0, 1);
        return left + (slot + part) / times.size() * (right - left);
    }

    /** Whether the today line stands inside the plot with something drawn after it. */
    boolean showsToday() {
        return chart.draw() != Draw.COLUMNS && chart.today() > chart.x().from() && chart.today() < chart.x().to();
    }

    double y(BigDecimal value) {
        return y(value.doubleValue());
    }

    double y(double value) {
        double place = chart.isLog()
                ? (Math.log10(value) - Math.log10(chart.y().min()))
                        / (Math.log10(chart.y().max()) - Math.log10(chart.y().min()))
                : (value - chart.y().min()) / (chart.y().max() - chart.y().min());
        return bottom - place * (bottom - top);
    }

    /** Whether the value has a place on the axis: all but zero and below on a logarithmic one. */
    boolean holds(BigDecimal value) {
        return !chart.isLog() || value.signum() > 0;
    }

    /** The time axis; a single date stands in the middle of its month before and after. */
    private double from() {
        return chart.x().from() == chart.x().to() ? chart.x().from() - 30 * DAY : chart.x().from();
    }

    private double to() {
        return chart.x().from() == chart.x().to() ? chart.x().to() + 30 * DAY : chart.x().to();
    }

    /** Width of one column where so many stand side by side in each slot. */
    double column() {
        return (right - left) / Math.max(1, chart.slots().size()) * 0.76 / Math.max(1, chart.lines().size());
    }

    /** The middle of a line's column in a slot. */
    double columnX(long slot, int line) {
        return x(slot) + (line - (chart.lines().size() - 1) / 2.0) * column();
    }

    /** Pixels between neighbouring values of the line, on average. */
    double spacing(Chart.Line line) {
        var values = line.values();
        return values.size() < 2 ? Double.MAX_VALUE
                : (x(values.getLast().x()) - x(values.getFirst().x())) / (values.size() - 1);
    }

    /** Dates, or slots of columns, to be named below the plot, left to right. */
    List<TimeTicks.At> dates() {
        var lang = Lang.of(chart.lang()).orElse(Lang.EN);
        int most = (int) Math.max(2, (right - left) / LABEL_ROOM);
        if (chart.isEmpty()) {
            return List.of();
        }
        if (chart.draw() != Draw.COLUMNS) {
            var ticks = TimeTicks.between((long) from(), (long) to(), most, lang);
            return ticks.isEmpty() ? List.of(nearestLabel()) : ticks;
        }
        var slots = new ArrayList<TimeTicks.At>();
        if (chart.slots().size() <= most) {
            for (int i = 0; i < chart.slots().size(); i++) {
                slots.add(new TimeTicks.At(i, chart.slots().get(i)));
            }
            return slots;
        }
        for (var tick : TimeTicks.between(chart.times().getFirst(), chart.times().getLast(), most, lang)) {
            int slot = chart.times().indexOf(tick.x());
            if (slot >= 0) {
                slots.add(new TimeTicks.At(slot, tick.label()));
            }
        }
        return slots;
    }

    private TimeTicks.At nearestLabel() {
        var point = chart.lines().stream().flatMap(l -> l.values().stream()).findFirst().orElseThrow();
        return new TimeTicks.At(point.x(), point.label());
    }
}
