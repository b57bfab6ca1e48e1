package io.raceboard.chart;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.page.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The table behind a chart: the same lines, the same time, the same arithmetic, with all digits and without units in
 * the cells, so that it can be copied into a spreadsheet.
 *
 * @param heads titles of the columns; the cells of the first one are row headers
 * @param notes footnotes, numbered from 1
 */
public record ChartTable(List<Head> heads, List<Row> rows, List<String> notes) {

    /**
     * The head of a column.
     *
     * @param numeric whether the cells below are numbers
     */
    public record Head(String text, boolean numeric) {
    }

    /**
     * One row; its cells stand in the order of the heads.
     *
     * @param id stable within the table, fit for an HTML id
     */
    public record Row(String id, List<Cell> cells) {
    }

    /**
     * One cell.
     *
     * @param text as shown; empty where there is no value
     * @param value the exact decimal as files have it, fit for sorting; null for words and gaps
     * @param status what is special about the value ("estimate", "so far"), or null
     * @param note number of a footnote, or null
     */
    public record Cell(String text, @Nullable String value, @Nullable String status, @Nullable Integer note) {

        static Cell text(String text) {
            return new Cell(text, null, null, null);
        }
    }

    private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_UP);
    private static final MathContext KEPT = new MathContext(10, RoundingMode.HALF_UP);
    private static final int MOST_COLUMNS = 8;

    /**
     * One row per period and one column per line, newest period first; where values have intervals or compete with
     * each other, or stand side by side as bars, one row per value.
     */
    public static ChartTable of(Chart chart) {
        boolean intervals = chart.lines().stream().flatMap(l -> l.values().stream())
                .anyMatch(p -> p.low() != null || p.high() != null);
        boolean compete = chart.lines().stream().anyMatch(l -> l.estimator() != null);
        boolean wide = !intervals && !compete && !chart.isBars() && chart.lines().size() <= MOST_COLUMNS;
        return wide ? wide(chart) : tall(chart, intervals);
    }

    private static ChartTable wide(Chart chart) {
        var heads = new ArrayList<>(List.of(new Head(chart.words().get("period"), false)));
        chart.lines().forEach(l -> heads.add(new Head(withUnit(chart, l.title()), true)));
        var periods = new TreeMap<String, Map<Integer, Chart.Point>>(
                Comparator.comparing(Period::parse, Comparator.reverseOrder()));
        for (int i = 0; i < chart.lines().size(); i++) {
            for (var p : chart.lines().get(i).values()) {
                periods.computeIfAbsent(p.period(), any -> new LinkedHashMap<>()).put(i, p);
            }
        }
        var notes = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        periods.forEach((period, points) -> {
            var cells = new ArrayList<>(List.of(Cell.text(points.values().iterator().next().label())));
            for (int i = 0; i < chart.lines().size(); i++) {
                cells.add(points.containsKey(i) ? value(chart, points.get(i), notes) : Cell.text(""));
            }
            rows.add(new Row(rowId(chart, period), cells));
        });
        return new ChartTable(heads, rows, notes);
    }

    private static ChartTable tall(Chart chart, boolean intervals) {
        var words = chart.words();
        var heads = new ArrayList<Head>();
        heads.add(new Head(words.get("who"), false));
        heads.add(new Head(words.get("period"), false));
        heads.add(new Head(withUnit(chart, words.get("value")), true));
        if (intervals) {
            heads.add(new Head(words.get("low"), true));
            heads.add(new Head(words.get("high"), true));
        }
        heads.add(new Head(words.get("status"), false));
        heads.add(new Head(words.get("source"), false));
        var notes = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        for (var line : chart.lines()) {
            for (var p : line.values().reversed()) {
                var cells = new ArrayList<Cell>();
                cells.add(Cell.text(line.title()));
                cells.add(new Cell(p.label(), p.period(), null, null));
                var value = value(chart, p, notes);
                cells.add(new Cell(value.text, value.value, null, value.note));
                if (intervals) {
                    cells.add(number(chart, p.low()));
                    cells.add(number(chart, p.high()));
                }
                cells.add(Cell.text(knownAs(chart, p)));
                cells.add(Cell.text(p.source() == null ? "" : chart.sources().get(p.source())));
                rows.add(new Row(rowId(chart, line.key() + "-" + p.period()), cells));
            }
        }
        return new ChartTable(heads, rows, notes);
    }

    private static Cell value(Chart chart, Chart.Point p, List<String> notes) {
        var number = number(chart, p.y());
        boolean plain = Stroke.of(p) == Stroke.ACTUAL;
        return new Cell(number.text, number.value, plain ? null : knownAs(chart, p), footnote(p.note(), notes));
    }

    private static Cell number(Chart chart, @Nullable BigDecimal y) {
        if (y == null) {
            return Cell.text("");
        }
        boolean recorded = chart.transform() == Transform.NONE;
        return new Cell(Numbers.full(recorded ? y : shown(y)),
                recorded ? y.toPlainString() : y.round(KEPT).stripTrailingZeros().toPlainString(), null, null);
    }

    private static BigDecimal shown(BigDecimal y) {
        return y.abs().compareTo(BigDecimal.valueOf(1000)) >= 0 ? y.setScale(0, RoundingMode.HALF_UP) : y.round(SHOWN);
    }

    /** The status in a word, and whether the period is over. */
    private static String knownAs(Chart chart, Chart.Point p) {
        var status = chart.words().get((p.status() == null ? Status.ACTUAL : p.status()).code());
        if (!p.partial()) {
            return status;
        }
        var partial = chart.words().get(Stroke.PARTIAL.code());
        return p.status() == Status.ACTUAL ? partial : status + ", " + partial;
    }

    private static @Nullable Integer footnote(@Nullable String note, List<String> notes) {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (!notes.contains(note)) {
            notes.add(note);
        }
        return notes.indexOf(note) + 1;
    }

    private static String withUnit(Chart chart, String title) {
        var unit = switch (chart.transform()) {
            case NONE, DIFFERENCE -> chart.unit();
            case SHARE, GROWTH -> "%";
            case INDEX -> "";
        };
        return unit.isEmpty() ? title : title + ", " + unit;
    }

    private static String rowId(Chart chart, String row) {
        return "row-" + chart.slug() + "-" + row.replace(':', '-');
    }
}
