package io.raceboard.intake;

import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.intake.Given.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.Verdict.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor sees before anything is written. */
@StoreTest
class PreviewTest {

    private final Given given;

    PreviewTest(Engine engine, @TempDir Path folder) {
        given = new Given(engine.emptyStore(), folder);
    }

    @Test
    void rowsAreNewChangedUnchangedOrRefused() throws Exception {
        given.take(given.csv(HEADER, "solar,cn,nea,2023,216,,,actual,false,nea-2025,",
                "solar,cn,nea,2024,277,,,actual,false,nea-2025,"));
        try (var preview = given.preview(given.csv(HEADER, "solar,cn,nea,2023,216.0,,,actual,false,nea-2025,",
                "solar,cn,nea,2024,277.17,,,actual,false,nea-2025,", "solar,cn,nea,2025,315,,,actual,false,nea-2025,",
                "solar,cn,nea,2026,many,,,actual,false,nea-2025,"))) {
            assertThat(preview.size()).isEqualTo(4);
            assertThat(List.of(Standing.values())).allSatisfy(s -> assertThat(preview.count(s)).isEqualTo(1));
            var changed = preview.page(Standing.CHANGED, 0, 10).getFirst();
            assertThat(changed.row()).isEqualTo(3);
            assertThat(changed.before().value()).isEqualTo("277");
            assertThat(changed.now().value()).isEqualTo("277.17");
            assertThat(preview.faults().page(0, 10, Optional.empty())).singleElement()
                    .satisfies(f -> assertThat(f).extracting(RowFault::row, RowFault::column, RowFault::code,
                            RowFault::value).containsExactly(5, "value", "no-number", "many"));
        }
    }

    @Test
    void theSameFileTwiceChangesNothing() throws Exception {
        var file = given.csv(HEADER, "solar,cn,nea,2024,277,270,280,estimate,true,nea-2025,\"a note, quoted\"",
                "solar,us,ember,2024,30.5,,,actual,false,nea-2025,");
        assertThat(given.take(file).added()).isEqualTo(2);
        try (var preview = given.preview(file)) {
            assertThat(preview.count(Standing.UNCHANGED)).isEqualTo(2);
            assertThat(preview.toWrite()).isZero();
        }
        assertThat(given.take(file).changeId()).isEmpty();
        assertThat(given.store.sql().fetchCount(OBSERVATION)).isEqualTo(2);
    }

    @Test
    void namesAreFoundBySlugAndByTitleInBothLanguages() throws Exception {
        try (var preview = given.preview(given.csv("指标;国家;统计方;年份;数值;来源",
                "新增太阳能;中国;国家能源局;2025年;315;Statistics of 2025", "Solar added;united  states;;2025;43,5;https://example.org/2025"))) {
            assertThat(preview.faults().page(0, 10, Optional.empty())).isEmpty();
            assertThat(preview.page(Standing.NEW, 0, 10)).extracting(PreviewRow::entity, PreviewRow::estimator,
                    PreviewRow::period, r -> r.now().value())
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("cn", "nea", "2025", "315"),
                            org.assertj.core.groups.Tuple.tuple("us", "ember", "2025", "43.5"));
        }
    }

    @Test
    void unitsAreConvertedAndWrongOnesRefused() throws Exception {
        try (var preview = given.preview(given.csv("indicator,entity,estimator,period,value,unit,source",
                "solar,cn,nea,2023,216930,MW,nea-2025", "solar,cn,nea,2024,27717万千瓦,,nea-2025",
                "solar,cn,nea,2025,315,GWh,nea-2025", "solar-share,cn,nea,2025,12.5%,,nea-2025"))) {
            assertThat(preview.page(Standing.NEW, 0, 10)).extracting(r -> r.now().value())
                    .containsExactly("216.93", "277.17", "12.5");
            assertThat(preview.faults().page(0, 10, Optional.empty())).extracting(RowFault::row, RowFault::code)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(4, "wrong-dimension"));
        }
    }

    @Test
    void twoRowsForOnePlaceAreBothRefused() throws Exception {
        try (var preview = given.preview(given.csv(HEADER, "solar,cn,nea,2025,315,,,actual,false,nea-2025,",
                "solar,cn,nea,2024,277,,,actual,false,nea-2025,", "solar,cn,nea,2025,316,,,actual,false,nea-2025,"))) {
            assertThat(preview.count(Standing.REFUSED)).isEqualTo(2);
            assertThat(preview.faults().page(0, 10, Optional.of("duplicate-key"))).extracting(RowFault::row)
                    .containsExactly(2, 4);
        }
    }

    @Test
    void constantsFillWhatTheFileDoesNotSay() throws Exception {
        var file = given.csv("year,value", "2024,277", "2025,315");
        var reading = Reading.guess(file);
        var mapping = Mapping.guess(List.of("year", "value"));
        assertThat(mapping.gaps(List.of("year", "value"))).extracting(Mapping.Gap::code)
                .containsExactly("needed", "needed", "needed");
        var told = mapping.with(Field.INDICATOR, "solar").with(Field.ENTITY, "China").with(Field.ESTIMATOR, "nea")
                .with(Field.SOURCE, "nea-2025");
        assertThat(told.gaps(List.of("year", "value"))).isEmpty();
        try (var preview = given.preview(file, reading, told)) {
            assertThat(preview.count(Standing.NEW)).isEqualTo(2);
        }
    }

    @Test
    void unknownColumnsAreNotSkippedSilently() {
        var header = List.of("indicator", "entity", "period", "value", "source", "colour");
        assertThat(Mapping.guess(header).gaps(header)).singleElement()
                .satisfies(gap -> assertThat(gap.values()).containsExactly("colour"));
        assertThat(Mapping.guess(header).with(5, Optional.of(Field.IGNORE)).gaps(header)).isEmpty();
    }

    @Test
    void newSeriesAreAddedOnlyWhenAskedFor() throws Exception {
        var file = given.csv(HEADER, "solar,us,nea,2025,43,,,actual,false,nea-2025,");
        var reading = Reading.guess(file);
        var mapping = Mapping.guess(reading.sample(file).header());
        try (var preview = given.preview(file)) {
            assertThat(preview.faults().page(0, 10, Optional.empty())).extracting(RowFault::code)
                    .containsExactly("unknown-series");
        }
        var adding = mapping.withSeriesAdded(true);
        try (var preview = given.preview(file, reading, adding)) {
            assertThat(preview.series()).singleElement().satisfies(s -> assertThat(s.preference()).isEqualTo(2));
            var outcome = given.store.ledger().save(
                    given.examiner.batch(file, reading, adding, preview, new Progress()), Given.ACT);
            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.added()).isEqualTo(2);
        }
    }

    @Test
    void aRowThatSomebodyElseChangedMeanwhileIsNotOverwritten() throws Exception {
        var file = given.csv(HEADER, "solar,cn,nea,2025,315,,,actual,false,nea-2025,");
        var reading = Reading.guess(file);
        var mapping = Mapping.guess(reading.sample(file).header());
        try (var preview = given.preview(file, reading, mapping)) {
            given.take(given.csv(HEADER, "solar,cn,nea,2025,316,,,actual,false,nea-2025,"));
            var outcome = given.store.ledger().save(
                    given.examiner.batch(file, reading, mapping, preview, new Progress()), Given.ACT);
            assertThat(outcome.faults()).extracting(f -> f.code()).containsExactly("changed-meanwhile");
        }
    }
}
