package io.raceboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The values of a chart and those of its table, both written as {@code China, 2025: 315.07}. */
final class ShownTable {

    /** Calculated values have no end of digits; these are compared. */
    private static final MathContext DIGITS = new MathContext(8);

    private ShownTable() {
    }

    /** All values that a chart's file draws. */
    static List<String> ofChart(JsonNode chart) {
        var values = new ArrayList<String>();
        for (var line : chart.path("lines")) {
            for (var point : line.path("points")) {
                if (point.has("y")) {
                    values.add(entry(line.path("title").asString(), point.path("label").asString(),
                            point.path("y").decimalValue()));
                }
            }
        }
        return values;
    }

    /**
     * All values of the table on this page: one column for each line, or one row for each value.
     *
     * @param chart the file of the chart that the table belongs to
     */
    static List<String> of(Page page, JsonNode chart) {
        var heads = LivePage.all(page, "#data-table thead th", "class");
        var cells = LivePage.all(page, "#data-table tbody :is(th, td)", "data-sort");
        boolean rowForEachValue = heads.get(1).get("class").isEmpty();
        var values = new ArrayList<String>();
        for (int row = 0; row < cells.size(); row += heads.size()) {
            var first = cells.get(row).get("text");
            if (rowForEachValue) {
                values.add(entry(first, cells.get(row + 1).get("text"),
                        new BigDecimal(cells.get(row + 2).get("data-sort"))));
                continue;
            }
            for (int column = 1; column < heads.size(); column++) {
                var title = chart.path("lines").path(column - 1).path("title").asString();
                assertThat(heads.get(column).get("text")).startsWith(title);
                var number = cells.get(row + column).get("data-sort");
                if (!number.isEmpty()) {
                    values.add(entry(title, first, new BigDecimal(number)));
                }
            }
        }
        return values;
    }

    private static String entry(String title, String period, BigDecimal number) {
        return title + ", " + period + ": " + number.round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
