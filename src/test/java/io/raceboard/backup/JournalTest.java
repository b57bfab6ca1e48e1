package io.raceboard.backup;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.solar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raceboard.db.Tables;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.ChangeContent;
import io.raceboard.ledger.ChangeWitness;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.NotSaved;
import io.raceboard.ledger.Replay;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** Every confirmed change is a line, and from the lines alone the store can be made again. */
@StoreTest
class JournalTest {

    private final TestStore store;
    private final Replay replay;
    @TempDir
    private Path folder;
    private Journal journal;
    private Ledger ledger;

    JournalTest(Engine engine) {
        store = engine.emptyStore();
        replay = store.part(Replay.class);
    }

    @BeforeEach
    void aNewJournal() {
        open();
    }

    private void open() {
        journal = new Journal(new DataFolder(new MockEnvironment().withProperty("raceboard.journal",
                folder.toString())), replay, JsonMapper.builder().build());
        journal.afterSingletonsInstantiated();
        ledger = store.ledger(journal);
    }

    @Test
    void theStoreCanBeMadeAgainFromTheJournalAlone() {
        Lively.fill(ledger);
        var digest = digest();
        assertThat(journal.survey().orElseThrow().entries()).hasSize(replay.after(0).size());

        rebuild();

        assertThat(digest()).isEqualTo(digest);
        Lively.saved(ledger.save(Batch.of(solar("2030", "400")), ACT));
    }

    @Test
    void whatTheStoreHasAndTheJournalLacksIsWrittenAtTheStart() throws IOException {
        Lively.fill(store.ledger());
        var digest = digest();
        open();
        assertThat(journal.survey().orElseThrow().entries()).hasSize(replay.after(0).size());
        assertThat(journal.survey().orElseThrow().damaged()).isEmpty();
        rebuild();
        assertThat(digest()).isEqualTo(digest);
    }

    @Test
    void anotherNodesChangesAreWrittenBeforeTheNextOne() {
        ledger.save(catalogue(), ACT);
        store.ledger().save(Batch.of(solar("2024", "277")), ACT);
        ledger.save(Batch.of(solar("2025", "315")), ACT);
        assertThat(journal.survey().orElseThrow().entries()).extracting(JournalFiles.Entry::change)
                .containsExactlyElementsOf(replay.after(0));
    }

    @Test
    void aChangeThatWasNotSavedAfterAllLeavesNoLine() {
        ledger.save(catalogue(), ACT);
        long last = replay.last();
        var failing = store.ledger(new ChangeWitness() {
            @Override
            public void beforeCommit(ChangeContent change, long previous) {
                journal.beforeCommit(change, previous);
                throw new UncheckedIOException(new IOException("No space left on device"));
            }

            @Override
            public void afterCompletion(boolean committed) {
                assertThat(committed).isFalse();
                journal.afterCompletion(committed);
            }
        });
        assertThatThrownBy(() -> failing.save(Batch.of(solar("2025", "315")), ACT)).isInstanceOf(NotSaved.class)
                .hasMessageContaining("No space left on device");
        assertThat(replay.last()).isEqualTo(last);
        assertThat(store.sql().fetchCount(Tables.OBSERVATION)).isZero();
        assertThat(journal.survey().orElseThrow().last()).isEqualTo(last);
        Lively.saved(ledger.save(Batch.of(solar("2025", "315")), ACT));
        assertThat(journal.survey().orElseThrow().last()).isEqualTo(replay.last());
    }

    @Test
    void aLineWhoseChangeIsNotInTheStoreIsVoidAndOneThatWasCutOffIsGone() throws IOException {
        ledger.save(catalogue(), ACT);
        long last = replay.last();
        journal.beforeCommit(new ChangeContent(last + 1, ACT, TestStore.NOW.plusSeconds(1), null, List.of(),
                List.of()), last);
        Files.writeString(file(), "{\"change\":99,\"at\":\"2026", StandardOpenOption.APPEND);
        open();
        assertThat(journal.survey().orElseThrow().last()).isEqualTo(last);
        assertThat(Files.readAllLines(file())).hasSize(3).last().asString().startsWith("{\"void\":" + (last + 1));
        Lively.saved(ledger.save(Batch.of(solar("2025", "315")), ACT));
        rebuild();
        assertThat(store.sql().fetchCount(Tables.OBSERVATION)).isEqualTo(1);
    }

    @Test
    void aJournalOfAnotherStoreIsNotContinued() {
        ledger.save(catalogue(), ACT);
        ledger.save(Batch.of(solar("2024", "277")), ACT);
        store.empty();
        assertThatThrownBy(this::open).isInstanceOf(JournalMismatch.class)
                .hasMessageContaining("has 2 changes that the store does not have");
    }

    @Test
    void aDamagedLineIsNoticed() throws IOException {
        Lively.fill(ledger);
        var text = Files.readString(file());
        Files.writeString(file(), text.replace("315.07", "815.07"));
        assertThat(journal.survey().orElseThrow().damaged()).containsExactly(file().getFileName() + ":2");
        assertThatThrownBy(this::rebuild).isInstanceOf(JournalMismatch.class).hasMessageContaining("Line 2");
    }

    private Path file() {
        return new JournalFiles(folder, new JournalLines(JsonMapper.builder().build())).files().getLast();
    }

    private void rebuild() {
        store.empty();
        var files = new JournalFiles(folder, new JournalLines(JsonMapper.builder().build()));
        replay.write(each -> files.read(0, each));
    }

    private java.util.Map<String, String> digest() {
        return new DigestQueries(store.sql()).digest();
    }
}
