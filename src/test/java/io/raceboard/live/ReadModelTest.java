package io.raceboard.live;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.event;
import static io.raceboard.ledger.Sample.share;
import static io.raceboard.ledger.Sample.solar;
import static io.raceboard.ledger.Sample.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.Outcome;
import io.raceboard.ledger.RecordKey;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After each change the model says what it would say had it read the whole store. */
@StoreTest
class ReadModelTest {

    private final TestStore store;
    private final ReadModel model;

    ReadModelTest(Engine engine) {
        store = engine.emptyStore();
        model = read();
    }

    private ReadModel read() {
        var sql = store.sql();
        return new ReadModel(new SeriesQueries(sql), new CatalogQueries(sql), new ChangeQueries(sql),
                Clock.fixed(TestStore.NOW, ZoneOffset.UTC));
    }

    @Test
    void countsAndVersionsFollowEveryChange() {
        var ledger = store.ledger();
        after(ledger.save(catalogue(), ACT), 0);
        after(ledger.save(Batch.of(solar("2023", "216"), solar("2024", "277"), share("2024", "8")), ACT), 3);
        after(ledger.save(Batch.of(solar("2024", "277.17"), solar("2025", "315")), ACT), 4);
        after(ledger.save(Batch.of(withdrawn("2024")), ACT), 3);
        after(ledger.save(Batch.of(event("e", "2025-02", null, List.of("cn"), List.of("nea-2025"))), ACT), 3);
        after(ledger.rename(new RecordKey(Kind.INDICATOR, "solar"), 1, "sun", ACT), 3);
        after(ledger.save(Batch.of(solar("2024", "277.2")), ACT), 4);
    }

    private void after(Outcome saved, int observations) {
        assertThat(saved.changeId()).isPresent();
        model.refresh(store.announced().getLast());
        var whole = read();
        assertThat(model.totals()).isEqualTo(whole.totals());
        assertThat(model.totals().observations()).isEqualTo(observations);
        assertThat(model.versions()).usingRecursiveComparison().ignoringFields("indicators").isEqualTo(whole.versions());
        for (var slug : List.of("solar", "sun", "solar-share")) {
            assertThat(model.versions().of(List.of(slug))).isEqualTo(whole.versions().of(List.of(slug)));
        }
    }
}
