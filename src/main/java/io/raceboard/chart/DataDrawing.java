package io.raceboard.chart;

import io.raceboard.catalog.Draw;
import java.util.List;

/** The data of a chart along time: bands, lines, columns, whiskers, marks. */
final class DataDrawing {

    /** Values closer than this are drawn without a mark each; the line shows them. */
    private static final double MARK_ROOM = 18;

    private DataDrawing() {
    }

    static void data(Svg svg, Plot plot, boolean marks) {
        var chart = plot.chart();
        if (chart.draw() == Draw.COLUMNS) {
            svg.beginPaths();
            for (int i = 0; i < chart.lines().size(); i++) {
                columns(svg, plot, chart.lines().get(i), i);
            }
            svg.endPaths();
            return;
        }
        svg.beginPaths();
        chart.lines().forEach(line -> intervals(svg, plot, line));
        if (chart.draw() != Draw.DOTS) {
            // The first lines are those the reader asked for first: they lie on top.
            chart.lines().reversed().forEach(line -> line(svg, plot, line));
        }
        svg.endPaths();
        chart.lines().reversed().forEach(line -> marks(svg, plot, line, marks));
    }

    private static void line(Svg svg, Plot plot, Chart.Line line) {
        for (var run : Runs.of(line, plot::holds)) {
            var path = new StringBuilder("M");
            Chart.Point before = null;
            for (var p : run.points()) {
                if (before != null) {
                    path.append(plot.chart().draw() == Draw.STEP
                            ? "H" + Svg.number(plot.x(p.x())) + "V" + Svg.number(plot.y(p.y()))
                            : "L" + place(plot, p));
                } else {
                    path.append(place(plot, p));
                }
                before = p;
            }
            svg.path("line " + run.stroke().code(), line.colour(), path.toString(),
                    run.stroke().width(line.dash(), line.rank()), run.stroke().dashes(line.dash()));
        }
    }

    /** A band where neighbouring values have both bounds, a whisker where only one value or one bound is known. */
    private static void intervals(Svg svg, Plot plot, Chart.Line line) {
        boolean band = plot.chart().draw() == Draw.LINE;
        for (var run : Runs.bounded(line, band, plot::holds)) {
            if (run.size() > 1) {
                svg.area("band", line.colour(), band(plot, run), 0.14);
            } else {
                whisker(svg, plot, line, run.getFirst(), plot.x(run.getFirst().x()));
            }
        }
    }

    private static String band(Plot plot, List<Chart.Point> run) {
        var path = new StringBuilder("M");
        for (var p : run) {
            path.append(Svg.point(plot.x(p.x()), plot.y(p.high()))).append('L');
        }
        for (var p : run.reversed()) {
            path.append(Svg.point(plot.x(p.x()), plot.y(p.low()))).append('L');
        }
        path.setCharAt(path.length() - 1, 'Z');
        return path.toString();
    }

    private static void whisker(Svg svg, Plot plot, Chart.Line line, Chart.Point p, double x) {
        var low = p.low() == null || !plot.holds(p.low()) ? p.y() : p.low();
        var high = p.high() == null ? p.y() : p.high();
        var at = Svg.number(x);
        svg.path("whisker", line.colour(),
                "M" + at + " " + Svg.number(plot.y(low)) + "V" + Svg.number(plot.y(high)), 1.5, "");
    }

    private static void marks(Svg svg, Plot plot, Chart.Line line, boolean wanted) {
        boolean roomy = plot.chart().draw() == Draw.DOTS || wanted && plot.spacing(line) >= MARK_ROOM;
        var values = line.values().stream().filter(p -> plot.holds(p.y())).toList();
        for (var p : values) {
            var stroke = Stroke.of(p);
            if (roomy || p == values.getLast() || stroke.hollow() || alone(line, p)) {
                svg.glyph("point " + stroke.code(), plot.x(p.x()), plot.y(p.y()), Glyph.path(line.marker()),
                        fill(stroke, line.colour()), line.colour(), "");
            }
        }
    }

    /** A value between two gaps has no line that would show it. */
    private static boolean alone(Chart.Line line, Chart.Point p) {
        int at = line.points().indexOf(p);
        boolean before = at > 0 && line.points().get(at - 1).y() != null;
        boolean after = at < line.points().size() - 1 && line.points().get(at + 1).y() != null;
        return !before && !after;
    }

    static String fill(Stroke stroke, String colour) {
        return switch (stroke) {
            case ACTUAL -> colour;
            case ESTIMATE -> "color-mix(in srgb," + colour + " 40%,var(--surface,Canvas))";
            case ANNOUNCED, PROJECTION, PARTIAL -> "var(--surface,Canvas)";
        };
    }

    private static void columns(Svg svg, Plot plot, Chart.Line line, int nth) {
        double width = plot.column();
        for (var p : line.values()) {
            double middle = plot.columnX(p.x(), nth);
            double zero = plot.y(Math.max(0, plot.chart().y().min()));
            double y = plot.y(p.y());
            var stroke = Stroke.of(p);
            double inset = stroke == Stroke.ACTUAL ? 0 : 0.5;
            svg.raw("<path class=\"column %s\" d=\"M%sV%sH%sV%sz\" fill=\"%s\" fill-opacity=\"%s\""
                    .formatted(stroke.code(), Svg.point(middle - width / 2 + inset, zero), Svg.number(y),
                            Svg.number(middle + width / 2 - inset), Svg.number(zero), line.colour(),
                            opacity(stroke)));
            if (stroke != Stroke.ACTUAL) {
                svg.raw(" stroke=\"" + line.colour() + "\" stroke-width=\"1.25\" vector-effect=\"non-scaling-stroke\""
                        + (stroke.hollow() ? " stroke-dasharray=\"" + stroke.dashes("solid") + "\"" : ""));
            }
            svg.raw("/>");
            if (p.low() != null || p.high() != null) {
                whisker(svg, plot, line, p, middle);
            }
        }
    }

    static String opacity(Stroke stroke) {
        return stroke == Stroke.ACTUAL ? "1" : stroke == Stroke.ESTIMATE ? ".55" : ".12";
    }

    private static String place(Plot plot, Chart.Point p) {
        return Svg.point(plot.x(p.x()), plot.y(p.y()));
    }
}
