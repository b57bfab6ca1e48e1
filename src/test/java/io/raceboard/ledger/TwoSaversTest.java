package io.raceboard.ledger;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;
import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.share;
import static io.raceboard.ledger.Sample.solar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.max;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people, or two nodes, save at the same time. */
@StoreTest
@Timeout(120)
class TwoSaversTest {

    private static final int LONGEST_SECONDS = 60;

    private final TestStore store;

    TwoSaversTest(Engine engine) {
        store = engine.emptyStore();
    }

    @BeforeEach
    void oneValueIsThere() {
        store.ledger().save(catalogue(), ACT);
        store.ledger().save(Batch.of(solar("2025", "315")), ACT);
        store.announced().clear();
    }

    @Test
    void ofTwoWhoLookedAtTheSameValueOnlyOneWins() {
        var outcomes = bothLookThenSave(Batch.of(solar("2025", "316")), Batch.of(solar("2025", "317")));
        assertThat(outcomes).filteredOn(Outcome::refused).singleElement().satisfies(lost -> {
            assertThat(lost.changeId()).isEmpty();
            assertThat(lost.faults()).singleElement().extracting(Fault::code, Fault::key)
                    .containsExactly("changed-meanwhile", "solar/cn/nea/2025");
        });
        assertThat(store.sql().fetchCount(OBSERVATION)).isEqualTo(2);
        assertThat(store.announced()).hasSize(1);
    }

    @Test
    void ofTwoWhoAddTheSameValueOnlyOneWins() {
        var outcomes = bothLookThenSave(Batch.of(solar("2026", "1")), Batch.of(solar("2026", "2")));
        assertThat(outcomes).filteredOn(Outcome::refused).hasSize(1);
        assertThat(store.sql().fetchCount(OBSERVATION)).isEqualTo(2);
    }

    @Test
    void whoeverConfirmsWhatTheOtherChangesIsAskedToLookAgain() {
        var outcomes = bothLookThenSave(Batch.of(solar("2025", "315"), share("2026", "2")),
                Batch.of(solar("2025", "316")));
        assertThat(outcomes).filteredOn(Outcome::refused).hasSizeLessThanOrEqualTo(1);
        assertThat(store.sql().select(OBSERVATION.AMOUNT).from(OBSERVATION)
                .where(OBSERVATION.PERIOD.eq(Period.parse("2025")), OBSERVATION.CURRENT_MARK.isNotNull())
                .fetchSingle(OBSERVATION.AMOUNT)).isEqualByComparingTo("316");
    }

    @Test
    void whoeverSavesTheSameAsTheOtherChangesNothing() {
        var outcomes = bothLookThenSave(Batch.of(solar("2026", "1")), Batch.of(solar("2026", "1")));
        assertThat(outcomes).noneMatch(Outcome::refused);
        assertThat(outcomes).filteredOn(o -> o.changeId().isEmpty()).singleElement()
                .extracting(Outcome::unchanged).isEqualTo(1);
    }

    @Test
    void twoWhoSaveDifferentThingsBothWin() {
        var outcomes = bothLookThenSave(Batch.of(solar("2026", "1")), Batch.of(share("2026", "2")));
        assertThat(outcomes).noneMatch(Outcome::refused);
        assertThat(store.sql().fetchCount(OBSERVATION)).isEqualTo(3);
    }

    @Test
    void whatWasWrittenPastTheLedgerIsNotReplaced() {
        var superseded = store.anotherNode(() -> {
            closeCurrent();
            insertCurrent(2);
        }).save(Batch.of(solar("2025", "316")), ACT);
        assertThat(superseded.faults()).extracting(Fault::code).containsExactly("changed-meanwhile");
    }

    @Test
    void theConstraintStopsASecondCurrentVintage() {
        store.sql().deleteFrom(OBSERVATION).execute();
        var second = store.anotherNode(() -> insertCurrent(1)).save(Batch.of(solar("2025", "316")), ACT);
        assertThat(second.faults()).extracting(Fault::code).containsExactly("changed-meanwhile");
        assertThat(store.sql().fetchCount(OBSERVATION)).isEqualTo(1);
    }

    @Test
    void changesAreAnnouncedInTheirOrder() {
        var saves = AtOnce.all(IntStream.range(0, 20).<Callable<Outcome>>mapToObj(
                i -> () -> store.ledger().save(Batch.of(solar("20" + (30 + i), "1")), ACT)).toList());
        assertThat(saves).allSatisfy(save -> assertThat(save.added()).isEqualTo(1));
        assertThat(store.announced()).extracting(ChangeSaved::changeId).isSorted().hasSize(20);
        assertThat(store.sql().select(CHANGE.RECORDED_AT).from(CHANGE).orderBy(CHANGE.ID).fetch(CHANGE.RECORDED_AT))
                .isSorted().doesNotHaveDuplicates();
    }

    /** Neither writes before the other has read what is there. */
    private List<Outcome> bothLookThenSave(Batch one, Batch other) {
        var bothHaveLooked = new CyclicBarrier(2);
        return AtOnce.all(Stream.of(one, other).<Callable<Outcome>>map(
                batch -> () -> store.anotherNode(() -> await(bothHaveLooked)).save(batch, ACT)).toList());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void closeCurrent() {
        store.sql().update(OBSERVATION).set(OBSERVATION.SUPERSEDED_AT, OBSERVATION.RECORDED_AT)
                .setNull(OBSERVATION.CURRENT_MARK).execute();
    }

    private void insertCurrent(int vintage) {
        var o = OBSERVATION;
        var p = Period.parse("2025");
        long series = store.sql().select(SERIES.ID).from(SERIES)
                .where(SERIES.indicator().SLUG.eq("solar"), SERIES.ESTIMATOR.eq("nea")).fetchSingle(SERIES.ID);
        long source = store.sql().select(SOURCE.ID).from(SOURCE).fetchSingle(SOURCE.ID);
        long change = store.sql().select(max(CHANGE.ID)).from(CHANGE).fetchSingle(max(CHANGE.ID));
        store.sql().insertInto(o, o.SERIES_ID, o.PERIOD, o.PERIOD_TYPE, o.PERIOD_START, o.PERIOD_END, o.AMOUNT,
                        o.STATUS, o.PARTIAL, o.WITHDRAWN, o.SOURCE_ID, o.VINTAGE, o.CURRENT_MARK, o.RECORDED_AT,
                        o.CHANGE_ID)
                .values(series, p, p.type().code(), p.start(), p.end(), BigDecimal.TEN, Status.ACTUAL, false, false,
                        source, vintage, (short) 1, TestStore.NOW, change)
                .execute();
    }
}
