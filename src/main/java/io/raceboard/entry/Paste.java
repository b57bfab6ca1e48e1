package io.raceboard.entry;

import io.raceboard.catalog.Period;
import io.raceboard.entry.Sheet.Place;
import io.raceboard.quantity.PeriodText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where the cells of a pasted block go. Nothing outside of the block is touched, nor what an empty cell of it
 * falls on; cells beyond the last column are told as a fault.
 *
 * @param texts what goes where
 * @param misfits lines and cells that have no place in the sheet
 * @param byPeriod whether the first column of the block names the periods
 */
record Paste(Map<Place, String> texts, List<Misfit> misfits, boolean byPeriod, boolean headed, int lines) {

    /** Larger blocks are files. */
    static final int MOST_LINES = 500;

    private static final Set<String> PERIOD_HEADINGS =
            Set.of("period", "date", "year", "month", "quarter", "time", "期间", "时期", "日期", "年", "年份", "月份", "季度");

    /** What of the block cannot be put anywhere. Line counts from 1, headings included. */
    record Misfit(int line, String text, Sentence why) {
    }

    /**
     * @param at the focused cell, for blocks without periods
     * @param after the line below another one
     * @param byPeriod whether the first column names the periods; empty: as it looks
     */
    static Paste of(List<List<String>> block, Place at, UnaryOperator<Period> after, Optional<Boolean> byPeriod) {
        boolean headed = isHeading(block);
        var body = headed ? block.subList(1, block.size()) : block;
        boolean periods = byPeriod.orElseGet(() -> looksLikePeriods(block, body, headed));
        int first = periods ? 1 : 0;
        var columns = columns(block, headed, first, periods ? Column.VALUE : at.column());
        var texts = new LinkedHashMap<Place, String>();
        var misfits = new ArrayList<Misfit>();
        var seen = new HashMap<Period, Integer>();
        var period = at.period();
        for (int i = 0; i < body.size(); i++) {
            var line = body.get(i);
            int number = i + (headed ? 2 : 1);
            if (line.stream().allMatch(String::isBlank)) {
                period = after.apply(period);
                continue;
            }
            if (periods) {
                var read = PeriodText.read(line.getFirst());
                if (read.isEmpty()) {
                    misfits.add(new Misfit(number, String.join(" | ", line),
                            Sentence.of("entry.fault.no-such-period", line.getFirst())));
                    continue;
                }
                period = read.get();
                var earlier = seen.putIfAbsent(period, number);
                if (earlier != null) {
                    misfits.add(new Misfit(number, String.join(" | ", line), Sentence.of("entry.fault.pasted-twice",
                            line.getFirst(), String.valueOf(earlier))));
                    continue;
                }
            }
            for (int c = first; c < line.size(); c++) {
                var column = columns.get(c);
                if (column == null) {
                    if (!line.get(c).isBlank()) {
                        misfits.add(new Misfit(number, line.get(c), Sentence.of("entry.fault.no-column",
                                headed && c < block.getFirst().size() ? block.getFirst().get(c)
                                        : String.valueOf(c + 1))));
                    }
                } else if (!line.get(c).isBlank()) {
                    texts.put(new Place(period, column), line.get(c));
                }
            }
            if (!periods) {
                period = after.apply(period);
            }
        }
        return new Paste(texts, List.copyOf(misfits), periods, headed, body.size());
    }

    private static boolean isHeading(List<List<String>> block) {
        return block.size() > 1 && block.getFirst().stream().anyMatch(Paste::isColumnName)
                && block.getFirst().stream().filter(c -> !c.isBlank()).allMatch(c -> c.matches(".*\\p{L}.*"));
    }

    private static boolean isColumnName(String cell) {
        return PERIOD_HEADINGS.contains(cell.strip().toLowerCase(Locale.ROOT)) || Column.headed(cell).isPresent();
    }

    private static boolean looksLikePeriods(List<List<String>> block, List<List<String>> body, boolean headed) {
        var heading = block.getFirst().getFirst().strip().toLowerCase(Locale.ROOT);
        if (headed && PERIOD_HEADINGS.contains(heading)) {
            return true;
        }
        if (headed && Column.headed(heading).isPresent() || block.stream().mapToInt(List::size).max().orElse(0) < 2) {
            return false;
        }
        long read = body.stream().filter(l -> PeriodText.read(l.getFirst()).isPresent()).count();
        return read > 0 && read * 2 >= body.size();
    }

    private static Map<Integer, Column> columns(List<List<String>> block, boolean headed, int first, Column from) {
        var columns = new HashMap<Integer, Column>();
        int width = block.stream().mapToInt(List::size).max().orElse(0);
        for (int c = first; c < width; c++) {
            if (headed && c < block.getFirst().size()) {
                int at = c;
                Column.headed(block.getFirst().get(c)).ifPresent(column -> columns.put(at, column));
            } else if (!headed) {
                int nth = from.ordinal() + c - first;
                if (nth < Column.values().length) {
                    columns.put(c, Column.values()[nth]);
                }
            }
        }
        return columns;
    }
}
