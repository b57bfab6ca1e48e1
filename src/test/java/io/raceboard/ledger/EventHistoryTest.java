package io.raceboard.ledger;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.EVENT;
import static io.raceboard.ledger.Sample.catalogue;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Fault.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a policy event stood over time is kept with it, and checked. */
@StoreTest
class EventHistoryTest {

    private final TestStore store;
    private final RecordQueries records;

    EventHistoryTest(Engine engine) {
        store = engine.emptyStore();
        records = new RecordQueries(new StateQueries(store.sql(), new EventLinks(store.sql())));
    }

    @BeforeEach
    void anEventIsThere() {
        store.ledger().save(catalogue(), ACT);
    }

    @Test
    void statesAreKeptInTheirOrderAndReplacedAsAWhole() {
        save("announced", "proposed 2024-11", "announced 2025-01-14");
        assertThat(history()).isEqualTo("proposed 2024-11;announced 2025-01-14");

        save("in-force", "proposed 2024-11", "announced 2025-01-14", "in-force 2025-02");
        assertThat(history()).isEqualTo("proposed 2024-11;announced 2025-01-14;in-force 2025-02");

        save("rescinded");
        assertThat(history()).isNull();
    }

    @Test
    void theSameAgainChangesNothing() {
        save("announced", "proposed 2024-11", "announced 2025-01-14");

        assertThat(save("announced", "proposed 2024-11", "announced 2025-01-14").unchanged()).isEqualTo(1);
    }

    @Test
    void everyWrongStepIsNamed() {
        assertThat(codes("announced", "planned 2024")).containsExactly("unknown-word");
        assertThat(codes("announced", "announced 2025-02-30")).containsExactly("no-such-period");
        assertThat(codes("announced", "announced")).containsExactly("no-such-period");
        assertThat(codes("announced", "in-force 2025-02", "announced 2024-12")).containsExactly("not-in-order");
        assertThat(codes("announced", "announced 2024-12", "in-force 2025-02")).containsExactly("status-not-last");
    }

    @Test
    void anOldNameLeadsToTheRecordOfToday() {
        store.ledger().rename(new RecordKey(Kind.EVENT, EVENT.slug()), 1, "the-plan", ACT);

        assertThat(records.find(Kind.EVENT, EVENT.slug())).hasValueSatisfying(found -> {
            assertThat(found.key().key()).isEqualTo("the-plan");
            assertThat(found.revision()).isEqualTo(2);
            assertThat(found.body()).containsAllEntriesOf(Map.of("jurisdictions", "cn;guangdong", "sources", "nea-2025"));
        });
        assertThat(records.find(Kind.EVENT, "no-such")).isEmpty();
    }

    private Object history() {
        return records.find(Kind.EVENT, EVENT.slug()).orElseThrow().body().get("history");
    }

    private List<String> codes(String status, String... steps) {
        return save(status, steps).faults().stream().peek(f -> assertThat(f.field()).isEqualTo("history"))
                .map(Fault::code).toList();
    }

    private Outcome save(String status, String... steps) {
        return store.ledger().save(Batch.of(new EventDraft(EVENT.slug(), EVENT.starts(), EVENT.ends(),
                EVENT.jurisdictions(), EVENT.category(), status, EVENT.direction(), EVENT.title(), EVENT.summary(),
                EVENT.sources(), EVENT.indicators(), EventStep.split(steps.length == 0 ? null : String.join(";", steps)))),
                ACT);
    }
}
