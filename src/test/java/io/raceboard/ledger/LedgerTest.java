package io.raceboard.ledger;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.POLICY_EVENT_JURISDICTION;
import static io.raceboard.db.Tables.POLICY_EVENT_SOURCE;
import static io.raceboard.db.Tables.REVISION;
import static io.raceboard.db.Tables.UNIT;
import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.label;
import static io.raceboard.ledger.Sample.solar;
import static io.raceboard.ledger.Sample.value;
import static io.raceboard.ledger.Sample.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.raceboard.catalog.Entity;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.TableField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a save does to the store. */
@StoreTest
class LedgerTest {

    private final TestStore store;
    private final Ledger ledger;

    LedgerTest(Engine engine) {
        store = engine.emptyStore();
        ledger = store.ledger();
    }

    @BeforeEach
    void aCatalogueIsThere() {
        assertThat(ledger.save(catalogue(), ACT).faults()).isEmpty();
        store.announced().clear();
    }

    @Test
    void anEmptyStoreSaysSo() {
        assertThat(ledger.isEmpty()).isFalse();
        store.empty();
        assertThat(ledger.isEmpty()).isTrue();
    }

    @Test
    void aNewValueIsTheFirstVintage() {
        var outcome = ledger.save(Batch.of(value("solar", "2025", "315.07", "310", "320.5", "estimate", "nea-2025")),
                ACT);
        assertThat(outcome.added()).isEqualTo(1);
        assertThat(outcome.changed()).isZero();
        var row = store.sql().selectFrom(OBSERVATION).fetchSingle();
        assertThat(row.getAmount()).isEqualByComparingTo("315.07");
        assertThat(row.getLow()).isEqualByComparingTo("310");
        assertThat(row.getHigh()).isEqualByComparingTo("320.5");
        assertThat(row.getPeriodType()).isEqualTo("year");
        assertThat(row.getPeriodStart()).hasToString("2025-01-01");
        assertThat(row.getPeriodEnd()).hasToString("2025-12-31");
        assertThat(row.getVintage()).isEqualTo(1);
        assertThat(row.getChangeId()).isEqualTo(outcome.changeId().getAsLong());
    }

    @Test
    void aChangedValueClosesTheOldVintageAndAddsOne() {
        ledger.save(Batch.of(solar("2025", "315")), ACT);
        var outcome = ledger.save(Batch.of(solar("2025", "316.5")), ACT);
        assertThat(outcome.changed()).isEqualTo(1);
        assertThat(outcome.added()).isZero();
        var rows = vintages();
        assertThat(rows).extracting(amounts(), r -> r.get(OBSERVATION.CURRENT_MARK))
                .containsExactly(tuple("315", null), tuple("316.5", (short) 1));
        assertThat(rows.getFirst().get(OBSERVATION.SUPERSEDED_AT)).isEqualTo(rows.getLast().get(OBSERVATION.RECORDED_AT));
        assertThat(rows.getLast().get(OBSERVATION.SUPERSEDED_AT)).isNull();
    }

    @Test
    void theSameAgainChangesNothingAndSaysSo() {
        var batch = Batch.of(solar("2024", "278"), solar("2025", "315.07"));
        ledger.save(batch, ACT);
        store.announced().clear();
        int changes = store.sql().fetchCount(CHANGE);

        var again = ledger.save(Batch.of(solar("2025", "315.070"), solar("2024", "278.0")), ACT);

        assertThat(again.changeId()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.refused()).isFalse();
        assertThat(store.sql().fetchCount(CHANGE)).isEqualTo(changes);
        assertThat(store.announced()).isEmpty();
    }

    @Test
    void aWholeCatalogueAgainChangesNothing() {
        var again = ledger.save(catalogue(), ACT);
        assertThat(again.changeId()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(15);
    }

    @Test
    void ofAMixedBatchOnlyWhatIsNewIsWritten() {
        ledger.save(Batch.of(solar("2023", "217"), solar("2024", "277")), ACT);
        var outcome = ledger.save(Batch.of(solar("2023", "217"), solar("2024", "278"), solar("2025", "315")), ACT);
        assertThat(outcome).extracting(Outcome::added, Outcome::changed, Outcome::unchanged).containsExactly(1, 1, 1);
        assertThat(store.sql().fetchCount(OBSERVATION)).isEqualTo(4);
    }

    @Test
    void withOneFaultNothingIsWritten() {
        int changes = store.sql().fetchCount(CHANGE);
        var outcome = ledger.save(Batch.of(solar("2024", "278"), solar("2025-13", "1"), solar("2023", "217")), ACT);
        assertThat(outcome.refused()).isTrue();
        assertThat(outcome.changeId()).isEmpty();
        assertThat(store.sql().fetchCount(OBSERVATION)).isZero();
        assertThat(store.sql().fetchCount(CHANGE)).isEqualTo(changes);
        assertThat(store.announced()).isEmpty();
    }

    @Test
    void aWithdrawnValueIsAVintageWithoutAmountAndCanComeBack() {
        ledger.save(Batch.of(solar("2025", "315")), ACT);
        assertThat(ledger.save(Batch.of(withdrawn("2025")), ACT).changed()).isEqualTo(1);
        assertThat(ledger.save(Batch.of(withdrawn("2025")), ACT).unchanged()).isEqualTo(1);
        assertThat(ledger.save(Batch.of(solar("2025", "315")), ACT).changed()).isEqualTo(1);
        assertThat(vintages()).extracting(amounts(), r -> r.get(OBSERVATION.WITHDRAWN))
                .containsExactly(tuple("315", false), tuple("", true), tuple("315", false));
    }

    @Test
    void everyDecimalStaysAsEntered() {
        ledger.save(Batch.of(solar("2025", "12345678901234.123456789012"), solar("2024", "-0.000000000001")), ACT);
        assertThat(store.sql().select(OBSERVATION.AMOUNT).from(OBSERVATION).fetch(OBSERVATION.AMOUNT))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyInAnyOrder(new BigDecimal("12345678901234.123456789012"),
                        new BigDecimal("-0.000000000001"));
    }

    @Test
    void aChangeSaysWhoWhenFromWhereAndWhy() {
        var outcome = ledger.save(Batch.of(solar("2025", "315")), ACT);
        var change = store.sql().selectFrom(CHANGE).where(CHANGE.ID.eq(outcome.changeId().getAsLong())).fetchSingle();
        assertThat(change.getKind()).isEqualTo("edit");
        assertThat(change.getActor()).isEqualTo("Ada");
        assertThat(change.getOrigin()).isEqualTo("the desk");
        assertThat(change.getReason()).isEqualTo("as published");
    }

    @Test
    void timesGoForwardInMicrosecondsEvenWhenTheClockStandsStill() {
        ledger.save(Batch.of(solar("2025", "315")), ACT);
        ledger.save(Batch.of(solar("2025", "316")), ACT);
        var first = TestStore.NOW.truncatedTo(ChronoUnit.MICROS);
        assertThat(store.sql().select(CHANGE.RECORDED_AT).from(CHANGE).orderBy(CHANGE.ID).fetch(CHANGE.RECORDED_AT))
                .containsExactly(first, first.plus(1, ChronoUnit.MICROS), first.plus(2, ChronoUnit.MICROS));
    }

    @Test
    void aChangedRecordGetsARevisionAndKeepsTheOldOneWhole() {
        var faster = Sample.indicator("solar", "GW", 21);
        var outcome = ledger.save(Batch.of(faster), ACT);
        assertThat(outcome.changed()).isEqualTo(1);
        var row = store.sql().selectFrom(INDICATOR).where(INDICATOR.SLUG.eq("solar")).fetchSingle();
        assertThat(row.getLagDays()).isEqualTo(21);
        assertThat(row.getRevision()).isEqualTo(2);
        assertThat(row.getChangeId()).isEqualTo(outcome.changeId().getAsLong());
        var bodies = store.sql().select(REVISION.BODY).from(REVISION)
                .where(REVISION.RECORD_TYPE.eq("indicator"), REVISION.RECORD_KEY.eq("solar"))
                .orderBy(REVISION.REVISION_).fetch(REVISION.BODY);
        assertThat(bodies).hasSize(2);
        assertThat(bodies.getFirst()).startsWith("{\"slug\":\"solar\",\"topic\":\"power\",\"position\":1,")
                .contains("\"title_zh\":\"Solar added 中文\"", "\"lag_days\":30", "\"caveat_en\":null",
                        "\"default_entities\":\"cn\"");
        assertThat(bodies.getLast()).contains("\"lag_days\":21");
    }

    @Test
    void anEventReplacesAllItsLinks() {
        var moved = Sample.event("2025-01-cn-plan", "2025-01-14", null, List.of("guangdong"), List.of("nea-2025"));
        assertThat(ledger.save(Batch.of(moved), ACT).changed()).isEqualTo(1);
        assertThat(store.sql().select(POLICY_EVENT_JURISDICTION.entity().SLUG).from(POLICY_EVENT_JURISDICTION)
                .fetch(r -> r.value1())).containsExactly("guangdong");
        assertThat(store.sql().fetchCount(POLICY_EVENT_SOURCE)).isEqualTo(1);
        assertThat(store.announced()).singleElement()
                .extracting(ChangeSaved::events, ChangeSaved::catalog).containsExactly(true, false);
    }

    @Test
    void parentsMayStandAfterTheirChildrenAndShortNamesMayBeEmpty() {
        assertThat(store.sql().select(ENTITY.PARENT).from(ENTITY).where(ENTITY.SLUG.eq("guangdong"))
                .fetchSingle(ENTITY.PARENT)).isEqualTo("cn");
        assertThat(store.sql().select(UNIT.SHORT_ZH).from(UNIT).where(UNIT.CODE.eq("ratio"))
                .fetchSingle(UNIT.SHORT_ZH)).isEmpty();
    }

    @Test
    void everybodyIsToldAfterTheCommitWhatWasTouched() {
        long change = ledger.save(Batch.of(solar("2025", "315"), Sample.share("2025", "24.5")), ACT)
                .changeId().getAsLong();
        assertThat(store.announced()).singleElement().satisfies(told -> {
            assertThat(told.changeId()).isEqualTo(change);
            assertThat(told.indicators()).containsExactlyInAnyOrder("solar", "solar-share");
            assertThat(told.catalog()).isFalse();
            assertThat(told.events()).isFalse();
        });
        store.announced().clear();
        ledger.save(Batch.of(new Entity("cn", Entity.Kind.COUNTRY, null, label("PRC"), label("PRC"), "#D55E00",
                Entity.Dash.SOLID, Entity.Marker.SQUARE)), ACT);
        assertThat(store.announced()).singleElement()
                .extracting(ChangeSaved::catalog, ChangeSaved::indicators).containsExactly(true, java.util.Set.of());
    }

    @Test
    void aSaveInsideAnothersTransactionStandsOnItsOwn() {
        var outer = new org.springframework.transaction.support.TransactionTemplate(store.transactions());
        outer.executeWithoutResult(status -> {
            ledger.save(Batch.of(solar("2025", "315")), ACT);
            status.setRollbackOnly();
        });
        assertThat(store.sql().fetchCount(OBSERVATION)).isEqualTo(1);
        assertThat(store.announced()).hasSize(1);
    }

    private Result<? extends Record> vintages() {
        return store.sql().selectFrom(OBSERVATION).orderBy(OBSERVATION.VINTAGE).fetch();
    }

    private static java.util.function.Function<Record, Object> amounts() {
        TableField<?, BigDecimal> amount = OBSERVATION.AMOUNT;
        return r -> r.get(amount) == null ? "" : r.get(amount).stripTrailingZeros().toPlainString();
    }
}
