package io.raceboard.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
 * chunks from the end of a file that is mostly free to its beginning.
 * <p>
 * The engine writes over a chunk when it is empty and of some age, by which it counts on the operating system to have
 * written to the disk: 45 seconds, in which busy saving makes gigabytes. Here it is asked to about every second in which
 * something was saved, and the age is two and a half. Killed processes lose nothing by it (CrashTest); whether a power
 * failure could was not tried.
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
    /** More than two turns of the clock, when a turn is short. */
    private static final Duration ON_DISK_AFTER = Duration.ofMillis(2_500);

    private final DataFolder data;
    private final DataSource store;
    /** The engine's version at the last look, and when there was something to do last. */
    private long seen = -1;
    private long busy;

    StoreSpace(DataFolder data, DataSource store) {
        this.data = data;
        this.store = store;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void onSchedule() {
        try {
            reclaim();
        } catch (SQLException | MVStoreException failed) {
            LOG.warn("The room of overwritten data could not be made free: {}", failed.getMessage());
        }
    }

    /**
     * Brings what was written to the disk, rewrites chunks until enough of them is in use, at most 32 MB, and gives room at
     * the end of the file back; nothing where the store is not a file, or nothing has happened since all this was done.
     *
     * @throws SQLException when the store cannot be asked
     * @throws MVStoreException when it cannot be written
     */
    public void reclaim() throws SQLException {
        reclaim(ON_DISK_AFTER);
    }

    /** @param kept how old a chunk must be to be written over */
    synchronized void reclaim(Duration kept) throws SQLException {
        if (data.file().isEmpty()) {
            return;
        }
        try (var connection = store.getConnection()) {
            var chunks = chunks(connection);
            long now = chunks.getCurrentVersion();
            if (now != seen) {
                // What is written from here on belongs to the next look.
                seen = now;
                chunks.sync();
                chunks.setRetentionTime((int) kept.toMillis());
                busy = System.nanoTime();
            } else if (System.nanoTime() - busy > kept.multipliedBy(2).toNanos()) {
                return;
            }
            if (rewrite(connection, chunks) | move(chunks)) {
                busy = System.nanoTime();
            }
        }
    }

    private static boolean rewrite(Connection connection, MVStore chunks) throws SQLException {
        int round = 0;
        while (round < MOST_ROUNDS && inUse(connection) < ENOUGH && chunks.compact(100, AT_ONCE)) {
            chunks.commit();
            round++;
        }
        return round > 0;
    }

    /** Whether the file has become smaller; where nothing can be moved this asks in vain. */
    private static boolean move(MVStore chunks) {
        if (!(chunks.getFileStore() instanceof RandomAccessStore file)) {
            return false;
        }
        long before = file.size();
        for (int round = 0; round < MOST_ROUNDS && file.size() > LEAST_FILE && file.getFillRate() < ENOUGH; round++) {
            file.compactMoveChunks(ENOUGH, AT_ONCE, chunks);
        }
        return file.size() < before;
    }

    /** How much of the chunks that could be rewritten is in use, in percent; those of the last seconds do not count. */
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
