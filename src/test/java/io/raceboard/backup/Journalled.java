package io.raceboard.backup;

import io.raceboard.ledger.TestStore;
import java.nio.file.Path;

/** A store whose changes are also lines of a journal and whose room is used again, as the program has it. */
public final class Journalled {

    private Journalled() {
    }

    public static TestStore at(String url, Path journal) {
        System.setProperty("raceboard.journal", journal.toString());
        return TestStore.at(url, DataFolder.class, Journal.class, StoreSpace.class);
    }
}
