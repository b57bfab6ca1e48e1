package io.raceboard.ledger;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.solar;
import static io.raceboard.ledger.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Verdict.Standing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What saving would come to, told value by value without saving. */
@StoreTest
class SurveyTest {

    private final TestStore store;

    SurveyTest(Engine engine) {
        store = engine.emptyStore();
        store.ledger().save(catalogue(), ACT);
        store.ledger().save(Batch.of(solar("2023", "216"), solar("2024", "277")), ACT);
    }

    @Test
    void tellsNewChangedUnchangedAndRefusedApart() {
        var verdicts = survey(solar("2023", "216.0"), solar("2024", "277.17"), solar("2025", "315"),
                value("solar", "2026", "1", "2", null, "guess", "nobody"));
        assertThat(verdicts).extracting(Verdict::standing).containsExactly(Standing.UNCHANGED, Standing.CHANGED,
                Standing.NEW, Standing.REFUSED);
        assertThat(verdicts.get(1).before().amount()).isEqualByComparingTo("277");
        assertThat(verdicts.get(1).before().vintage()).isEqualTo(1);
        assertThat(verdicts.get(3).faults()).extracting(Fault::code)
                .containsExactlyInAnyOrder("low-above-value", "unknown-word", "unknown-source");
    }

    @Test
    void refusesTheSecondOfTwoForTheSamePlace() {
        assertThat(survey(solar("2025", "315"), solar("2025", "316"))).extracting(Verdict::standing)
                .containsExactly(Standing.NEW, Standing.REFUSED);
    }

    private List<Verdict> survey(ObservationDraft... drafts) {
        var verdicts = new ArrayList<Verdict>();
        assertThat(store.ledger().survey(Batch.of(drafts), verdicts::add).faults()).isEmpty();
        return verdicts;
    }
}
