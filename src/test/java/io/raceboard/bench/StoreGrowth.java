package io.raceboard.bench;

import io.raceboard.backup.Journalled;
import io.raceboard.backup.StoreSpace;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** What 20,000 saves of one value and 20 imports of 10,000 make of the store's file, and whether saving gets slower. */
final class StoreGrowth {

    private static final int SAVES = 20_000;
    private static final int IMPORTS = 20;
    private static final int ROWS = 10_000;
    private static final int FIRST = 1000;
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final Act ACT = new Act(Act.Kind.IMPORT, "Bench", "bench", "to measure");

    private StoreGrowth() {
    }

    /** Megabytes of the file, at once and ten seconds later, and of its compacted form; milliseconds of the first saves and of the last, 99 of 100. */
    static Map<String, Double> run() throws IOException, SQLException, InterruptedException {
        var folder = Files.createTempDirectory("raceboard-growth");
        var file = folder.resolve("store.mv.db");
        var millis = new double[SAVES];
        var url = "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0;CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE";
        double inUse;
        double later;
        try (var store = Journalled.at(url, folder.resolve("journal"));
                var reclaiming = Executors.newSingleThreadScheduledExecutor()) {
            reclaiming.scheduleWithFixedDelay(() -> reclaim(store), 0, StoreSpace.TURN_MS, TimeUnit.MILLISECONDS);
            LedgerBench.fill(store, ROWS);
            for (int i = 0; i < SAVES; i++) {
                long begin = System.nanoTime();
                save(store, i % ROWS, i % ROWS + 1, i / ROWS);
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
            for (int i = 0; i < IMPORTS; i++) {
                save(store, 0, ROWS, 2 + i);
            }
            inUse = megabytes(file);
            Thread.sleep(LATER);
            later = megabytes(file);
            reclaiming.shutdownNow();
            store.sql().execute("script to '" + folder.resolve("script.sql") + "'");
        }
        var compact = "jdbc:h2:file:" + folder.resolve("compact");
        try (var store = DriverManager.getConnection(compact, "sa", ""); var copy = store.createStatement()) {
            copy.execute("runscript from '" + folder.resolve("script.sql") + "'");
            copy.execute("shutdown compact");
        }
        double compacted = megabytes(folder.resolve("compact.mv.db"));
        FileSystemUtils.deleteRecursively(folder);
        return Map.of("in-use-mb", inUse, "later-mb", later, "compact-mb", compacted, "first-p99-ms", p99(millis, 0, FIRST), "last-p99-ms",
                p99(millis, SAVES - FIRST, SAVES));
    }

    private static void save(TestStore store, int from, int to, int version) {
        var outcome = store.ledger().save(Batch.values(LedgerBench.drafts(from, to, version)), ACT);
        if (outcome.changeId().isEmpty()) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /** As the program does it by its clock. */
    private static void reclaim(TestStore store) {
        try {
            store.part(StoreSpace.class).reclaim();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static double p99(double[] all, int from, int to) {
        var some = Arrays.copyOfRange(all, from, to);
        Arrays.sort(some);
        return some[some.length * 99 / 100];
    }

    private static double megabytes(Path file) throws IOException {
        return Files.size(file) / 1e6;
    }
}
