package io.raceboard.chart;

import static io.raceboard.chart.Made.GIGAWATTS;
import static io.raceboard.chart.Made.POINTS;
import static io.raceboard.chart.Made.at;
import static io.raceboard.chart.Made.between;
import static io.raceboard.chart.Made.chart;
import static io.raceboard.chart.Made.from;
import static io.raceboard.chart.Made.known;
import static io.raceboard.chart.Made.of;
import static io.raceboard.chart.Made.partial;
import static io.raceboard.chart.Made.snapshot;
import static io.raceboard.chart.Made.values;
import static io.raceboard.chart.Made.yearly;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChartTest {

    @Test
    void aMissingPeriodBreaksTheLineAndIsNeverZero() {
        var chart = chart(yearly(of("us", at("2019", 1), at("2020", 2), at("2022", 3))));
        assertThat(values(chart.lines().getFirst())).isEqualTo("2019=1 2020=2 - 2022=3");
        assertThat(chart.lines().getFirst().points().get(2).x()).isEqualTo(millis("2021-01-01"));
    }

    @Test
    void aMonthWithoutAnyDayBreaksAMonthlyLine() {
        var chart = chart(snapshot(Draw.LINE, Cadence.MONTH, POINTS,
                of("us", at("2024-01-30", 1), at("2024-02-02", 2), at("2024-04-01", 3))));
        assertThat(values(chart.lines().getFirst())).isEqualTo("2024-01-30=1 2024-02-02=2 - 2024-04-01=3");
    }

    @Test
    void aSkippedWeekBreaksAWeeklyLine() {
        var chart = chart(snapshot(Draw.LINE, Cadence.WEEK, POINTS,
                of("us", at("2024-01-07", 1), at("2024-01-14", 2), at("2024-01-28", 3))));
        assertThat(values(chart.lines().getFirst())).isEqualTo("2024-01-07=1 2024-01-14=2 - 2024-01-28=3");
    }

    @Test
    void whereNothingIsPromisedNothingIsMissing() {
        var chart = chart(snapshot(Draw.LINE, Cadence.IRREGULAR, GIGAWATTS, of("us", at("2010", 1), at("2020", 2))));
        assertThat(values(chart.lines().getFirst())).isEqualTo("2010=1 2020=2");
    }

    @Test
    void columnsKeepAnEmptySlotForAMissingPeriod() {
        var chart = chart(snapshot(Draw.COLUMNS, Cadence.YEAR, GIGAWATTS,
                of("us", at("2019", 1), at("2021", 2)), of("cn", at("2021", 4))));
        assertThat(chart.slots()).containsExactly("2019", "2020", "2021");
        assertThat(chart.lines().get(1).points()).extracting(Chart.Point::x).containsExactly(2L);
        assertThat(chart.times().get(2)).isEqualTo(millis("2021-01-01"));
    }

    @Test
    void barsStandAtTheNewestValueLargestFirst() {
        var chart = chart(snapshot(Draw.BARS, Cadence.IRREGULAR, GIGAWATTS,
                of("us", at("2024", 9), at("2025", 1)), of("cn", at("2023", 5))));
        assertThat(chart.lines()).extracting(Made::values).containsExactly("2023=5", "2025=1");
        assertThat(chart.slots()).containsExactly("CN", "US");
    }

    @Test
    void eachEntityHasItsPreferredEstimateUnlessAllAreAskedFor() {
        var snapshot = yearly(of("us", "eia", 2, at("2020", 1)), of("us", "ember", 1, at("2020", 2)));
        assertThat(chart(snapshot).lines()).extracting(Chart.Line::key).containsExactly("us:ember");
        var all = chart(snapshot, ChartView.of(snapshot).withAllEstimates(true));
        assertThat(all.lines()).extracting(Chart.Line::key).containsExactly("us:ember", "us:eia");
        assertThat(all.lines()).extracting(Chart.Line::name).containsExactly("US · ember", "US · eia");
        assertThat(all.lines()).extracting(Chart.Line::rank).containsExactly(1, 2);
    }

    @Test
    void zeroAndBelowAreNamedWhereALogarithmHasNoPlaceForThem() {
        var snapshot = yearly(of("us", at("2019", -3), at("2020", 0), at("2021", 5)));
        var chart = chart(snapshot, ChartView.of(snapshot).with(Scale.LOG));
        assertThat(chart.notices()).singleElement().asString().contains("US 2019 (−3 GW), US 2020 (0 GW)");
        assertThat(chart.y().min()).isPositive();
        assertThat(values(chart.lines().getFirst())).isEqualTo("2019=-3 2020=0 2021=5");
    }

    @Test
    void columnsBecomeALineOnALogarithmicScale() {
        var snapshot = snapshot(Draw.COLUMNS, Cadence.YEAR, GIGAWATTS, of("us", from("2019", 1, 10, 100)));
        assertThat(chart(snapshot, ChartView.of(snapshot).with(Scale.LOG)).draw()).isEqualTo(Draw.LINE);
    }

    @Test
    void onlyWhatOccursIsExplained() {
        assertThat(chart(yearly(of("us", at("2020", 1)))).keys()).isEmpty();
        assertThat(chart(yearly(of("us", between("2020", 1, 2, 3), known("2021", 3, Status.PROJECTION),
                partial("2022", 1)))).keys()).extracting(Chart.Key::style)
                .containsExactly("estimate", "projection", "partial", "interval");
    }

    @Test
    void estimatesSayAboutAndCarryTheirInterval() {
        var point = chart(yearly(of("us", between("2020", 81_234, 89_348, 95_000)))).lines().getFirst().points();
        assertThat(point.getFirst().text()).isEqualTo("about 89,300 GW (81,200 to 95,000)");
        var snapshot = yearly(of("us", between("2020", 81_234, 89_348, 95_000)));
        assertThat(Charts.of(snapshot, ChartView.of(snapshot), Made.words(Lang.ZH), List.of(), Made.TODAY).lines()
                .getFirst().points().getFirst().text()).isEqualTo("约 8.93万吉瓦（8.12万 至 9.5万）");
    }

    @Test
    void pointsOfAScoreAreNotRoundedAway() {
        var point = chart(snapshot(Draw.LINE, Cadence.MONTH, POINTS, of("us", at("2024-01-30", 1504.6))));
        assertThat(point.lines().getFirst().points().getFirst().text()).isEqualTo("1,505 points");
    }

    @Test
    void policyEventsAreDrawnWhereWantedAndInsideTheTime() {
        var snapshot = yearly(of("us", from("2020", 1, 2, 3)));
        var marks = List.of(mark("2018-01-01"), mark("2021-06-01"), mark("2024-01-01"));
        var view = ChartView.of(snapshot).with(TimeRange.find("2020..2022").orElseThrow());
        assertThat(Charts.of(snapshot, view, Made.words(), marks, Made.TODAY).marks()).isEmpty();
        assertThat(Charts.of(snapshot, view.withEvents(true), Made.words(), marks, Made.TODAY).marks())
                .containsExactly(marks.get(1));
    }

    @Test
    void sharesStandOnAnAxisUpToOneHundred() {
        var high = chart(snapshot(Draw.LINE, Cadence.YEAR, Made.PERCENT, of("us", from("2020", 70, 80))));
        assertThat(high.y().min()).isZero();
        assertThat(high.y().max()).isEqualTo(100);
        var low = chart(snapshot(Draw.LINE, Cadence.YEAR, Made.PERCENT, of("us", from("2020", 4, 7))));
        assertThat(low.y().max()).isLessThan(20);
    }

    @Test
    void axesNameThreeToFiveRoundNumbers() {
        for (double top : new double[] {0.004, 0.9, 1, 3, 7.3, 42, 315, 1_234, 88_000, 4_567_890}) {
            assertThat(chart(yearly(of("us", from("2020", 0, top)))).y().ticks()).as("up to %s", top)
                    .hasSizeBetween(3, 5);
        }
        assertThat(chart(yearly(of("us", from("2020", 0, 1_500_000)))).y().ticks()).extracting(Chart.Tick::label)
                .containsExactly("0", "0.5M", "1M", "1.5M");
    }

    @Test
    void countsHaveNoFractionsOnTheirAxis() {
        assertThat(chart(yearly(of("us", from("2020", 0, 9)))).y().ticks()).extracting(Chart.Tick::at)
                .allMatch(at -> at == Math.rint(at));
    }

    @Test
    void smallMultiplesShareTheirAxes() {
        var chart = chart(yearly(of("us", from("2020", 1, 2)), of("cn", from("2015", 50, 100))));
        assertThat(Charts.cells(chart)).hasSize(2).allSatisfy(cell -> {
            assertThat(cell.lines()).hasSize(1);
            assertThat(cell.y()).isEqualTo(chart.y());
            assertThat(cell.x()).isEqualTo(chart.x());
        });
        assertThat(Charts.cell(chart, "cn:ember").orElseThrow().title()).isEqualTo("China (ember)");
    }

    @Test
    void travelsAsJsonWithExactDecimals() {
        var bytes = ChartJson.bytes(chart(yearly(of("us", at("2020", 12.345)))));
        var point = JsonMapper.shared().readTree(bytes).at("/lines/0/points/0");
        assertThat(point.at("/y").decimalValue()).isEqualByComparingTo("12.345");
        assertThat(point.has("low")).isFalse();
    }

    private static Mark mark(String day) {
        return new Mark(millis(day), day, "Export rule", "/policy#rule");
    }

    private static long millis(String day) {
        return Instant.parse(day + "T00:00:00Z").toEpochMilli();
    }
}
