package io.raceboard.backup;

import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Copies the embedded store while it is in use, and opens each copy once before it counts as one. */
@Service
class Backups {

    /** How far making one is, for those who wait. */
    enum Step { COPYING, OPENING, KEEPING, DONE }

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    /** H2's name for: all statements of a transaction see the store as it was when the transaction began. */
    private static final int SNAPSHOT = 6;

    private final DataFolder data;
    private final DataSource store;
    private final Ledger ledger;
    private final Replay replay;
    private final Clock clock;
    private final BackupFiles files;
    private final int keep;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Backups(DataFolder data, DataSource store, Ledger ledger, Replay replay, Clock clock, JsonMapper json,
            @Value("${raceboard.backup.keep:14}") int keep) {
        this.data = data;
        this.store = store;
        this.ledger = ledger;
        this.replay = replay;
        this.clock = clock;
        this.files = new BackupFiles(data.backups(), json);
        this.keep = Math.max(1, keep);
    }

    /** Whether the store is one that can be backed up here; other databases have tools of their own. */
    boolean isPossible() {
        return data.url().startsWith("jdbc:h2:");
    }

    Path folder() {
        return data.backups();
    }

    int keep() {
        return keep;
    }

    /** The newest first. */
    List<Backup> all() {
        return files.all();
    }

    /** What is wrong with it, sentence by sentence; empty when all is well. */
    List<String> verify(Backup backup) {
        return files.verify(backup);
    }

    @Scheduled(cron = "${raceboard.backup.schedule:0 30 2 * * *}")
    void onSchedule() {
        if (!data.url().startsWith("jdbc:h2:file:")) {
            return;
        }
        try {
            var backup = make(step -> { });
            LOG.info("Made the backup {} of {} kB", backup.file(), backup.bytes() / 1024);
        } catch (RuntimeException failed) {
            LOG.error("The backup failed: {}", failed.getMessage());
        }
    }

    /**
     * Makes a backup now. Saves of data wait while the copy is written, not while it is opened.
     *
     * @param progress told before each step; ends the backup, of which nothing is left, by a
     *         {@link java.util.concurrent.CancellationException}
     * @throws IllegalStateException when it cannot be written or opened; there is no new backup then
     */
    Backup make(Consumer<Step> progress) {
        if (!isPossible()) {
            throw new IllegalStateException("This store is not an embedded one; back it up with the tools of its database");
        }
        oneAtATime.lock();
        try {
            progress.accept(Step.COPYING);
            var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var file = files.newFile(at);
            var copy = file.resolveSibling(file.getFileName() + ".part");
            try {
                long lastChange = ledger.whileNobodySaves(() -> copy(copy));
                progress.accept(Step.OPENING);
                Map<String, String> tables = files.opened(copy, BackupFiles::tables);
                progress.accept(Step.KEEPING);
                var backup = files.keep(copy, file, at, lastChange, tables);
                files.forgetAllBut(keep);
                progress.accept(Step.DONE);
                return backup;
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException | UncheckedIOException failed) {
            throw new IllegalStateException("The backup could not be written: " + failed.getMessage(), failed);
        } finally {
            oneAtATime.unlock();
        }
    }

    private long copy(Path file) {
        try (Connection connection = store.getConnection()) {
            int usual = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(SNAPSHOT);
            try (var script = connection.prepareStatement("script to ? compression gzip charset 'UTF-8'")) {
                script.setString(1, file.toString());
                script.execute();
                return replay.last();
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(usual);
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The backup could not be written: " + failed.getMessage().lines()
                    .findFirst().orElse(""), failed);
        }
    }

    /** When the newest one was made; the epoch for none. */
    Instant newest() {
        return all().stream().map(Backup::at).findFirst().orElse(Instant.EPOCH);
    }
}
