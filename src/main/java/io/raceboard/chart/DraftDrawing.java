package io.raceboard.chart;

import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Period;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart with values that nobody has published: each is ringed, what it would replace is crossed out beside it, and the
 * picture says that it is a draft.
 */
public final class DraftDrawing {

    private static final String RING = "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0z";
    private static final String CROSS = "M-4-4 4 4M-4 4 4-4";
    private static final String COLOUR = "var(--amber,currentColor)";

    private DraftDrawing() {
    }

    /**
     * A value of the chart that is a draft.
     *
     * @param line key of its line
     * @param before the value on the board; null for none
     */
    public record Draft(String line, Period period, @Nullable BigDecimal before) {
    }

    /**
     * @param chart with the drafts among its values; drafts that it does not hold are values to be withdrawn
     * @param word written across the picture, such as "DRAFT"
     */
    public static String svg(Chart chart, List<Draft> drafts, String word, int width, int height) {
        var plain = Drawing.svg(chart, width, height);
        var over = new Svg(width, height);
        if (!chart.isBars()) {
            var plot = Plot.of(chart, width, height);
            for (int i = 0; i < chart.lines().size(); i++) {
                mark(over, plot, i, drafts);
            }
        }
        over.raw("<g class=\"draft-word\" aria-hidden=\"true\">")
                .text("draft-word", width / 2.0, height / 2.0, 0, 0, "middle", "", word).raw("</g>");
        return plain.substring(0, plain.length() - "</svg>".length()) + over + "</svg>";
    }

    private static void mark(Svg svg, Plot plot, int nth, List<Draft> drafts) {
        var chart = plot.chart();
        var line = chart.lines().get(nth);
        for (var draft : drafts) {
            if (!draft.line().equals(line.key())) {
                continue;
            }
            var point = line.values().stream().filter(p -> p.period().equals(draft.period().text())).findFirst();
            long at = point.map(Chart.Point::x).orElseGet(() -> at(chart, draft.period()));
            double x = chart.draw() == Draw.COLUMNS ? plot.columnX(at, nth) : plot.x(at);
            if (at < 0 && chart.draw() == Draw.COLUMNS || x < plot.left() - 1 || x > plot.right() + 1) {
                continue;
            }
            var before = draft.before();
            if (before != null && plot.holds(before) && within(plot, plot.y(before))) {
                if (point.isPresent()) {
                    svg.beginPaths().path("draft-way", COLOUR, "M" + Svg.point(x, plot.y(before)) + "V"
                            + Svg.number(plot.y(point.get().y())), 1.5, "2 3").endPaths();
                }
                svg.glyph("draft-before", x, plot.y(before), CROSS, "none", COLOUR, "");
            }
            point.filter(p -> plot.holds(p.y()))
                    .ifPresent(p -> svg.glyph("draft-ring", x, plot.y(p.y()), RING, "none", COLOUR, ""));
        }
    }

    private static boolean within(Plot plot, double y) {
        return y >= plot.top() - 1 && y <= plot.bottom() + 1;
    }

    /** Where a value of this period would stand; -1 where the chart has no slot for it. */
    private static long at(Chart chart, Period period) {
        long day = period.start().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        return chart.draw() == Draw.COLUMNS ? chart.times().indexOf(day) : day;
    }
}
