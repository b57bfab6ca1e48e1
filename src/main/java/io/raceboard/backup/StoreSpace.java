package io.raceboard.backup;

import io.raceboard.ledger.ChangeSaved;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets the embedded store use the room of overwritten data again. The engine writes in chunks, and a chunk stays while a
 * single page of it is in use: under many small saves the file would grow to a multiple of what it holds, and the heap
 * with it. The engine's own thread against that is off with {@code WRITE_DELAY=0} (h2database #442), without which saves
 * could be lost; so it is asked here, with the same calls, to write what is left of nearly empty chunks anew and to move
 * chunks from the end of a file that is mostly free to its beginning.
 * <p>
 * What was overwritten must stay until that which took its place has come to the disk, or a power failure would find
 * neither. The engine goes by age: it writes over no chunk that was written in the last 45 seconds, in which busy saving
 * makes gigabytes. Here each look holds on to the version that it finds, brings everything to the disk, and only then lets
 * go of the version of the look before: nothing that was in use since then is written over, whatever its age. Killed
 * processes lose nothing by it (CrashTest); a power failure was not tried.
 */
@Component
public class StoreSpace {

    private static final Logger LOG = LoggerFactory.getLogger(StoreSpace.class);
    /**
     * How much of the chunks that could be rewritten, and how much of the file, should be in use, in percent. With both the
     * file is a little over twice what it holds.
     */
    static final int ENOUGH = 65;
    /** Saving waits while this many bytes are rewritten: some tens of milliseconds. */
    private static final int AT_ONCE = 4 << 20;
    private static final int MOST_ROUNDS = 8;
    /** In bytes; a smaller file is not worth the moving. */
    static final int LEAST_FILE = 16 << 20;
    /** In bytes; who adds so much to what was in use after the last look waits for the next. */
    private static final int MUCH = 8 << 20;
    /** How long after one look comes the next. */
    public static final int TURN_MS = 250;
    private static final Duration UNTIL_AT_REST = Duration.ofSeconds(5);

    private final DataFolder data;
    private final DataSource store;
    /** The version that the last look found, held; null before the first look and after the last. */
    private volatile @Nullable Held held;
    /** How many bytes of the file were in use when this had looked last. */
    private volatile long usedThen;
    /** When there was something to do last, by the clock that nobody can set. */
    private long busy;

    /**
     * A version that the engine keeps as long as this is not released.
     *
     * @param seen the newest version then, maybe still being written
     * @param first whether the look before found another one
     */
    private record Held(MVStore chunks, MVStore.TxCounter usage, long seen, boolean first) {

        static Held now(MVStore chunks, @Nullable Held before) {
            var usage = chunks.registerVersionUsage();
            long seen = chunks.getCurrentVersion();
            return new Held(chunks, usage, seen, before == null || before.chunks != chunks || before.seen != seen);
        }

        void release() {
            chunks.deregisterVersionUsage(usage);
        }
    }

    StoreSpace(DataFolder data, DataSource store) {
        this.data = data;
        this.store = store;
    }

    @Scheduled(fixedDelay = TURN_MS)
    void onSchedule() {
        tellingFaults(this::reclaim);
    }

    /** Or imports, one after the other, would fill the file faster than it is made free: each waits for a look instead. */
    @Order
    @TransactionalEventListener
    void saved(ChangeSaved change) {
        var found = held;
        if (found != null) {
            tellingFaults(() -> {
                if (used(found.chunks) - usedThen > MUCH) {
                    reclaim();
                }
            });
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void tellingFaults(Work work) {
        try {
            work.run();
        } catch (SQLException | MVStoreException failed) {
            LOG.warn("The room of overwritten data could not be made free: {}", failed.getMessage());
        }
    }

    /**
     * Brings what was written to the disk and gives free what was emptied before the last look, rewrites chunks until enough
     * of them is in use, at most 32 MB, and gives room at the end of the file back; nothing where the store is not a file, or
     * nothing has happened since all this was done.
     *
     * @throws SQLException when the store cannot be asked
     * @throws MVStoreException when it cannot be written
     */
    public synchronized void reclaim() throws SQLException {
        if (data.file().isEmpty()) {
            return;
        }
        try (var connection = store.getConnection()) {
            var chunks = chunks(connection);
            if (bringToDisk(chunks)) {
                busy = System.nanoTime();
            } else if (System.nanoTime() - busy > UNTIL_AT_REST.toNanos()) {
                return;
            }
            if (rewrite(connection, chunks) | move(chunks)) {
                busy = System.nanoTime();
            }
            usedThen = used(chunks);
        }
    }

    private static long used(MVStore chunks) {
        var file = chunks.getFileStore();
        return file.size() / 100 * file.getFillRate();
    }

    /** Whether there was something to bring. What is still being written when this looks, it brings at the next look. */
    private boolean bringToDisk(MVStore chunks) {
        if (held != null && held.chunks == chunks && held.seen == chunks.getCurrentVersion() && !held.first) {
            return false;
        }
        var now = Held.now(chunks, held);
        try {
            chunks.sync();
        } catch (MVStoreException failed) {
            now.release();
            throw failed;
        }
        letGo();
        held = now;
        chunks.setRetentionTime(0);
        chunks.getFileStore().dropUnusedChunks();
        return true;
    }

    /** Before the store is closed, and of one that the engine has closed and opened again. */
    @PreDestroy
    synchronized void letGo() {
        if (held != null) {
            held.release();
            held = null;
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
