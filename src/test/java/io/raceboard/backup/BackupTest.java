package io.raceboard.backup;

import static io.raceboard.db.Tables.AUDIT_ENTRY;
import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.solar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raceboard.imports.DataFile;
import io.raceboard.imports.Importer;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Replay;
import io.raceboard.ledger.TestStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of a store in use, and the way back from them: a real file, the real commands. */
class BackupTest {

    private static final Class<?>[] PARTS =
            {DataFolder.class, Journal.class, Backups.class, Export.class, ExportQueries.class, Importer.class};

    @TempDir
    private Path folder;
    private String url;

    @BeforeEach
    void aFile() {
        url = "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private TestStore open() {
        return TestStore.at(url, PARTS);
    }

    @ParameterizedTest
    @EnumSource(value = Backups.Step.class, names = {"COPYING", "OPENING", "KEEPING"})
    void aBackupThatIsCancelledLeavesNothing(Backups.Step unwanted) throws IOException {
        try (var store = open()) {
            var backups = store.part(Backups.class);
            assertThatThrownBy(() -> backups.make(step -> {
                if (step == unwanted) {
                    throw new CancellationException();
                }
            })).isInstanceOf(CancellationException.class);
            assertThat(backups.all()).isEmpty();
            try (var left = Files.walk(folder)) {
                assertThat(left).noneMatch(file -> file.toString().matches(".*(\\.part|\\.gz|\\.verify.*)"));
            }
        }
    }

    @Test
    void aBackupTakenUnderLoadIsWholeAndComesBackWithAllThatWasSavedSince() throws Exception {
        Map<String, String> atTheEnd;
        List<Backup> backups = new ArrayList<>();
        try (var store = open()) {
            Lively.fill(store.ledger());
            var enough = new AtomicBoolean();
            var saved = new AtomicInteger();
            var load = new FutureTask<>(() -> {
                for (int n = 0; !enough.get(); n = saved.incrementAndGet()) {
                    Lively.saved(store.ledger().save(Batch.of(solar("2040", "1." + n), solar("2041", "2." + n)), ACT));
                }
                return null;
            });
            Thread.ofPlatform().start(load);
            for (int i = 0; i < 3; i++) {
                int before = saved.get();
                backups.add(store.part(Backups.class).make(step -> { }));
                rename(backups, i);
                while (saved.get() < before + 7 && !load.isDone()) {
                    Thread.onSpinWait();
                }
            }
            enough.set(true);
            load.get();
            for (var backup : backups) {
                assertThat(store.part(Backups.class).verify(backup)).isEmpty();
                assertThat(backup.lastChange()).isPositive().isLessThanOrEqualTo(store.part(Replay.class).last());
            }
            atTheEnd = digest(store);
        }

        assertThat(command("restore", backups.getLast().file().toString())).contains("The backup of", "changes since");
        try (var store = open()) {
            assertThat(digest(store)).isEqualTo(atTheEnd);
            assertThat(log(store)).singleElement().asString().contains("restored from the backup raceboard-2.sql.gz")
                    .contains("the store before is store.before-");
            Lively.saved(store.ledger().save(Batch.of(solar("2050", "3")), ACT));
        }
        assertThat(old()).hasSize(1);
    }

    /** The clock of the tests stands still, so that backups would have the same name. */
    private static void rename(List<Backup> backups, int i) {
        var last = backups.getLast();
        var moved = last.file().resolveSibling("raceboard-" + i + ".sql.gz");
        assertThat(last.file().toFile().renameTo(moved.toFile())).isTrue();
        assertThat(Path.of(last.file().toString().replace(".sql.gz", ".json")).toFile()
                .renameTo(Path.of(moved.toString().replace(".sql.gz", ".json")).toFile())).isTrue();
        backups.set(i, new Backup(moved, last.at(), last.bytes(), last.lastChange(), last.sum(), last.tables()));
    }

    @Test
    void withoutTheJournalTheStoreIsAsItWasThen() {
        Map<String, String> then;
        Backup backup;
        try (var store = open()) {
            Lively.fill(store.ledger());
            then = digest(store);
            backup = store.part(Backups.class).make(step -> { });
            Lively.saved(store.ledger().save(Batch.of(solar("2040", "1")), ACT));
        }
        command("restore", backup.file().toString(), "--without-journal");
        assertThat(folder.resolve("journal").toFile().renameTo(folder.resolve("old-journal").toFile())).isTrue();
        try (var store = open()) {
            assertThat(digest(store)).isEqualTo(then);
        }
    }

    @Test
    void aDamagedBackupIsNotedAndReplacesNothing() throws IOException {
        Backup backup;
        try (var store = open()) {
            Lively.fill(store.ledger());
            backup = store.part(Backups.class).make(step -> { });
            var bytes = Files.readAllBytes(backup.file());
            bytes[bytes.length / 2] ^= 1;
            Files.write(backup.file(), bytes);
            assertThat(store.part(Backups.class).verify(backup)).containsExactly("The file is not as it was written.");
        }
        assertThat(command(1, "verify", backup.file().toString())).contains("Not done");
        assertThat(command(1, "restore", backup.file().toString())).contains("not as it was written");
        assertThat(old()).isEmpty();
    }

    @Test
    void aStoreInUseIsNotReplaced() {
        try (var store = open()) {
            Lively.fill(store.ledger());
            var backup = store.part(Backups.class).make(step -> { });
            assertThat(command(1, "restore", backup.file().toString())).contains("in use");
            assertThat(command(1, "rebuild")).contains("in use");
            Lively.saved(store.ledger().save(Batch.of(solar("2040", "1")), ACT));
        }
    }

    @Test
    void theWholeStoreIsMadeAgainFromTheJournalByCommand() throws IOException {
        Map<String, String> then;
        try (var store = open()) {
            Lively.fill(store.ledger());
            then = digest(store);
        }
        Files.delete(folder.resolve("store.mv.db"));
        assertThat(command("rebuild")).contains("made anew from 16 changes").contains("Accounts, walls");
        try (var store = open()) {
            assertThat(digest(store)).isEqualTo(then);
            assertThat(log(store)).singleElement().asString().startsWith("restore by command line")
                    .contains("made anew from the 16 changes in the journal");
            Lively.saved(store.ledger().save(Batch.of(solar("2040", "1")), ACT));
        }
    }

    @Test
    void anExportFillsAnEmptyStoreWithTheSameBoard() throws IOException {
        Map<String, String> files;
        try (var store = open()) {
            Lively.fill(store.ledger());
            files = unzip(store.part(Export.class));
        }
        assertThat(files.get("dataset/observations.csv")).contains("sun,cn,administration,2025,316,").doesNotContain("277.17");
        assertThat(files.get("changes.jsonl").lines()).hasSize(16);
        url = url.replace("/store", "/other/store");
        try (var other = open()) {
            var data = files.entrySet().stream().filter(f -> f.getKey().endsWith(".csv"))
                    .map(f -> new DataFile(f.getKey(), f.getValue().getBytes(StandardCharsets.UTF_8))).toList();
            var result = other.part(Importer.class).save(data, new Act(Act.Kind.BUNDLED, "Ada", "export", null));
            assertThat(result.faults()).isEmpty();
            var again = unzip(other.part(Export.class));
            again.remove("changes.jsonl");
            files.remove("changes.jsonl");
            assertThat(again).isEqualTo(files);
        }
    }

    @Test
    void onlyTheNewestAreKept() throws IOException {
        var files = new BackupFiles(folder, tools.jackson.databind.json.JsonMapper.builder().build());
        for (int day = 1; day <= 5; day++) {
            var at = java.time.Instant.parse("2026-11-0%dT02:30:00Z".formatted(day));
            var part = Files.writeString(folder.resolve("x.part"), "x" + day);
            files.keep(part, files.newFile(at), at, day, Map.of());
        }
        files.forgetAllBut(2);
        assertThat(files.all()).extracting(Backup::lastChange).containsExactly(5L, 4L);
        assertThat(folder.toFile().list()).hasSize(4);
    }

    @Test
    void anUnknownBackupIsRefused() {
        assertThatThrownBy(() -> command("restore", "nowhere.sql.gz")).isInstanceOf(AssertionError.class);
        assertThat(command(1, "restore")).contains("Name the backup");
    }

    private List<Path> old() {
        try (var all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().contains(".before-")).toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private String command(String... args) {
        return command(0, args);
    }

    private String command(int status, String... args) {
        var all = new ArrayList<>(List.of(args));
        all.add("--spring.datasource.url=" + url);
        all.add("--spring.datasource.username=sa");
        var out = new ByteArrayOutputStream();
        int ended = Commands.run(all.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8));
        var said = out.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(said).isEqualTo(status);
        return said;
    }

    private static List<String> log(TestStore store) {
        return store.sql().select(AUDIT_ENTRY.KIND, AUDIT_ENTRY.ACTOR, AUDIT_ENTRY.DETAIL).from(AUDIT_ENTRY)
                .fetch(e -> "%s by %s: %s".formatted(e.value1(), e.value2(), e.value3()));
    }

    private static Map<String, String> digest(TestStore store) {
        return new DigestQueries(store.sql()).digest();
    }

    private static Map<String, String> unzip(Export export) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(out);
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
