package io.raceboard.backup;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.share;
import static io.raceboard.ledger.Sample.solar;

import io.raceboard.ledger.Batch;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Saves three values at once, again and again, and says the number of each save that was confirmed, until it is killed.
 * Arguments: URL of the store, folder of the journal, first number.
 */
final class CrashWriter {

    private CrashWriter() {
    }

    static void main(String[] args) throws SQLException {
        var store = Journalled.at(args[0], Path.of(args[1]));
        if (store.ledger().isEmpty()) {
            store.ledger().save(catalogue(), ACT);
        }
        var out = System.out;
        for (int n = Integer.parseInt(args[2]);; n++) {
            var amount = String.valueOf(n);
            var saved = store.ledger().save(Batch.of(solar("2024", amount), solar("2025", amount),
                    share("2025", "0." + amount)), ACT);
            // A server may have gone on with what the writer before had asked for when it was killed: then it is there.
            if (saved.refused()) {
                throw new IllegalStateException("not saved: " + saved.faults());
            }
            if (n % 20 == 0) {
                // more often than the program does, so that many of the kills meet it
                store.part(StoreSpace.class).reclaim();
            }
            out.println("confirmed " + n);
            out.flush();
        }
    }
}
