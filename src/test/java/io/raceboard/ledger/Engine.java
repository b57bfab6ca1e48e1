package io.raceboard.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The two databases that the store runs on; a real server each, one for all tests. */
public enum Engine {
    H2 {
        @Override
        String start() {
            return "jdbc:h2:mem:store;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
        }
    },
    POSTGRESQL {
        @Override
        String start() {
            try {
                return postgres().getJdbcUrl("postgres", "postgres");
            } catch (IOException noServer) {
                throw new UncheckedIOException(noServer);
            }
        }
    };

    /** Where several are unpacked and started at once it takes longer than the ten seconds that the library waits. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private TestStore store;

    /** A server of one's own, to be closed by the caller. */
    public static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().setPGStartupWait(LONGEST_START).start();
    }

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
