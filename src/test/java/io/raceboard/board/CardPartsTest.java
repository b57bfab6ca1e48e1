package io.raceboard.board;

import static io.raceboard.board.Given.GIGAWATTS;
import static io.raceboard.board.Given.at;
import static io.raceboard.board.Given.indicator;
import static io.raceboard.board.Given.known;
import static io.raceboard.board.Given.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Status;
import io.raceboard.live.IndicatorSnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Age, credits, citation, groups: the small print of a card. */
class CardPartsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Indicator every(Cadence cadence, int lag) {
        var of = indicator("solar", GIGAWATTS).indicator();
        return new Indicator(of.slug(), of.topic(), 1, of.title(), of.subtitle(), of.unit(), cadence, lag, of.draw(),
                of.method(), null, of.licence(), null, false, List.of(), null);
    }

    @Test
    void aValueIsDueAfterItsCadenceAndLag() {
        var series = List.of(series("cn", at("2026-08-19", "80"), known("2027", "90", Status.PROJECTION)));
        var freshness = Freshness.of(every(Cadence.MONTH, 3), series, TODAY).orElseThrow();
        assertThat(freshness.latest().text()).isEqualTo("2026-08-19");
        assertThat(freshness.expected()).isEqualTo(LocalDate.of(2026, 9, 22));
        assertThat(freshness.late()).isEqualTo(LocalDate.of(2026, 10, 23));
        assertThat(freshness.state()).isEqualTo("overdue");
        assertThat(freshness.age(TODAY)).isEqualTo(95);
        assertThat(freshness.statuses()).containsExactly(Status.ACTUAL, Status.PROJECTION);
        assertThat(Freshness.of(every(Cadence.MONTH, 3), series, LocalDate.of(2026, 9, 22)).orElseThrow().state())
                .isEqualTo("fresh");
        assertThat(Freshness.of(every(Cadence.MONTH, 3), series, LocalDate.of(2026, 10, 1)).orElseThrow().state())
                .isEqualTo("due");
    }

    @Test
    void whatPromisesNoDateIsNeverOverdue() {
        var freshness = Freshness.of(every(Cadence.ONCE, 0), List.of(series("cn", at("2020", "1"))), TODAY).orElseThrow();
        assertThat(freshness.state()).isEqualTo("fresh");
        assertThat(freshness.expected()).isNull();
    }

    @Test
    void onlyKnownValuesHaveAnAge() {
        assertThat(Freshness.of(every(Cadence.YEAR, 0), List.of(series("cn", known("2030", "1", Status.PROJECTION))),
                TODAY)).isEmpty();
    }

    @Test
    void aCitationSaysWhatWhenAndWhere() {
        var snapshot = indicator("solar", GIGAWATTS, series("cn", at("2025", "315")));
        var credits = Credit.of(snapshot, snapshot.series(), Reader.ENGLISH);
        var citation = Citation.of(snapshot, credits, "/i/solar?entities=cn", TODAY, Reader.ENGLISH);
        assertThat(citation.plain()).isEqualTo("Raceboard, “Title of solar”, from Ember; data as of 22 Nov 2026"
                + " (version 7), /i/solar?entities=cn, seen on 22 Nov 2026.");
        assertThat(citation.bibtex()).startsWith("@misc{raceboard-solar-7,").contains("title        = {Title of solar}")
                .contains("\\url{/i/solar?entities=cn}").contains("urldate      = {2026-11-22}").endsWith("}");
    }

    @Test
    void whatMeansSomethingToTexIsEscaped() {
        var plain = indicator("solar", GIGAWATTS, series("cn", at("2025", "315")));
        var of = plain.indicator();
        var hostile = new Indicator(of.slug(), of.topic(), 1, new Label("50 % of {all} & \\more_", null), of.subtitle(),
                of.unit(), of.cadence(), 0, of.draw(), of.method(), null, of.licence(), null, false, List.of(), null);
        var snapshot = new IndicatorSnapshot(hostile, plain.series(), plain.sources(), 7, plain.changedAt());
        assertThat(Citation.of(snapshot, List.of(), "/i/solar", TODAY, Reader.ENGLISH).bibtex())
                .contains("title        = {50 \\% of \\{all\\} \\& \\textbackslash more\\_}");
    }

    @Test
    void sourcesOfMostValuesComeFirst() {
        var bundled = BundledSnapshots.read().bySlug().get("compute-shipped-h100e");
        assertThat(Credit.of(bundled, bundled.series(), Reader.ENGLISH)).first().extracting(Credit::name)
                .isEqualTo("Own arithmetic on Epoch AI");
    }

    @Test
    void everyBundledIndicatorBelongsToAGroup() {
        assertThat(BundledSnapshots.read().bySlug().keySet()).allSatisfy(
                slug -> assertThat(Group.of(slug)).as(slug).isNotEqualTo(Group.MORE));
        assertThat(Group.of("something-new")).isEqualTo(Group.MORE);
    }

    @Test
    void termsAreThoseOfTheCard() {
        var bundled = BundledSnapshots.read().bySlug();
        assertThat(Term.of(bundled.get("compute-shipped-h100e").indicator())).contains(Term.H100E);
        assertThat(Term.of(bundled.get("installed-capacity-solar").indicator())).contains(Term.GIGAWATT)
                .doesNotContain(Term.H100E);
        for (var term : Term.values()) {
            for (var words : List.of(Reader.ENGLISH, Reader.CHINESE)) {
                assertThat(Map.entry(term.title(words), term.meaning(words))).isNotNull();
            }
        }
    }
}
