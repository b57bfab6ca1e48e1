package io.raceboard.intake;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of what the parser finds: long cells are cut, equal cells below each other are one text. */
class CsvCells extends CsvCallbackHandler<SheetRow> {

    private final List<String> cells = new ArrayList<>();
    private @Nullable Map<Integer, String> problems;
    private final String[] above = new String[Limits.COLUMNS];
    private int number;
    private int fields;
    private int width = -1;
    private boolean quoted;
    private boolean empty;

    /** Whether the last cell of the last row was a quoted one. */
    boolean endedInQuotes() {
        return quoted;
    }

    @Override
    protected RecordType getRecordType() {
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return fields;
    }

    @Override
    protected void beginRecord(long line) {
        number++;
        fields = 0;
        cells.clear();
        problems = null;
        empty = false;
        quoted = false;
    }

    @Override
    protected void addField(char[] letters, int from, int length, boolean inQuotes) {
        quoted = inQuotes;
        int column = fields++;
        if (column >= Limits.COLUMNS) {
            return;
        }
        int kept = length;
        if (length > Limits.CELL) {
            if (problems == null) {
                problems = new HashMap<>();
            }
            problems.put(column, "cell-too-long");
            kept = Limits.CELL;
        }
        var previous = above[column];
        if (previous == null || previous.length() != kept
                || !previous.contentEquals(java.nio.CharBuffer.wrap(letters, from, kept))) {
            previous = new String(letters, from, kept);
            above[column] = previous;
        }
        cells.add(previous);
    }

    @Override
    protected void setComment(char[] letters, int from, int length) {
        throw new IllegalStateException("comments are not asked for");
    }

    @Override
    protected void setEmpty() {
        empty = true;
    }

    @Override
    protected SheetRow buildRecord() {
        if (width < 0 && !empty) {
            width = fields;
        }
        return new SheetRow(number, List.of(cells.toArray(String[]::new)), problems == null ? Map.of() : problems,
                fields == width);
    }

    @Override
    protected void terminate() {
        Arrays.fill(above, null);
    }
}
