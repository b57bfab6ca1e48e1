package io.raceboard.imports;

import org.jspecify.annotations.Nullable;

/**
 * One reason why files are refused.
 *
 * @param row data row, the first one after the header is 1; 0 for the header and for the file as a whole
 * @param column null where it is about the whole row
 * @param value the offending text; null where something is missing
 * @param code for the message bundles and for programs
 * @param reason what is wrong and what would be right, in English
 */
public record FileFault(String file, int row, @Nullable String column, @Nullable String value, String code,
        String reason) {

    /** For example {@code power/observations.csv, row 12, column low: low 9 must be at most the value 8}. */
    @Override
    public String toString() {
        return file + (row > 0 ? ", row " + row : "") + (column == null ? "" : ", column " + column) + ": " + reason;
    }
}
