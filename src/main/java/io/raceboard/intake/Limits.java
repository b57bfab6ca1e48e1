package io.raceboard.intake;

/** How much a file may hold. What goes beyond is refused by name, before it can fill memory or disk. */
final class Limits {

    static final long FILE_BYTES = 50L << 20;
    static final int ROWS = 200_000;
    static final int COLUMNS = 200;
    /** More than the longest note; longer cells are cut while they are read. */
    static final int CELL = 10_000;
    /** Blank rows and columns are cheap to write and would be read for ever. */
    static final int SCANNED_ROWS = 2_000_000;

    static final int ZIP_ENTRIES = 2_000;
    static final long INFLATED_BYTES = 1L << 30;
    /** Of one entry, as soon as it is larger than a megabyte; what people make stays far below. */
    static final int INFLATED_TIMES = 100;
    static final int SHARED_TEXT = 40_000_000;
    static final int SHARED_TEXTS = 2_000_000;

    private Limits() {
    }
}
