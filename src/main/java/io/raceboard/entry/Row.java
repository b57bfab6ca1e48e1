package io.raceboard.entry;

import io.raceboard.catalog.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the sheet as it stands: what the store holds with what was typed over it. */
record Row(Period period, State state, Map<Column, Cell> cells) {

    enum State { SAME, NEW, CHANGED, WITHDRAWN, FAULTY }

    /**
     * @param was what the store holds; null where it is the same
     * @param suggested whether nobody typed it: taken over from the line before
     * @param fault what is wrong with it; null when nothing is
     */
    record Cell(String text, State state, @Nullable String was, boolean suggested, @Nullable Sentence fault) {
    }

    Cell cell(Column column) {
        return cells.get(column);
    }

    boolean isEdited() {
        return state != State.SAME;
    }
}
