package io.raceboard.backup;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the embedded store use the room of overwritten data again. The engine writes in chunks, and a chunk stays while a
 * single page of it is in use: under many small saves the file would grow to a multiple of what it holds, and the heap
 * with it. The engine's own thread against that is off with {@code WRITE_DELAY=0} (h2database #442), without which saves
 * could be lost; so it is asked here, with the same calls, to write what is left of nearly empty chunks anew and to move
 * chunks from the end of a file that is mostly free to its beginning. It frees a chunk when nobody has read it for
 * 45 seconds.
 */
@Component
public class StoreSpace {

    private static final Logger LOG = LoggerFactory.getLogger(StoreSpace.class);
    /** How much of the chunks that could be rewritten, and how much of the file, should be in use, in percent. */
    static final int ENOUGH = 50;
    /** Saving waits while this many bytes are rewritten: some tens of milliseconds. */
    private static final int AT_ONCE = 4 << 20;
    private static final int MOST_ROUNDS = 8;
    /** In bytes; a smaller file is not worth the moving. */
    static final int LEAST_FILE = 16 << 20;

    private final DataFolder data;
    private final DataSource store;

    StoreSpace(DataFolder data, DataSource store) {
        this.data = data;
        this.store = store;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void onSchedule() {
        try {
            reclaim();
        } catch (SQLException | MVStoreException failed) {
            LOG.warn("The room of overwritten data could not be made free: {}", failed.getMessage());
        }
    }

    /**
     * Rewrites chunks until enough of them is in use, at most 32 MB, and gives room at the end of the file back; nothing
     * where the store is not a file.
     *
     * @throws SQLException when the store cannot be asked
     * @throws MVStoreException when it cannot be written
     */
    public void reclaim() throws SQLException {
        if (data.file().isEmpty()) {
            return;
        }
        try (var connection = store.getConnection()) {
            var chunks = chunks(connection);
            for (int round = 0; round < MOST_ROUNDS && inUse(connection) < ENOUGH && chunks.compact(100, AT_ONCE); round++) {
                chunks.commit();
            }
            if (chunks.getFileStore() instanceof RandomAccessStore file) {
                for (int round = 0; round < MOST_ROUNDS && file.size() > LEAST_FILE && file.getFillRate() < ENOUGH; round++) {
                    file.compactMoveChunks(ENOUGH, AT_ONCE, chunks);
                }
            }
        }
    }

    /** How much of the chunks that could be rewritten is in use, in percent; chunks of the last 45 seconds do not count. */
    static int inUse(Connection connection) throws SQLException {
        try (var asked = connection.createStatement(); var answer = asked.executeQuery(
                "select setting_value from information_schema.settings where setting_name = 'info.CHUNKS_FILL_RATE_RW'")) {
            return answer.next() ? answer.getInt(1) : 100;
        }
    }

    private static MVStore chunks(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
