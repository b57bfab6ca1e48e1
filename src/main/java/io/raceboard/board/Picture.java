package io.raceboard.board;

import io.raceboard.chart.Chart;
import io.raceboard.chart.Drawing;

/**
 * A chart on a page: the drawing that is there at once, and where the live element gets its data.
 *
 * @param id unique on the page and stable over versions
 * @param src address of the data, which holds their version
 * @param svg the drawing, escaped
 * @param summary the chart in sentences
 */
public record Picture(String id, String src, String svg, Chart chart, String summary) {

    static Picture of(String id, String src, Chart chart, int width, int height) {
        return new Picture(id, src, Drawing.svg(chart, width, height), chart, chart.summary());
    }
}
