package io.raceboard.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table behind a chart: the same lines, the same time, the same arithmetic, all digits.
 *
 * @param heads titles of the columns; the first column holds row headers
 * @param notes footnotes, numbered from 1
 */
public record ChartTable(List<Head> heads, List<Row> rows, List<String> notes) {

    /**
     * @param numeric whether the cells below are numbers
     */
    public record Head(String text, boolean numeric) {
    }

    /**
     * @param id stable within the table, fit for an HTML id
     */
    public record Row(String id, List<Cell> cells) {
    }

    /**
     * @param text as shown; empty where there is no value
     * @param value the exact decimal as files have it, or null for words and gaps
     * @param note number of a footnote, or null
     */
    public record Cell(String text, @Nullable String value, @Nullable Integer note) {
    }

    /** One row per period and one column per line; competing estimates and bars: one row per value. */
    public static ChartTable of(Chart chart) {
        return new ChartTable(List.of(), List.of(), List.of());
    }
}
