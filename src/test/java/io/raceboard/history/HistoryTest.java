package io.raceboard.history;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.CHINA;
import static io.raceboard.ledger.Sample.SOURCE;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.seen;
import static io.raceboard.ledger.Sample.solar;
import static io.raceboard.ledger.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.RecordKey;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Looking back, and going back. */
@StoreTest
class HistoryTest {

    private static final PointKey POINT = new PointKey("solar", "cn", "nea", Period.parse("2025"));
    private static final RecordKey RECORD = new RecordKey(Kind.SOURCE, SOURCE.slug());
    private static final Act IMPORT = new Act(Act.Kind.IMPORT, "Bo", "solar.csv", "the yearbook");
    private static final Act RESTORE = new Act(Act.Kind.RESTORE, "Ada", "the desk", null);

    private final TestStore store;
    private final Ledger ledger;
    private final HistoryQueries history;
    private final Undo undo;
    private final Restore restore;

    HistoryTest(Engine engine) {
        store = engine.emptyStore();
        ledger = store.ledger();
        history = new HistoryQueries(store.sql(), JsonMapper.builder().build());
        undo = new Undo(history, ledger);
        restore = new Restore(history);
    }

    @BeforeEach
    void aValueIsThereAndWasCorrected() {
        ledger.save(catalogue(), ACT);
        ledger.save(Batch.of(solar("2025", "315")), ACT);
        ledger.save(Batch.of(solar("2025", "316")), IMPORT);
    }

    @Test
    void everyVintageSaysWhoWhenAndWhy() {
        assertThat(history.vintages("solar", "cn", "nea", Period.parse("2025"))).satisfiesExactly(
                now -> {
                    assertThat(now.vintage().amount()).isEqualByComparingTo("316");
                    assertThat(now.vintage().isCurrent()).isTrue();
                    assertThat(now.vintage().source()).isEqualTo("nea-2025");
                    assertThat(now.change().actor()).isEqualTo("Bo");
                    assertThat(now.change().reason()).isEqualTo("the yearbook");
                    assertThat(now.change().values()).isEqualTo(1);
                },
                first -> {
                    assertThat(first.vintage().amount()).isEqualByComparingTo("315");
                    assertThat(first.vintage().supersededAt()).isNotNull();
                    assertThat(first.change().kind()).isEqualTo("edit");
                });
        ledger.rename(new RecordKey(Kind.INDICATOR, "solar"), 1, "sun", ACT);
        assertThat(history.vintages("solar", "cn", "nea", Period.parse("2025"))).hasSize(2);
        assertThat(history.vintages("sun", "cn", "nea", Period.parse("2025"))).hasSize(2);
    }

    @Test
    void everyRevisionIsWholeAndFoundUnderAnyName() {
        ledger.save(Batch.of(source("Second")), ACT);
        ledger.rename(RECORD, 2, "nea-yearbook", ACT);
        for (var name : List.of(SOURCE.slug(), "nea-yearbook")) {
            assertThat(history.revisions(new RecordKey(Kind.SOURCE, name)))
                    .extracting(r -> r.number() + " " + r.key() + " " + r.body().get("title"))
                    .containsExactly("3 nea-yearbook Second", "2 nea-2025 Second", "1 nea-2025 Statistics of 2025");
        }
        ledger.rename(new RecordKey(Kind.ENTITY, "cn"), 1, "china", ACT);
        assertThat(history.revisions(new RecordKey(Kind.SERIES, "solar/china/nea"))).singleElement()
                .satisfies(r -> assertThat(r.body()).containsEntry("entity", "china"));
    }

    @Test
    void changesAreFilteredCountedAndPaged() {
        assertThat(history.count(ChangeFilter.ALL)).isEqualTo(3);
        assertThat(history.changes(ChangeFilter.ALL, 1, 1)).singleElement()
                .satisfies(c -> assertThat(c.kind()).isEqualTo("edit"));
        assertThat(found(new ChangeFilter(Set.of("import"), "", null, null, null))).containsExactly("Bo");
        assertThat(found(new ChangeFilter(Set.of(), "YEARB", null, null, null))).containsExactly("Bo");
        assertThat(found(new ChangeFilter(Set.of(), "", "solar-share", null, null))).containsExactly("Ada");
        assertThat(found(new ChangeFilter(Set.of(), "", "solar", null, null))).hasSize(3);
        assertThat(found(new ChangeFilter(Set.of(), "", null, TestStore.NOW.plusSeconds(60), null))).isEmpty();
    }

    @Test
    void aVintagePutBackIsANewVintage() {
        var outcome = ledger.save(restore.vintage(POINT, 1).orElseThrow(), RESTORE);
        assertThat(outcome.faults()).isEmpty();
        assertThat(history.vintages("solar", "cn", "nea", POINT.period()))
                .extracting(v -> v.vintage().number() + " " + v.vintage().amount().stripTrailingZeros().toPlainString())
                .containsExactly("3 315", "2 316", "1 315");
        assertThat(restore.vintage(POINT, 9)).isEmpty();
    }

    @Test
    void whatIsPutBackReplacesNothingThatSomebodyHasSavedMeanwhile() {
        var batch = restore.vintage(POINT, 1).orElseThrow();
        ledger.save(Batch.of(solar("2025", "317")), ACT);
        assertThat(ledger.save(batch, RESTORE).faults()).extracting(Fault::code).containsExactly("changed-meanwhile");
    }

    @Test
    void aRevisionPutBackKeepsTheNameOfToday() {
        ledger.save(Batch.of(source("Second")), ACT);
        ledger.rename(RECORD, 2, "yearbook", ACT);
        var outcome = ledger.save(restore.revision(new RecordKey(Kind.SOURCE, "yearbook"), 1).orElseThrow(), RESTORE);
        assertThat(outcome.faults()).isEmpty();
        assertThat(history.revisions(new RecordKey(Kind.SOURCE, "yearbook")).getFirst().body())
                .containsEntry("title", "Statistics of 2025").containsEntry("key", "yearbook");
    }

    @Test
    void aValueIsWithdrawnWithAReasonOnly() {
        var batch = restore.withdrawal(List.of(POINT));
        assertThat(ledger.save(batch, new Act(Act.Kind.WITHDRAW, "Ada", "the desk", null)).faults())
                .extracting(Fault::code).containsExactly("reason-needed");
        assertThat(ledger.save(batch, new Act(Act.Kind.WITHDRAW, "Ada", "the desk", "an error")).changed())
                .isEqualTo(1);
        assertThat(restore.withdrawal(List.of(POINT)).observations()).isEmpty();
    }

    @Test
    void undoingAnImportRestoresEveryValueAndRecord() {
        var before = current();
        var file = Batch.values(Stream.concat(
                        Stream.of(solar("2025", "999"),
                                value("solar", "2024", "277", "270", "280", "estimate", "new-source")),
                        IntStream.range(0, 2500).mapToObj(i -> solar("%d-%02d".formatted(1850 + i / 12, i % 12 + 1),
                                String.valueOf(i)))).toList())
                .and(Batch.of(source("Changed by the file")))
                .and(Batch.of(new Source("new-source", "New", "X", null, null, "free", "facts", false, false, null)));
        long change = ledger.save(file, IMPORT).changeId().getAsLong();

        var plan = undo.plan(change).orElseThrow();
        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.values()).isEqualTo(2502);
        assertThat(plan.records()).isEqualTo(1);
        assertThat(plan.kept()).extracting(r -> r.key().key()).containsExactly("new-source");

        var outcome = undo.apply(change, "Ada", "the desk", "the wrong file");

        assertThat(outcome.faults()).isEmpty();
        assertThat(current()).isEqualTo(before);
        assertThat(history.revisions(RECORD).getFirst().body()).containsEntry("title", SOURCE.title());
        assertThat(history.change(outcome.changeId().getAsLong()).orElseThrow().kind()).isEqualTo("undo");
        assertThat(undo.plan(change).orElseThrow().obstacle()).contains("nothing");

        assertThat(undo.apply(outcome.changeId().getAsLong(), "Ada", "the desk", "it was right").faults()).isEmpty();
        assertThat(current()).hasSize(2502);
    }

    @Test
    void whatSomebodyHasChangedSinceIsShownAndNothingIsUndone() {
        long change = ledger.save(Batch.of(solar("2025", "320"), solar("2024", "277"))
                .and(Batch.of(source("Changed"))), IMPORT).changeId().getAsLong();
        ledger.save(Batch.of(seen(solar("2025", "321"), 3)), ACT);
        ledger.save(Batch.of(source("Changed again")), ACT);
        var before = current();

        var plan = undo.plan(change).orElseThrow();
        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.valueClashes()).singleElement().satisfies(clash -> {
            assertThat(clash.point()).isEqualTo(POINT);
            assertThat(clash.before().amount()).isEqualByComparingTo("316");
            assertThat(clash.written().amount()).isEqualByComparingTo("320");
            assertThat(clash.now().amount()).isEqualByComparingTo("321");
        });
        assertThat(plan.recordClashes()).singleElement()
                .satisfies(clash -> assertThat(clash.now()).containsEntry("title", "Changed again"));
        assertThat(undo.apply(change, "Ada", "the desk", null).faults()).extracting(Fault::code)
                .containsExactly("changed-meanwhile", "changed-meanwhile");
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void aRenameIsUndoneByTheOldName() {
        long change = ledger.rename(new RecordKey(Kind.ENTITY, "cn"), 1, "china", ACT).changeId().getAsLong();
        assertThat(undo.apply(change, "Ada", "the desk", null).faults()).isEmpty();
        assertThat(ledger.save(Batch.of(CHINA), ACT).unchanged()).isEqualTo(1);
    }

    @Test
    void mergedSourcesStayOne() {
        ledger.save(Batch.of(new Source("copy", "Copy", "X", null, null, "free", "facts", false, false, null)), ACT);
        long change = ledger.mergeSources("copy", SOURCE.slug(), 1, ACT).changeId().getAsLong();
        assertThat(undo.apply(change, "Ada", "the desk", null).faults()).extracting(Fault::code)
                .containsExactly("not-undoable");
    }

    private List<String> found(ChangeFilter filter) {
        assertThat(history.count(filter)).isEqualTo(history.changes(filter, 0, 100).size());
        return history.changes(filter, 0, 100).stream().map(PastChange::actor).toList();
    }

    /** All values that are not withdrawn, as they stand now. */
    private Map<String, String> current() {
        var o = io.raceboard.db.Tables.OBSERVATION;
        return store.sql().select(o.SERIES_ID, o.PERIOD, o.AMOUNT, o.LOW, o.HIGH, o.STATUS, o.SOURCE_ID, o.NOTE)
                .from(o).where(o.CURRENT_MARK.isNotNull(), o.WITHDRAWN.isFalse())
                .fetchMap(r -> r.value1() + " " + r.value2(), r -> "%s %s %s %s %s %s".formatted(r.value3(),
                        r.value4(), r.value5(), r.value6(), r.value7(), r.value8()));
    }

    private static Source source(String title) {
        return new Source(SOURCE.slug(), title, SOURCE.publisher(), SOURCE.url(), SOURCE.published(),
                SOURCE.licence(), SOURCE.licenceKind(), false, false, null);
    }
}
