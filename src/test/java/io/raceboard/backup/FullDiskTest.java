package io.raceboard.backup;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.solar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.raceboard.ledger.Batch;
import io.raceboard.ledger.NotSaved;
import io.raceboard.ledger.TestStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file system fills up while values are saved. */
class FullDiskTest {

    @TempDir
    private Path folder;
    private Path disk;

    @BeforeEach
    void aSmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString());
        if (!mounted) {
            System.out.println("*** NO SMALL DISK: only root may mount one, so the full disk was not tried.");
        }
        assumeTrue(mounted);
    }

    @AfterEach
    void away() throws Exception {
        run("umount", "-l", disk.toString());
    }

    @Test
    void theSaveIsRefusedClearlyNothingConfirmedIsLostAndItGoesOnWhenThereIsRoom() throws Exception {
        var url = "jdbc:h2:file:" + disk.resolve("store") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        var ballast = disk.resolve("ballast");
        int confirmed = 0;
        try (var store = TestStore.at(url, DataFolder.class, Journal.class)) {
            store.ledger().save(catalogue(), ACT);
            fill(ballast, 4 << 20);
            NotSaved refused = null;
            for (int n = 1; refused == null && n < 20_000; n++) {
                try {
                    Lively.saved(store.ledger().save(Batch.of(solar("2025", String.valueOf(n))), ACT));
                    confirmed = n;
                } catch (NotSaved full) {
                    refused = full;
                }
            }
            assertThat(refused).as("after %d saves", confirmed).isNotNull();
            assertThat(refused.getMessage()).startsWith("Nothing was saved");
            assertThat(confirmed).isPositive();

            Files.delete(ballast);
            var freed = Instant.now();
            boolean again = false;
            while (!again && Duration.between(freed, Instant.now()).toSeconds() < 10) {
                try {
                    Lively.saved(store.ledger().save(Batch.of(solar("2025", String.valueOf(confirmed + 1))), ACT));
                    again = true;
                } catch (NotSaved notYet) {
                    Thread.sleep(200);
                }
            }
            assertThat(again).as("saving again within 10 s of freed space").isTrue();
        }
        try (var store = TestStore.at(url, DataFolder.class, Journal.class)) {
            var o = io.raceboard.db.Tables.OBSERVATION;
            assertThat(store.sql().fetchCount(o)).isEqualTo(confirmed + 1);
            assertThat(store.part(Journal.class).survey().orElseThrow().entries()).hasSize(confirmed + 2);
            assertThat(store.part(Journal.class).survey().orElseThrow().damaged()).isEmpty();
        }
    }

    private static void fill(Path file, int bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(new byte[bytes]);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
