package io.raceboard.backup;

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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

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
    /** How much of the chunks that could be rewritten, and how much of the file, should be in use, in percent. */
    static final int ENOUGH = 50;
    /** Saving waits while this many bytes are rewritten: some tens of milliseconds. */
    private static final int AT_ONCE = 4 << 20;
    private static final int MOST_ROUNDS = 8;
    /** In bytes; a smaller file is not worth the moving. */
    static final int LEAST_FILE = 16 << 20;
    /** How long after one look comes the next. */
    public static final int TURN_MS = 250;
    /** Rewriting costs what it writes; more often than this it would do the same work again. */
    private static final Duration BETWEEN_REWRITING = Duration.ofSeconds(1);
    private static final Duration UNTIL_AT_REST = Duration.ofSeconds(5);

    private final DataFolder data;
    private final DataSource store;
    /** The version that the last look found, held; null before the first look and after the last. */
    private @Nullable Held held;
    /** When there was something to do last, and when chunks were rewritten, by the clock that nobody can set. */
    private long busy;
    private long rewritten = System.nanoTime() - BETWEEN_REWRITING.toNanos();

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
        try {
            reclaim();
        } catch (SQLException | MVStoreException failed) {
            LOG.warn("The room of overwritten data could not be made free: {}", failed.getMessage());
        }
    }

    /**
     * Brings what was written to the disk, at most once a second rewrites chunks until enough of them is in use, at most
     * 32 MB, and gives room at the end of the file back; nothing where the store is not a file, or nothing has happened
     * since all this was done.
     *
     * @throws SQLException when the store cannot be asked
     * @throws MVStoreException when it cannot be written
     */
    public void reclaim() throws SQLException {
        reclaim(BETWEEN_REWRITING);
    }

    /** @param between how long ago chunks must have been rewritten to be so again */
    synchronized void reclaim(Duration between) throws SQLException {
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
            if (System.nanoTime() - rewritten >= between.toNanos()) {
                if (rewrite(connection, chunks) | move(chunks)) {
                    busy = System.nanoTime();
                }
                rewritten = System.nanoTime();
            }
        }
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
        // The first round in any case: it gives free what was emptied before the last look.
        for (int round = 0; round < MOST_ROUNDS && file.size() > LEAST_FILE
                && (round == 0 || file.getFillRate() < ENOUGH); round++) {
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
