package io.raceboard.intake;

/** Columns that a reject file adds to those of the file it came from; ignored when it is imported again. */
final class Reject {

    static final String ROW = "raceboard_row";
    static final String COLUMNS = "raceboard_columns";
    static final String VALUES = "raceboard_values";
    static final String PROBLEMS = "raceboard_problems";

    private Reject() {
    }
}
