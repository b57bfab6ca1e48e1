package io.raceboard.chart;

/** Values side by side: a row each with its name, its bar and its value. */
final class BarDrawing {

    /** Pixels that a row needs. */
    static final int ROW = 40;

    private static final double WIDEST_ROW = 60;
    private static final double NAME = 0.3;
    private static final double TOP = 0.38;
    private static final double THICK = 0.36;

    private BarDrawing() {
    }

    static void bars(Svg svg, Chart chart, double width, double height) {
        double values = chart.lines().stream().flatMap(l -> l.values().stream())
                .mapToDouble(p -> TextWidth.of(label(chart, p), Plot.TEXT)).max().orElse(0);
        double right = Math.max(width * 0.3, width - values - 12);
        double row = Math.min(WIDEST_ROW, height / Math.max(1, chart.lines().size()));
        svg.beginPaths();
        svg.rule("grid", "M%sV%s".formatted(Svg.point(x(chart, 0, right), 0),
                Svg.number(row * chart.lines().size())), 0.6, "");
        rows(svg, chart, right, row);
        svg.endPaths();
        for (int i = 0; i < chart.lines().size(); i++) {
            var line = chart.lines().get(i);
            var p = line.values().getFirst();
            double end = Math.max(p.y().doubleValue(), p.high() == null ? 0 : p.high().doubleValue());
            svg.text("bar-name", 0, (i + NAME) * row, 0, 0, "start", "", line.name());
            svg.text("bar-value", x(chart, Math.max(0, end), right), (i + TOP + THICK / 2) * row, 6, 4, "start", "",
                    label(chart, p));
        }
    }

    static void spark(Svg svg, Chart chart, double width, double height) {
        svg.beginPaths();
        rows(svg, chart, width, height / Math.max(1, chart.lines().size()));
        svg.endPaths();
    }

    /** The value in short, with its date where the bars stand at different ones. */
    static String label(Chart chart, Chart.Point p) {
        boolean dates = chart.lines().stream().map(l -> l.values().getFirst().period()).distinct().count() > 1;
        return dates ? p.text() + " · " + p.label() : p.text();
    }

    private static void rows(Svg svg, Chart chart, double right, double row) {
        for (int i = 0; i < chart.lines().size(); i++) {
            var line = chart.lines().get(i);
            var p = line.values().getFirst();
            var stroke = Stroke.of(p);
            double top = (i + TOP) * row;
            var box = "M%sH%sV%sH%sz".formatted(Svg.point(x(chart, 0, right), top),
                    Svg.number(x(chart, p.y().doubleValue(), right)), Svg.number(top + THICK * row),
                    Svg.number(x(chart, 0, right)));
            svg.area("bar " + stroke.code(), line.colour(), box, stroke == Stroke.ACTUAL ? 1 : 0.4);
            if (stroke != Stroke.ACTUAL) {
                svg.path("bar-edge", line.colour(), box, 1.25, stroke.hollow() ? stroke.dashes("solid") : "");
            }
            if (p.low() != null || p.high() != null) {
                var y = Svg.number(top + THICK * row / 2);
                svg.path("whisker", "currentColor", "M%s %sH%s".formatted(
                        Svg.number(x(chart, (p.low() == null ? p.y() : p.low()).doubleValue(), right)), y,
                        Svg.number(x(chart, (p.high() == null ? p.y() : p.high()).doubleValue(), right))), 1.5, "");
            }
        }
    }

    private static double x(Chart chart, double value, double right) {
        double min = chart.y().min();
        double max = chart.y().max();
        return (value - min) / (max - min) * right;
    }
}
