package io.raceboard.ledger;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.CHINA;
import static io.raceboard.ledger.Sample.SOURCE;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.event;
import static io.raceboard.ledger.Sample.indicator;
import static io.raceboard.ledger.Sample.label;
import static io.raceboard.ledger.Sample.seen;
import static io.raceboard.ledger.Sample.share;
import static io.raceboard.ledger.Sample.solar;
import static io.raceboard.ledger.Sample.value;
import static io.raceboard.ledger.Sample.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger refuses, and how it says so. */
@StoreTest
class FaultsTest {

    private final Ledger ledger;

    FaultsTest(Engine engine) {
        ledger = engine.emptyStore().ledger();
    }

    @BeforeEach
    void aCatalogueIsThere() {
        ledger.save(catalogue(), ACT);
    }

    @Test
    void allFaultsOfABatchAreToldAtOnce() {
        var faults = ledger.check(Batch.of(
                value("solar", "2025-13", "10", "12", "8", "certain", ""),
                value("wind", "2101", "1", null, null, "actual", "nea-1999"),
                solar("2025", "315"),
                solar("2025", "316")));
        assertThat(faults).extracting(Fault::index, Fault::field, Fault::code, Fault::value).containsExactly(
                row(0, "period", "no-such-period", "2025-13"),
                row(0, "status", "unknown-word", "certain"),
                row(0, "low", "low-above-value", "12"),
                row(0, "high", "high-below-value", "8"),
                row(0, "source", "missing", null),
                row(1, "indicator", "unknown-indicator", "wind"),
                row(1, "period", "far-future", "2101"),
                row(1, "source", "unknown-source", "nea-1999"),
                row(3, "period", "duplicate-key", "2025"));
        assertThat(faults.getFirst().key()).isEqualTo("solar/cn/nea/2025-13");
        assertThat(faults).extracting(Fault::sentence).contains(
                "low 12 must be at most the value 10",
                "source is missing: every value says where it comes from",
                "there is no indicator \"wind\"; correct it or add it",
                "status \"certain\" must be one of actual, announced, estimate, projection");
    }

    @Test
    void aShareLiesBetweenNoughtAndAHundred() {
        assertThat(codes(Batch.of(share("2025", "100.01")))).containsExactly("value share-out-of-range");
        assertThat(codes(Batch.of(share("2025", "-1")))).containsExactly("value share-out-of-range");
        assertThat(codes(Batch.of(value("solar-share", "2025", "90", "80", "101", "actual", "nea-2025"))))
                .containsExactly("high share-out-of-range");
        assertThat(codes(Batch.of(share("2025", "100"), share("2024", "0"), solar("2025", "-3")))).isEmpty();
    }

    @Test
    void aValueNeedsItsSeriesAndAnAmount() {
        var noSeries = new ObservationDraft("solar", "guangdong", "nea", "2025", BigDecimal.ONE, null, null, "actual",
                false, false, "nea-2025", null, null);
        assertThat(codes(Batch.of(noSeries))).containsExactly("estimator unknown-series");
        assertThat(codes(Batch.of(solar("2025", null)))).containsExactly("value missing");
        assertThat(codes(Batch.of(solar("", "1")))).containsExactly("period missing");
    }

    @Test
    void numbersThatCannotBeKeptExactlyAreRefused() {
        assertThat(codes(Batch.of(solar("2025", "0.0000000000001")))).containsExactly("value too-precise");
        assertThat(codes(Batch.of(solar("2025", "1E+26")))).containsExactly("value too-large");
        assertThat(codes(Batch.of(value("solar", "2025", "1E+999999999", "1E-999999999", null, "actual", "nea-2025"))))
                .containsExactly("value too-large", "low too-precise");
        assertThat(codes(Batch.of(solar("2025", "1.00000000000000000000")))).isEmpty();
    }

    @Test
    void periodsLieWhereAnythingCanLie() {
        assertThat(codes(Batch.of(solar("0202", "1"), solar("2025-02-30", "1"), solar("2025-Q5", "1"),
                solar("2100", "1")))).containsExactly("period far-past", "period no-such-period",
                "period no-such-period");
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotReplaced() {
        ledger.save(Batch.of(solar("2025", "315")), ACT);
        ledger.save(Batch.of(solar("2025", "316")), ACT);
        assertThat(codes(Batch.of(seen(solar("2025", "317"), 1)))).containsExactly("value changed-meanwhile");
        assertThat(codes(Batch.of(seen(solar("2025", "317"), 0)))).containsExactly("value changed-meanwhile");
        assertThat(codes(Batch.of(seen(solar("2025", "317"), 2)))).isEmpty();
        assertThat(codes(Batch.of(seen(solar("2025", "316"), 1)))).isEmpty();
        assertThat(codes(Batch.of(seen(solar("2024", "278"), 0)))).isEmpty();
    }

    @Test
    void onlyWhatIsThereCanBeWithdrawn() {
        assertThat(codes(Batch.of(withdrawn("2025")))).containsExactly("period nothing-to-withdraw");
    }

    @Test
    void aUnitStaysOnceThereAreValues() {
        assertThat(codes(Batch.of(indicator("solar", "percent", 30)))).isEmpty();
        ledger.save(Batch.of(solar("2025", "315")), ACT);
        assertThat(codes(Batch.of(indicator("solar", "percent", 30)))).containsExactly("unit unit-fixed");
        assertThat(codes(Batch.of(new Unit("GW", "energy", label("gigawatts"), label("GW")))))
                .containsExactly("dimension unit-fixed");
    }

    @Test
    void indicatorsNameWhatExists() {
        assertThat(codes(Batch.of(indicator("solar", "furlongs", -1))))
                .containsExactly("unit unknown-unit", "lag_days too-small");
        assertThat(codes(Batch.of(new SeriesDraft("solar", "atlantis", "nobody", 0, null)))).containsExactly(
                "entity unknown-entity", "estimator unknown-estimator", "rank too-small");
    }

    @Test
    void aColourIsSixDigitsAndNobodyIsHisOwnGrandparent() {
        assertThat(codes(Batch.of(entity("xx", null, "red")))).containsExactly("colour bad-colour");
        assertThat(codes(Batch.of(entity("cn", "guangdong", "#000000")))).containsExactly("parent own-parent");
        assertThat(codes(Batch.of(entity("a/b", "nowhere", "#000000"))))
                .containsExactly("slug bad-slug", "parent unknown-entity");
    }

    @Test
    void aSourceSaysWhatMayBeDoneWithIt() {
        assertThat(codes(Batch.of(new Source("x", "", "NEA", "ftp://x", "last year", "free", "free", true, true,
                "a\u0000b")))).containsExactly("title missing", "url bad-address", "published no-such-period",
                "licence_kind unknown-word", "note bad-character", "share_alike not-share-alike");
        assertThat(codes(Batch.of(new Source("y", "t".repeat(601), "NEA", null, null, "free", "facts", true, false,
                null)))).containsExactly("title too-long");
    }

    @Test
    void anEventNeedsJurisdictionSourceAndDatesInOrder() {
        assertThat(codes(Batch.of(event("e", "2025-02", "2025-01-31", List.of(), List.of()))))
                .containsExactly("jurisdictions missing", "sources missing", "end_date end-before-start");
        assertThat(codes(Batch.of(event("e", "soon", null, List.of("cn", "cn"), List.of("gk")))))
                .containsExactly("date no-such-period", "jurisdictions named-twice", "sources unknown-source");
    }

    @Test
    void aRecordMayBeGivenTwiceOnlyIfBothAreEqual() {
        var other = new Source(SOURCE.slug(), "Another title", SOURCE.publisher(), null, null, "free", "facts", false,
                false, null);
        assertThat(codes(Batch.of(SOURCE, SOURCE))).isEmpty();
        assertThat(codes(Batch.of(SOURCE, other))).containsExactly("key duplicate-key");
        assertThat(ledger.save(Batch.of(CHINA, CHINA), ACT).unchanged()).isEqualTo(1);
    }

    private List<String> codes(Batch batch) {
        return ledger.check(batch).stream().map(f -> f.field() + " " + f.code()).toList();
    }

    private static Entity entity(String slug, String parent, String colour) {
        return new Entity(slug, Entity.Kind.COUNTRY, parent, label("X"), label("X"), colour, Entity.Dash.DOT,
                Entity.Marker.NONE);
    }

    private static org.assertj.core.groups.Tuple row(int index, String field, String code, String value) {
        return org.assertj.core.api.Assertions.tuple(index, field, code, value);
    }
}
