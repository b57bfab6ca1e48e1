package io.raceboard.intake;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other; blank ones are left out. */
interface SheetRows extends Closeable {

    /** Null at the end. */
    @Nullable SheetRow next() throws IOException, FileProblem;

    /** How much of the file is read, from 0 to 1. */
    double read();
}
