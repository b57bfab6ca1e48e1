package io.raceboard.ledger;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.SOURCE;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.solar;
import static io.raceboard.ledger.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Source;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be true but does not look it. */
@StoreTest
class SurprisesTest {

    private static final Act NO_REASON = new Act(Act.Kind.EDIT, "Ada", "the desk", null);

    private final TestStore store;
    private final Ledger ledger;

    SurprisesTest(Engine engine) {
        store = engine.emptyStore();
        ledger = store.ledger();
    }

    @BeforeEach
    void aLineIsThere() {
        ledger.save(catalogue(), ACT);
        ledger.save(Batch.of(solar("2019", "100"), solar("2020", "110"), solar("2021", "119"), solar("2022", "131"),
                solar("2023", "140")), ACT);
    }

    @Test
    void aJumpOfMoreThanThreeUsualStepsIsOne() {
        assertThat(codes(solar("2024", "168"))).isEmpty();
        assertThat(codes(solar("2024", "190"))).containsExactly("value jump");
        assertThat(codes(solar("2024", "100"))).containsExactly("value jump");
        assertThat(codes(solar("2021", "200"))).containsExactly("value jump");
    }

    @Test
    void afterOneWrongValueTheNextRightOneIsNoSurpriseAndNeitherIsWhatFollowsARealJump() {
        assertThat(codes(solar("2024", "400"), solar("2025", "160"))).containsExactly("value jump");
        assertThat(codes(solar("2024", "400"), solar("2025", "410"))).containsExactly("value jump");
    }

    @Test
    void whatDoublesEveryYearDoesNotJumpEveryYear() {
        ledger.save(Batch.of(share("2019", "1"), share("2020", "2"), share("2021", "4.1"), share("2022", "8"),
                share("2023", "16")), ACT);
        assertThat(codes(share("2024", "33"))).isEmpty();
    }

    @Test
    void aThousandTimesAsMuchIsASlipOfTheUnitEvenWithoutALine() {
        assertThat(codes(solar("2024", "150000"))).containsExactly("value unit-slip");
        assertThat(codes(share("2023", "0.05"), share("2024", "50"))).containsExactly("value unit-slip");
    }

    @Test
    void theFirstValueBelowZeroIsASurprise() {
        ledger.save(Batch.of(solar("2018", "0.5")), ACT);
        assertThat(codes(solar("2017", "-5"))).containsExactly("value sign-change");
    }

    @Test
    void nothingActualIsKnownOfPeriodsThatAreNotOver() {
        assertThat(codes(solar("2026", "155"))).containsExactly("period future-actual");
        assertThat(codes(value("solar", "2026", "155", null, null, "projection", "nea-2025"))).isEmpty();
    }

    @Test
    void anOlderSourceDoesNotUsuallyReplaceANewerOne() {
        ledger.save(Batch.of(new Source("nea-2020", "Of 2020", "NEA", null, "2020", "free", "facts", false, false,
                null)), ACT);
        assertThat(codes(value("solar", "2023", "141", null, null, "actual", "nea-2020")))
                .containsExactly("source older-source");
        assertThat(SOURCE.published()).isEqualTo("2026-01-21");
    }

    @Test
    void aSurpriseNeedsAReason() {
        var batch = Batch.of(solar("2024", "190"));
        var refused = ledger.save(batch, NO_REASON);
        assertThat(refused.faults()).singleElement().extracting(Fault::field, Fault::code, Fault::key)
                .containsExactly("reason", "reason-needed", "solar/cn/nea/2024");
        assertThat(refused.changeId()).isEmpty();
        assertThat(refused.surprises()).extracting(Fault::code).containsExactly("jump");

        assertThat(ledger.save(batch, ACT).changeId()).isPresent();
        assertThat(ledger.save(batch, NO_REASON).unchanged()).isEqualTo(1);
    }

    @Test
    void whatWasTheStoresOwnBeforeNeedsNone() {
        for (var kind : List.of(Act.Kind.BUNDLED, Act.Kind.DEMO, Act.Kind.UNDO, Act.Kind.RESTORE)) {
            var batch = Batch.of(solar("2024", String.valueOf(1900 + kind.ordinal())));
            assertThat(ledger.save(batch, new Act(kind, "Ada", "test", null)).refused()).as(kind.name()).isFalse();
        }
    }

    @Test
    void valuesWithFaultsAreLeftOut() {
        assertThat(codes(solar("2024-13", "190"), solar("2024", "190"))).containsExactly("value jump");
    }

    private List<String> codes(ObservationDraft... drafts) {
        return ledger.surprises(Batch.of(drafts)).stream().map(f -> f.field() + " " + f.code()).toList();
    }

    private static ObservationDraft share(String period, String amount) {
        return Sample.share(period, amount);
    }
}
