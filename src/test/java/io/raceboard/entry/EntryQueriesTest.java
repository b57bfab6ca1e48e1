package io.raceboard.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.ledger.StoreTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the entry page reads, and taking a save back. */
@StoreTest
class EntryQueriesTest {

    private static final SeriesKey NEA = new SeriesKey("solar", "cn", "nea");

    private final Ledger ledger;
    private final EntryQueries queries;

    EntryQueriesTest(Engine engine) {
        var store = engine.emptyStore();
        ledger = store.ledger();
        queries = new EntryQueries(store.sql());
    }

    @BeforeEach
    void twoSourcesAndTwoSeries() {
        save(new Batch(List.of(new Topic("power", label("Power"), label("Who?"), 1)),
                List.of(new Unit("GW", "power", label("gigawatts"), label("GW"))),
                List.of(new Estimator("nea", label("NEA")), new Estimator("ember", label("Ember"))),
                List.of(source("nea-2024", "Statistics of 2024", "https://www.nea.example/2024/"),
                        source("nea-2025", "Statistics of 2025", "https://nea.example/2025")),
                List.of(new Entity("cn", Entity.Kind.COUNTRY, null, label("China"), label("China"), "#D55E00",
                        Entity.Dash.SOLID, Entity.Marker.SQUARE)),
                List.of(new IndicatorDraft("solar", "power", 1, label("Solar added"), label("per year"), "GW",
                        Cadence.YEAR, 30, Draw.COLUMNS, label("Counted."), null, "quote", null, false, List.of("cn"),
                        null)),
                List.of(new SeriesDraft("solar", "cn", "nea", 1, null),
                        new SeriesDraft("solar", "cn", "ember", 2, null)),
                List.of(value("2023", "216.9", "nea-2024", 0), value("2024", "277", "nea-2024", 0),
                        value("2025", "315", "nea-2025", 0)), List.of()));
    }

    @Test
    void aSeriesWithoutValuesCanBeChosenToo() {
        assertThat(queries.series("solar")).extracting(s -> s.key().text() + " " + s.values() + " " + s.last())
                .containsExactly("cn:nea 3 2025-12-31", "cn:ember 0 null");
    }

    @Test
    void theNewestValuesComeOldestFirstWithTheirVintages() {
        save(Batch.of(value("2024", "277.5", "nea-2025", 1)));
        assertThat(queries.points(NEA, 2)).extracting(p -> p.period() + " " + p.text(Column.VALUE) + " " + p.vintage())
                .containsExactly("2024 277.5 2", "2025 315 1");
    }

    @Test
    void whatAPersonTypedOverIsFoundAfterOthersSavedSomethingElse() {
        save(Batch.of(value("2024", "277.5", "nea-2025", 1), value("2025", "316", "nea-2025", 1)));
        var seen = queries.asSeen(NEA, Map.of(Period.parse("2024"), 1, Period.parse("2025"), 2, Period.parse("2026"), 0));
        assertThat(seen.values()).extracting(p -> p.period() + " " + p.text(Column.VALUE))
                .containsExactlyInAnyOrder("2024 277", "2025 316");
        assertThat(queries.asSeen(NEA, Map.of())).isEmpty();
    }

    @Test
    void theSourceOfTheNewestValueIsOfferedFirst() {
        assertThat(queries.recentSources("solar", 5)).extracting(Source::slug).containsExactly("nea-2025", "nea-2024");
        assertThat(queries.sources("STATISTICS 2024", 0, 5)).extracting(Source::slug).containsExactly("nea-2024");
        assertThat(queries.sources("nothing%", 0, 5)).isEmpty();
    }

    @Test
    void anAddressFindsItsSourceHoweverItIsWritten() {
        for (var typed : new String[] {"https://www.nea.example/2024/", "http://nea.example/2024", " HTTPS://NEA.example/2024#p2 ",
                "nea-2024", "statistics of 2024"}) {
            assertThat(queries.source(typed)).as(typed).map(Source::slug).contains("nea-2024");
        }
        assertThat(queries.source("https://nea.example/2023")).isEmpty();
        assertThat(queries.source("")).isEmpty();
    }

    @Test
    void aSaveIsTakenBackAsOneChangeUnlessSomebodyHasChangedItSince() {
        var before = queries.points(NEA, 10);
        var drafts = List.of(value("2025", "316", "nea-2025", 1), value("2026", "400", "nea-2025", 0));
        long change = save(Batch.values(drafts));
        var back = TakeBack.of(change, "2 values", drafts, Map.of(before.get(2).period(), before.get(2)));
        save(back.batch());
        assertThat(queries.points(NEA, 10)).extracting(p -> p.period() + " " + p.text(Column.VALUE) + p.withdrawn())
                .containsExactly("2023 216.9false", "2024 277false", "2025 315false", "2026 true");
        var again = ledger.save(back.batch(), act());
        assertThat(again.faults()).isEmpty();
        assertThat(again.changeId()).isEmpty();
        save(Batch.of(value("2025", "317", "nea-2025", 3)));
        assertThat(ledger.save(back.batch(), act()).faults()).extracting(f -> f.code()).contains("changed-meanwhile");
    }

    private long save(Batch batch) {
        var outcome = ledger.save(batch, act());
        assertThat(outcome.faults()).isEmpty();
        return outcome.changeId().orElseThrow();
    }

    private static Act act() {
        return new Act(Act.Kind.EDIT, "Ada", "the desk", "as published");
    }

    private static ObservationDraft value(String period, String amount, String source, @Nullable Integer seen) {
        return new ObservationDraft("solar", "cn", "nea", period, new BigDecimal(amount), null, null, "actual", false,
                false, source, null, seen);
    }

    private static Source source(String slug, String title, String url) {
        return new Source(slug, title, "NEA", url, "2025", "facts", "facts", true, false, null);
    }

    private static Label label(String text) {
        return new Label(text, text);
    }
}
