package io.raceboard.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;

/** Draws charts as static SVG: the first thing a page shows, and all that is there without a script. */
public final class Drawing {

    private static final double SPARK_WIDTH = 160;
    private static final double SPARK_HEIGHT = 48;
    private static final double LINE_HEIGHT = 14 * Plot.LOWER;

    private Drawing() {
    }

    /**
     * The chart as an SVG element with axes, names and description, escaped and ready for HTML. Its inner positions
     * are percentages: with {@code width: 100%; height: 100%} it fills any box without scaling its text.
     *
     * @param width pixels of the size it has by itself
     * @param height pixels; for bars at least {@link #height}
     */
    public static String svg(Chart chart, int width, int height) {
        var svg = begin(chart, width, height, "chart-svg");
        if (chart.isBars()) {
            BarDrawing.bars(svg, chart, width, height);
            return svg.raw("</svg>").toString();
        }
        var plot = Plot.of(chart, width, height);
        frame(svg, plot);
        dates(svg, plot);
        DataDrawing.data(svg, plot, true);
        if (Plot.namesLines(chart)) {
            names(svg, plot);
        }
        return svg.raw("</svg>").toString();
    }

    /**
     * The chart as a small SVG without any text, for lists; 160 by 48 pixels by itself, and fit for any box. It is
     * hidden from screen readers: say its values next to it.
     */
    public static String spark(Chart chart) {
        var svg = new Svg(SPARK_WIDTH, SPARK_HEIGHT).raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"spark\" "
                + "width=\"160\" height=\"48\" aria-hidden=\"true\" focusable=\"false\" overflow=\"visible\">");
        if (chart.isBars()) {
            BarDrawing.spark(svg, chart, SPARK_WIDTH, SPARK_HEIGHT);
        } else {
            DataDrawing.data(svg, Plot.bare(chart, SPARK_WIDTH, SPARK_HEIGHT), false);
        }
        return svg.raw("</svg>").toString();
    }

    /** A sample of a style for the text legend, 28 by 12 pixels, hidden from screen readers. */
    public static String key(Chart.Key key) {
        var svg = new Svg(28, 12).raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"key\" width=\"28\" height=\"12\" "
                + "aria-hidden=\"true\" focusable=\"false\" fill=\"none\">");
        if (key.style().equals("interval")) {
            svg.area("band", "currentColor", "M2 2H26V10H2Z", 0.2);
        } else {
            var stroke = Stroke.valueOf(key.style().toUpperCase(Locale.ROOT));
            svg.path("line", "currentColor", "M1 6H27", stroke.width("solid", 1), stroke.dashes("solid"));
            svg.glyph("point", 14, 6, Glyph.path("circle"), DataDrawing.fill(stroke, "currentColor"), "currentColor",
                    "");
        }
        return svg.raw("</svg>").toString();
    }

    /** Pixels that the chart needs so that nothing in it collides: more for more bars, the given height else. */
    public static int height(Chart chart, int otherwise) {
        return chart.isBars() ? Math.max(otherwise, BarDrawing.ROW * chart.lines().size()) : otherwise;
    }

    private static Svg begin(Chart chart, int width, int height, String style) {
        return new Svg(width, height)
                .raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"%s\" width=\"%d\" height=\"%d\" role=\"img\">"
                        .formatted(style, width, height))
                .title(chart.title(), chart.summary());
    }

    private static void frame(Svg svg, Plot plot) {
        var chart = plot.chart();
        svg.beginPaths();
        for (var tick : chart.y().ticks()) {
            var y = Svg.number(plot.y(tick.at()));
            svg.rule("grid", "M0 " + y + "H" + Svg.number(plot.right()), tick.at() == 0 ? 0.6 : 0.2, "");
        }
        for (var mark : chart.marks()) {
            var x = Svg.number(plot.markX(mark.x()));
            svg.rule("mark", "M" + x + " " + Svg.number(plot.top()) + "V" + Svg.number(plot.bottom()), 0.3, "");
        }
        if (plot.showsToday()) {
            var x = Svg.number(plot.x(chart.today()));
            svg.rule("today", "M" + x + " " + Svg.number(plot.top()) + "V" + Svg.number(plot.bottom()), 0.6, "2 3");
        }
        svg.endPaths();
        for (var tick : chart.y().ticks()) {
            boolean top = tick == chart.y().ticks().getLast();
            svg.text("tick", 0, plot.y(tick.at()), 0, -4, "start", "",
                    top ? tick.label() + "  " + chart.y().label() : tick.label());
        }
    }

    /** Every second date may be hidden where the box is narrow. */
    private static void dates(Svg svg, Plot plot) {
        int nth = 0;
        for (var date : plot.dates()) {
            double x = plot.x(date.x());
            double half = TextWidth.of(date.label(), Plot.TEXT) / 2;
            var anchor = x - half < 0 ? "start" : x + half > plot.width() ? "end" : "middle";
            svg.text(nth++ % 2 == 0 ? "tick date" : "tick date date-odd", anchor.equals("start") ? 0 : x,
                    plot.height(), 0, -6, anchor, "", date.label());
        }
    }

    /** Each line's name beside its last value, moved apart where names would meet. */
    private static void names(Svg svg, Plot plot) {
        record Name(Chart.Line line, double[] y) {
        }
        var names = new ArrayList<Name>();
        for (var line : plot.chart().lines()) {
            var last = line.values().stream().filter(p -> plot.holds(p.y())).reduce((a, b) -> b);
            last.ifPresent(p -> names.add(new Name(line, new double[] {plot.y(p.y())})));
        }
        names.sort(Comparator.comparingDouble(n -> n.y[0]));
        Spread.apart(names.stream().map(Name::y).toList(), LINE_HEIGHT, plot.top() - 8, plot.bottom());
        for (var name : names) {
            svg.text("entity end-name", plot.right(), name.y[0], 8, 4, "start", name.line.colour(), name.line.name());
        }
    }
}
