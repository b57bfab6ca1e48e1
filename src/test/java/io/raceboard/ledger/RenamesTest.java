package io.raceboard.ledger;

import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.POLICY_EVENT_SOURCE;
import static io.raceboard.db.Tables.REVISION;
import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.SOURCE;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.event;
import static io.raceboard.ledger.Sample.solar;
import static io.raceboard.ledger.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.ledger.Fault.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other slugs, two sources made one, and records that somebody else has changed. */
@StoreTest
class RenamesTest {

    private static final Act RENAME = new Act(Act.Kind.RENAME, "Ada", "the desk", "clearer");
    private static final Act MERGE = new Act(Act.Kind.MERGE, "Ada", "the desk", "the same report");
    private static final Source COPY = new Source("nea-copy", "Statistics", "NEA", null, null, "free", "facts", false,
            false, null);

    private final TestStore store;
    private final Ledger ledger;

    RenamesTest(Engine engine) {
        store = engine.emptyStore();
        ledger = store.ledger();
    }

    @BeforeEach
    void aCatalogueIsThere() {
        ledger.save(catalogue(), ACT);
        ledger.save(Batch.of(solar("2025", "315")), ACT);
        store.announced().clear();
    }

    @Test
    void allThatRefersToARecordRefersToItUnderItsNewSlug() {
        for (var kind : List.of(Kind.TOPIC, Kind.SOURCE, Kind.ENTITY, Kind.ESTIMATOR, Kind.INDICATOR, Kind.EVENT)) {
            var old = Map.of(Kind.TOPIC, "power", Kind.SOURCE, "nea-2025", Kind.ENTITY, "cn", Kind.ESTIMATOR, "nea",
                    Kind.INDICATOR, "solar", Kind.EVENT, "2025-01-cn-plan").get(kind);
            var outcome = ledger.rename(new RecordKey(kind, old), 1, old + "-new", RENAME);
            assertThat(outcome.faults()).as(old).isEmpty();
            assertThat(outcome.changeId()).as(old).isPresent();
        }
        assertThat(store.sql().select(INDICATOR.TOPIC, INDICATOR.DEFAULT_ENTITIES).from(INDICATOR).fetch()
                .map(r -> r.value1() + " " + r.value2())).containsOnly("power-new cn-new");
        assertThat(store.sql().select(ENTITY.PARENT).from(ENTITY).where(ENTITY.SLUG.eq("guangdong"))
                .fetchSingle(ENTITY.PARENT)).isEqualTo("cn-new");
        assertThat(store.sql().select(OBSERVATION.source().SLUG, OBSERVATION.series().ESTIMATOR,
                        OBSERVATION.series().indicator().SLUG).from(OBSERVATION).fetchSingle().intoList())
                .containsExactly("nea-2025-new", "nea-new", "solar-new");
        assertThat(store.announced()).hasSize(6).allSatisfy(told -> assertThat(told.act()).isEqualTo(RENAME));
    }

    @Test
    void filesThatNameOldSlugsStillMeanTheSame() {
        ledger.rename(new RecordKey(Kind.INDICATOR, "solar"), 1, "sun", RENAME);
        ledger.rename(new RecordKey(Kind.ENTITY, "cn"), 1, "china", RENAME);
        ledger.rename(new RecordKey(Kind.ENTITY, "china"), 2, "prc", RENAME);
        assertThat(ledger.save(Batch.of(solar("2025", "315")), ACT).unchanged()).isEqualTo(1);
        assertThat(ledger.save(Batch.of(solar("2024", "277")), ACT).added()).isEqualTo(1);
        assertThat(ledger.save(Batch.of(new SeriesDraft("solar", "china", "nea", 1, null)), ACT).unchanged())
                .isEqualTo(1);
        assertThat(ledger.save(Batch.of(Sample.EVENT), ACT).unchanged()).isEqualTo(1);
    }

    @Test
    void aSlugIsNeverGivenToAnotherRecord() {
        ledger.rename(new RecordKey(Kind.ENTITY, "cn"), 1, "china", RENAME);
        assertThat(ledger.rename(new RecordKey(Kind.ENTITY, "guangdong"), 1, "cn", RENAME).faults())
                .extracting(Fault::code).containsExactly("slug-taken");
        assertThat(ledger.rename(new RecordKey(Kind.ENTITY, "guangdong"), 1, "china", RENAME).faults())
                .extracting(Fault::code).containsExactly("slug-taken");
        assertThat(ledger.check(Batch.of(Sample.CHINA))).extracting(Fault::code).containsExactly("slug-retired");
        assertThat(ledger.rename(new RecordKey(Kind.ENTITY, "china"), 2, "cn", RENAME).faults()).isEmpty();
        assertThat(ledger.check(Batch.of(Sample.CHINA))).isEmpty();
    }

    @Test
    void wrongSlugsAndUnknownRecordsAreRefused() {
        assertThat(ledger.rename(new RecordKey(Kind.ENTITY, "cn"), 1, "c n", RENAME).faults())
                .extracting(Fault::code).containsExactly("bad-slug");
        assertThat(ledger.rename(new RecordKey(Kind.ENTITY, "nobody"), 1, "x", RENAME).faults())
                .extracting(Fault::code).containsExactly("unknown-entity");
        assertThat(ledger.rename(new RecordKey(Kind.UNIT, "GW"), 1, "x", RENAME).faults())
                .extracting(Fault::code).containsExactly("not-renamable");
        assertThat(ledger.rename(new RecordKey(Kind.ENTITY, "cn"), 7, "china", RENAME).faults())
                .singleElement().satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("changed-meanwhile");
                    assertThat(fault.clash()).isEqualTo(new Fault.Clash(7, 1));
                });
        assertThat(store.announced()).isEmpty();
    }

    @Test
    void aMergedSourceGivesItsValuesAndEventsToTheOther() {
        ledger.save(Batch.of(COPY), ACT);
        ledger.save(Batch.of(value("solar", "2024", "277", null, null, "actual", "nea-copy")), ACT);
        ledger.save(Batch.of(event("e", "2025-02", null, List.of("cn"), List.of("nea-copy", "nea-2025"))), ACT);

        var outcome = ledger.mergeSources("nea-copy", "nea-2025", 1, MERGE);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.changed()).isEqualTo(2);
        assertThat(store.sql().select(OBSERVATION.VINTAGE, OBSERVATION.source().SLUG).from(OBSERVATION)
                .where(OBSERVATION.CURRENT_MARK.isNotNull()).orderBy(OBSERVATION.PERIOD).fetch()
                .map(r -> r.value1() + " " + r.value2())).containsExactly("2 nea-2025", "1 nea-2025");
        assertThat(store.sql().fetchCount(POLICY_EVENT_SOURCE)).isEqualTo(2);
        assertThat(store.sql().fetchCount(REVISION, REVISION.CHANGE_ID.eq(outcome.changeId().getAsLong())))
                .isEqualTo(2);
        assertThat(ledger.save(Batch.of(value("solar", "2024", "277", null, null, "actual", "nea-copy")), ACT)
                .unchanged()).isEqualTo(1);
        assertThat(ledger.check(Batch.of(COPY))).extracting(Fault::code).containsExactly("slug-retired");
        assertThat(ledger.mergeSources("nea-copy", "nea-2025", 2, MERGE).faults())
                .extracting(Fault::code).containsExactly("unknown-source");
        assertThat(ledger.rename(new RecordKey(Kind.SOURCE, "nea-2025"), 1, "nea-copy", RENAME).faults())
                .extracting(Fault::code).containsExactly("slug-taken");
        assertThat(ledger.mergeSources("nea-2025", "nea-2025", 1, MERGE).faults())
                .extracting(Fault::code).containsExactly("same-source");
    }

    @Test
    void aRecordThatSomebodyElseHasChangedMeanwhileIsNotReplaced() {
        var key = new RecordKey(Kind.SOURCE, SOURCE.slug());
        var theirs = source("Theirs");
        var mine = source("Mine");
        ledger.save(Batch.of(theirs).seen(Map.of(key, 1)), ACT);

        var refused = ledger.save(Batch.of(mine).seen(Map.of(key, 1)), ACT);

        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("changed-meanwhile");
            assertThat(fault.clash()).isEqualTo(new Fault.Clash(1, 2));
        });
        assertThat(ledger.save(Batch.of(theirs).seen(Map.of(key, 1)), ACT).unchanged()).isEqualTo(1);
        assertThat(ledger.save(Batch.of(mine).seen(Map.of(key, 2)), ACT).changed()).isEqualTo(1);
        var added = new Topic("chips", Sample.label("Chips"), Sample.label("?"), 2);
        var newTopic = new RecordKey(Kind.TOPIC, "chips");
        assertThat(ledger.save(Batch.of(added).seen(Map.of(newTopic, 0)), ACT).added()).isEqualTo(1);
        assertThat(ledger.check(Batch.of(new Topic("chips", Sample.label("C"), Sample.label("?"), 2))
                .seen(Map.of(newTopic, 0)))).extracting(Fault::clash).containsExactly(new Fault.Clash(0, 1));
    }

    @Test
    void aPreviewShowsWhatWouldBeReplaced() {
        var preview = ledger.preview(Batch.of(source("Other")).and(Batch.of(solar("2025", "316"), solar("2024", "277"))));
        assertThat(preview.records()).singleElement().satisfies(change -> {
            assertThat(change.revision()).isEqualTo(1);
            assertThat(change.before()).containsEntry("title", "Statistics of 2025");
            assertThat(change.after()).containsEntry("title", "Other");
        });
        assertThat(preview.values()).extracting(v -> v.before() == null ? null : v.before().amountText())
                .containsExactly("315", null);
        assertThat(preview.added()).isEqualTo(1);
        assertThat(preview.changed()).isEqualTo(2);
    }

    private static Source source(String title) {
        return new Source(SOURCE.slug(), title, SOURCE.publisher(), null, null, "free", "facts", false, false, null);
    }
}
