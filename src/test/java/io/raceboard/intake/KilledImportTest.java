package io.raceboard.intake;

import static io.raceboard.db.Tables.OBSERVATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.ChangeContent;
import io.raceboard.ledger.ChangeWitness;
import io.raceboard.ledger.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process is killed while it takes a file in: the store holds the whole file or nothing of it. */
class KilledImportTest {

    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aFile() throws Exception {
        file = folder.resolve("values.csv");
        // Days one after the other: a file as long as one series can make it.
        var first = LocalDate.of(1960, 1, 1);
        ImportWork.write(file, IntStream.range(0, ROWS).mapToObj(i -> List.of("solar", "cn", "nea",
                first.plusDays(i).toString(), String.valueOf(100 + i % 3), "", "", "GW", "actual", "false", "nea-2025",
                "")));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 150, 400, 800})
    void leavesNoHalfChangeWheneverItWas(long afterMs) throws Exception {
        var url = storeWithoutValues();
        boolean confirmed = takeInAndKill(url, "saving", afterMs);
        try (var store = TestStore.at(url)) {
            int there = store.sql().fetchCount(OBSERVATION);
            assertThat(there).isIn(confirmed ? List.of(ROWS) : List.of(0, ROWS));
            if (there == 0) {
                assertThat(new ImportWork(store, file).taking().commit().added()).isEqualTo(ROWS);
            }
        }
    }

    @Test
    void leavesNothingWhenAllWasWrittenAndNothingCommitted() throws Exception {
        var url = storeWithoutValues();
        assertThat(takeInAndKill(url, "written", 0)).isFalse();
        try (var store = TestStore.at(url)) {
            assertThat(store.sql().fetchCount(OBSERVATION)).isZero();
            assertThat(new ImportWork(store, file).taking().commit().added()).isEqualTo(ROWS);
        }
    }

    private String storeWithoutValues() {
        var url = "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        try (var store = TestStore.at(url)) {
            store.ledger().save(Given.catalogue(), Given.ACT);
        }
        return url;
    }

    /**
     * @param sign after what the process says it is killed; where that is "written" it waits there
     * @return whether it said that all was saved before
     */
    private boolean takeInAndKill(String url, String sign, long afterMs) throws Exception {
        var said = Files.createTempFile(folder, "said", "");
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Taker.class.getName(), url, file.toString(), sign)
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(said.toFile()).start();
        while (!Files.readAllLines(said).contains(sign)) {
            assertThat(process.isAlive()).as("the process ended too early").isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(afterMs));
        process.destroyForcibly().waitFor();
        return Files.readAllLines(said).contains("saved");
    }

    /** What is killed. */
    public static final class Taker {

        private Taker() {
        }

        public static void main(String[] args) throws Exception {
            try (var store = TestStore.at(args[0])) {
                var taking = new ImportWork(store, Path.of(args[1])).taking();
                System.out.println("saving");
                taking.commit(args[2].equals("written") ? store.ledger(new WaitsAtTheLastMoment()) : store.ledger());
                System.out.println("saved");
            }
        }
    }

    private static final class WaitsAtTheLastMoment implements ChangeWitness {

        @Override
        public void beforeCommit(ChangeContent change, long previous) {
            System.out.println("written");
            while (true) {
                LockSupport.park();
            }
        }

        @Override
        public void afterCompletion(boolean committed) {
            throw new AssertionError("it was not killed");
        }
    }
}
