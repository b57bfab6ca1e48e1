package io.raceboard.backup;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.solar;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Batch;
import io.raceboard.ledger.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was overwritten does not fill the disk. */
class StoreSpaceTest {

    private static final int SAVES = 600;

    @TempDir
    private Path folder;

    @Test
    void aFileUnderManySmallSavesIsMostlyInUse() throws SQLException {
        try (var store = open("store")) {
            saveOften(store, () -> { });
            assertThat(inUse(store)).as("left to itself, percent").isLessThan(StoreSpace.ENOUGH);
            var before = rows(store);
            reclaim(store);
            assertThat(inUse(store)).as("reclaimed, percent").isGreaterThanOrEqualTo(StoreSpace.ENOUGH);
            assertThat(rows(store)).isEqualTo(before);
        }
    }

    @Test
    void theRoomThatBecomesFreeIsUsedAgain() throws Exception {
        try (var alone = open("alone"); var kept = open("kept")) {
            saveOften(alone, () -> { });
            saveOften(kept, () -> reclaim(kept));
            assertThat(Files.size(folder.resolve("kept.mv.db"))).isLessThan(Files.size(folder.resolve("alone.mv.db")) / 2);
        }
    }

    @Test
    void aFileThatIsMostlyFreeBecomesSmallerWhileItIsOpen() throws Exception {
        var file = folder.resolve("store.mv.db");
        try (var store = open("store")) {
            while (Files.size(file) < 3 * StoreSpace.LEAST_FILE / 2) {
                saveOften(store, () -> { });
            }
            var before = rows(store);
            reclaim(store);
            assertThat(Files.size(file)).isLessThan(StoreSpace.LEAST_FILE);
            assertThat(rows(store)).isEqualTo(before);
        }
    }

    @Test
    void whoSavesMuchAgainAndAgainMakesRoomFirst() throws Exception {
        try (var alone = TestStore.at(url("alone"), DataFolder.class); var kept = open("kept")) {
            saveMuch(alone);
            // The program looks four times a second; here once, and what is saved does the rest.
            kept.part(StoreSpace.class).reclaim();
            saveMuch(kept);
            assertThat(Files.size(folder.resolve("kept.mv.db"))).isLessThan(Files.size(folder.resolve("alone.mv.db")) / 2);
        }
    }

    private static void saveMuch(TestStore store) {
        store.ledger().save(catalogue(), ACT);
        for (int version = 0; version < 12; version++) {
            var amount = String.valueOf(100 + version);
            store.ledger().save(Batch.values(IntStream.range(0, 4_000)
                    .mapToObj(day -> solar(LocalDate.of(2010, 1, 1).plusDays(day).toString(), amount)).toList()), ACT);
        }
    }

    @Test
    void aStoreThatWasReclaimedOpensWithTheSameRows() throws SQLException {
        Map<String, String> before;
        try (var store = open("store")) {
            saveOften(store, () -> reclaim(store));
            before = rows(store);
        }
        try (var store = open("store")) {
            assertThat(rows(store)).isEqualTo(before);
        }
    }

    private interface Act {
        void run() throws SQLException;
    }

    private TestStore open(String name) {
        var store = TestStore.at(url(name), DataFolder.class, StoreSpace.class);
        // What is read before the first reclaiming: the engine else keeps what is overwritten for 45 seconds.
        store.sql().execute("set retention_time 0");
        return store;
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static void saveOften(TestStore store, Act often) throws SQLException {
        store.ledger().save(catalogue(), ACT);
        for (int n = 1; n <= SAVES; n++) {
            store.ledger().save(Batch.of(solar("%d".formatted(1900 + n % 120), String.valueOf(n))), ACT);
            if (n % 50 == 0) {
                often.run();
            }
        }
    }

    /** What one look empties the next one gives back, when it knows that what took its place is on the disk. */
    private static void reclaim(TestStore store) throws SQLException {
        for (int look = 0; look < 3; look++) {
            store.part(StoreSpace.class).reclaim();
        }
    }

    private static Map<String, String> rows(TestStore store) {
        return store.sql().connectionResult(RawDigest::of);
    }

    private static int inUse(TestStore store) {
        return store.sql().connectionResult(StoreSpace::inUse);
    }
}
