package io.raceboard.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a row.
 *
 * @param row as a spreadsheet program shows it
 * @param column its name in the file; the field's name where the file has no such column; null: the whole row
 * @param key of the message
 * @param values fill the message
 * @param value the offending text; null where something is missing
 * @param english what to say where there is no message of that key
 */
record RowFault(int row, @Nullable String column, String key, List<String> values, @Nullable String value,
        String english) {

    private static final int SHOWN = 200;

    RowFault {
        value = value == null ? null : shorten(value);
        values = values.stream().map(RowFault::shorten).toList();
    }

    /** For filters and programs: {@code not-a-number}. */
    String code() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    Optional<String> optionalValue() {
        return Optional.ofNullable(value);
    }
}
