package io.raceboard.backup;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.solar;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Batch;
import io.raceboard.ledger.TestStore;
import io.raceboard.ledger.WriteProbe;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store's file is damaged while it is closed: it opens with every row as it was, or it is refused with what to do.
 * Few variants here; {@code make crash} tries a hundred.
 */
class DamagedStoreTest {

    private static final int VARIANTS = Integer.getInteger("damage.variants", 12);

    @TempDir
    private Path folder;

    private enum Damage {
        CUT {
            @Override
            void to(Path file, Random random) throws IOException {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() - 1000);
                }
            }
        },
        FLIPPED {
            @Override
            void to(Path file, Random random) throws IOException {
                var bytes = Files.readAllBytes(file);
                random.ints(64, 0, bytes.length).forEach(at -> bytes[at] ^= (byte) (1 + random.nextInt(255)));
                Files.write(file, bytes);
            }
        },
        GONE {
            @Override
            void to(Path file, Random random) throws IOException {
                Files.delete(file);
            }
        };

        abstract void to(Path file, Random random) throws IOException;
    }

    @Test
    void neverOpensWithOtherRows() throws IOException {
        Map<String, String> rows;
        try (var store = open(folder.resolve("whole"))) {
            Lively.fill(store.ledger());
            store.ledger().save(Batch.values(IntStream.rangeClosed(1900, 2010)
                    .mapToObj(year -> solar(String.valueOf(year), "0." + year)).toList()), ACT);
            rows = digest(store);
        }
        var random = new Random(20261122);
        int refused = 0;
        for (int variant = 0; variant < VARIANTS; variant++) {
            var damage = Damage.values()[variant % Damage.values().length];
            var place = folder.resolve(variant + "-" + damage);
            copy(folder.resolve("whole"), place);
            damage.to(place.resolve("store.mv.db"), random);
            try (var store = open(place)) {
                store.part(WriteProbe.class).run();
                assertThat(digest(store)).as("%s opened", place).isEqualTo(rows);
            } catch (RuntimeException failed) {
                assertThat(failed).as("%s is refused", place).rootCause().isInstanceOfSatisfying(DamagedStore.class,
                        why -> assertThat(why.advice()).contains("make restore BACKUP=").contains("make rebuild"));
                refused++;
            }
        }
        System.out.printf("%d damaged stores: %d refused, %d opened with all rows right%n", VARIANTS, refused,
                VARIANTS - refused);
    }

    @Test
    void opensAsEverWhenNothingHappenedToItOrItsProgramWasKilled() throws IOException {
        Map<String, String> rows;
        try (var store = open(folder.resolve("whole"))) {
            Lively.fill(store.ledger());
            rows = digest(store);
            // what a killed program leaves: a file in use without a seal
            copy(folder.resolve("whole"), folder.resolve("killed"));
        }
        assertThat(folder.resolve("whole/store.mv.db.seal")).exists();
        assertThat(folder.resolve("killed/store.mv.db.seal")).doesNotExist();
        for (var place : new String[] {"whole", "killed"}) {
            try (var store = open(folder.resolve(place))) {
                assertThat(digest(store)).isEqualTo(rows);
                assertThat(folder.resolve(place).resolve("store.mv.db.seal")).doesNotExist();
            }
        }
    }

    private static TestStore open(Path place) {
        return TestStore.at("jdbc:h2:file:" + place.resolve("store") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                DataFolder.class, StoreSeal.class, SealBeforeOpening.class, Journal.class);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static Map<String, String> digest(TestStore store) {
        return new DigestQueries(store.sql()).digest();
    }
}
