package io.raceboard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** The months that a timeline shows. */
class WindowTest {

    private static final Window ALL = window("2017-06", "2028-08");

    @Test
    void aDayLiesWhereItsShareOfTheDaysIs() {
        var year = window("2025-01", "2025-12");

        assertThat(year.at(LocalDate.parse("2025-01-01"))).isZero();
        assertThat(year.at(LocalDate.parse("2025-07-02"))).isEqualTo(182 * 100 / 365.0, within(0.001));
        assertThat(year.at(LocalDate.parse("2026-01-01"))).isEqualTo(100);
        assertThat(year.at(LocalDate.parse("2031-01-01"))).isEqualTo(100);
    }

    @Test
    void theAxisNamesMonthsQuartersOrYearsAsRoomPermits() {
        assertThat(window("2025-02", "2025-12").ticks()).hasSize(11);
        assertThat(window("2024-02", "2026-12").ticks()).extracting(tick -> tick.month().toString())
                .startsWith("2024-04", "2024-07", "2024-10", "2025-01");
        assertThat(ALL.ticks()).extracting(tick -> tick.month().getYear()).containsExactly(2018, 2019, 2020, 2021, 2022,
                2023, 2024, 2025, 2026, 2027, 2028);
    }

    @Test
    void zoomingInKeepsTodayWhereItIs() {
        var near = TimelineView.usual(Acts.TODAY).zoom(0.5, Acts.TODAY, ALL);

        assertThat(near).isEqualTo(window("2025-05", "2027-02"));
        assertThat(near.contains(Acts.TODAY)).isTrue();
    }

    @Test
    void zoomingEndsAtThreeMonthsAndAtEverything() {
        var window = TimelineView.usual(Acts.TODAY);
        for (int i = 0; i < 9; i++) {
            window = window.zoom(0.5, Acts.TODAY, ALL);
        }
        assertThat(window.months()).isEqualTo(Window.LEAST_MONTHS);
        for (int i = 0; i < 9; i++) {
            window = window.zoom(2, Acts.TODAY, ALL);
        }
        assertThat(window).isEqualTo(ALL);
    }

    @Test
    void movingKeepsTheWidthAndEndsWhereTheEventsEnd() {
        var window = window("2027-01", "2028-02");

        assertThat(window.pan(-1, ALL)).isEqualTo(window("2026-06", "2027-07"));
        assertThat(window.pan(1, ALL)).isEqualTo(window("2027-07", "2028-08"));
        assertThat(window.pan(1, ALL).pan(1, ALL)).isEqualTo(window("2027-07", "2028-08"));
    }

    private static Window window(String from, String to) {
        return new Window(YearMonth.parse(from), YearMonth.parse(to));
    }
}
