package io.raceboard.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The two databases that the store runs on; a real server each, one for all tests. */
public enum Engine {
    H2 {
        @Override
        String start() {
            return "jdbc:h2:mem:store;DB_CLOSE_DELAY=-1";
        }
    },
    POSTGRESQL {
        @Override
        String start() {
            try {
                return EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres");
            } catch (IOException noServer) {
                throw new UncheckedIOException(noServer);
            }
        }
    };

    private TestStore store;

    /** Starts the server and gives back its URL. */
    abstract String start();

    /** An empty, migrated store with its ledger; opened once, emptied each time. */
    public TestStore emptyStore() {
        store().empty();
        return store;
    }

    /** The same with what is in it. */
    public synchronized TestStore store() {
        if (store == null) {
            store = new TestStore(start());
        }
        return store;
    }
}
