package io.raceboard.intake;

import static io.raceboard.db.Tables.OBSERVATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed while it takes a file in: the store holds the whole file or nothing of it. */
class KilledImportTest {

    private static final int ROWS = 20_000;
    private static final long[] AFTER_MS = {5, 150, 400, 800};

    @TempDir
    Path folder;

    @Test
    void leavesNoHalfChange() throws Exception {
        var file = folder.resolve("values.csv");
        // Days one after the other: a file as long as one series can make it.
        var first = java.time.LocalDate.of(1960, 1, 1);
        ImportWork.write(file, IntStream.range(0, ROWS).mapToObj(i -> List.of("solar", "cn", "nea",
                first.plusDays(i).toString(), String.valueOf(100 + i % 3), "", "", "GW", "actual", "false", "nea-2025",
                "")));
        for (long after : AFTER_MS) {
            var url = "jdbc:h2:file:" + folder.resolve("store" + after) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
            try (var store = TestStore.at(url)) {
                store.ledger().save(Given.catalogue(), Given.ACT);
            }
            boolean confirmed = takeInAndKill(url, file, after);
            try (var store = TestStore.at(url)) {
                int there = store.sql().fetchCount(OBSERVATION);
                assertThat(there).as("killed after %d ms", after).isIn(confirmed ? List.of(ROWS) : List.of(0, ROWS));
                if (there == 0) {
                    assertThat(new ImportWork(store, file).taking().commit().added()).isEqualTo(ROWS);
                }
            }
        }
    }

    /** Whether the process said that all was saved before it was killed. */
    private static boolean takeInAndKill(String url, Path file, long afterMs) throws Exception {
        var said = Files.createTempFile(file.getParent(), "said", "");
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Taker.class.getName(), url, file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(said.toFile()).start();
        while (!Files.readAllLines(said).contains("saving")) {
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
                taking.commit();
                System.out.println("saved");
            }
        }
    }
}
