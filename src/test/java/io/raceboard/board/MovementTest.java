package io.raceboard.board;

import static io.raceboard.board.Given.GIGAWATTS;
import static io.raceboard.board.Given.PERCENT;
import static io.raceboard.board.Given.at;
import static io.raceboard.board.Given.between;
import static io.raceboard.board.Given.indicator;
import static io.raceboard.board.Given.known;
import static io.raceboard.board.Given.partial;
import static io.raceboard.board.Given.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import io.raceboard.live.Reading;
import org.junit.jupiter.api.Test;

class MovementTest {

    private static String since(Unit unit, Reading... readings) {
        var series = series("cn", readings);
        var snapshot = indicator("solar", unit, series);
        return Movement.since(new Cited(snapshot.indicator(), series, series.readings().getLast()), Reader.ENGLISH)
                .map(Phrase::text).orElse("nothing");
    }

    @Test
    void bothDatesAndBothValuesAreSaid() {
        assertThat(since(GIGAWATTS, at("2024", "278"), at("2025", "315.07"))).isEqualTo("+37.1 GW since 2024 (278)");
        assertThat(since(GIGAWATTS, at("2024", "32.738"), at("2025", "28.488")))
                .isEqualTo("−4.25 GW since 2024 (32.7)");
    }

    @Test
    void sharesMoveByPercentagePoints() {
        assertThat(since(PERCENT, at("2024", "40"), at("2025", "80"))).isEqualTo("+40 pp since 2024 (40%)");
    }

    @Test
    void theSameQuarterOfTheYearBeforeIsCompared() {
        assertThat(since(GIGAWATTS, at("2024-Q4", "117"), at("2025-Q3", "50"), at("2025-Q4", "74.8")))
                .isEqualTo("−42.2 GW since 2024 Q4 (117)");
    }

    @Test
    void aDayIsComparedWithTheNearestOneAYearBefore() {
        assertThat(since(PERCENT, at("2025-06-25", "45"), at("2025-08-04", "80"), at("2025-11-06", "100"),
                at("2026-08-19", "75"))).isEqualTo("−5 pp since 4 Aug 2025 (80%)");
        assertThat(since(PERCENT, at("2024-01-01", "45"), at("2026-08-19", "75")))
                .isEqualTo("+30 pp since 1 Jan 2024 (45%)");
    }

    @Test
    void unfinishedAndForeseenValuesAreNotCompared() {
        assertThat(since(GIGAWATTS, at("2023", "216"), partial("2024", "100"), at("2025", "315")))
                .isEqualTo("+99 GW since 2023 (216)");
        assertThat(since(GIGAWATTS, known("2024", "300", Status.PROJECTION), at("2025", "315"))).isEqualTo("nothing");
    }

    @Test
    void aMonthIsNotComparedWithAYear() {
        assertThat(since(GIGAWATTS, at("2024", "278"), at("2025-01", "40"))).isEqualTo("nothing");
    }

    @Test
    void intervalsThatOverlapLeaveNoClearChange() {
        assertThat(since(PERCENT, between("2024", "3.3", "5.4", "9.2"), between("2025", "4.3", "5.9", "8.1")))
                .isEqualTo("no clear change since 2024 (5.4%)");
        assertThat(since(PERCENT, between("2024", "1", "2", "3"), between("2025", "4", "5", "6")))
                .isEqualTo("+3 pp since 2024 (2%)");
    }

    @Test
    void theSameValueIsUnchanged() {
        assertThat(since(PERCENT, at("2024", "80"), at("2025", "80.0"))).isEqualTo("unchanged since 2024");
    }
}
