package io.raceboard.chart;

import static io.raceboard.chart.Made.GIGAWATTS;
import static io.raceboard.chart.Made.PERCENT;
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
import io.raceboard.catalog.Status;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Reading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each transform against values worked out by hand. */
class TransformTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("references")
    void matchesTheReference(Transform transform, String what, IndicatorSnapshot snapshot, List<String> expected) {
        var chart = chart(snapshot, ChartView.of(snapshot).with(transform));
        assertThat(chart.lines().stream().map(Made::values)).isEqualTo(expected);
    }

    static Stream<Arguments> references() {
        return Stream.of(
                reference(Transform.SHARE, "of the sum of those drawn",
                        yearly(of("us", from("2020", 30, 20)), of("cn", from("2020", 70, 80))),
                        "2020=30 2021=20", "2020=70 2021=80"),
                reference(Transform.SHARE, "only where all have a value",
                        yearly(of("us", from("2020", 30, 20)), of("cn", at("2021", 60))), "2021=25", "2021=75"),
                reference(Transform.SHARE, "of the world where it is counted, itself being 100",
                        yearly(of("us", at("2020", 30)), of("world", at("2020", 120))), "2020=25", "2020=100"),
                reference(Transform.SHARE, "no share of nothing",
                        yearly(of("us", from("2020", 0, 1)), of("cn", from("2020", 0, 3))), "2021=25", "2021=75"),
                reference(Transform.SHARE, "by one estimator: the one that counts all",
                        yearly(of("us", "eia", 1, at("2020", 99)), of("us", "ember", 2, at("2020", 40)),
                                of("cn", "ember", 1, at("2020", 60))), "2020=40", "2020=60"),
                reference(Transform.SHARE, "with the world preferred over the sum",
                        yearly(of("us", "eia", 1, at("2020", 10)), of("us", "ember", 2, at("2020", 20)),
                                of("world", "ember", 1, at("2020", 80))), "2020=25", "2020=100"),
                reference(Transform.INDEX, "first common period is 100",
                        yearly(of("us", from("2019", 5, 10, 15)), of("cn", from("2020", 40, 100))),
                        "2019=50 2020=100 2021=150", "2020=100 2021=250"),
                reference(Transform.INDEX, "a zero is no base",
                        yearly(of("us", from("2019", 0, 4, 6)), of("cn", from("2019", 3, 5, 10))),
                        "2019=0 2020=100 2021=150", "2019=60 2020=100 2021=200"),
                reference(Transform.INDEX, "an unfinished period is no base",
                        yearly(of("us", partial("2019", 2), at("2020", 8), at("2021", 4))),
                        "2019=25 2020=100 2021=50"),
                reference(Transform.INDEX, "nothing in common, nothing drawn",
                        yearly(of("us", at("2019", 5)), of("cn", at("2020", 40))), "", ""),
                reference(Transform.GROWTH, "year on year",
                        yearly(of("us", from("2019", 100, 110, 99))), "2020=10 2021=-10"),
                reference(Transform.GROWTH, "the unfinished year is left out",
                        yearly(of("us", at("2019", 100), at("2020", 110), partial("2021", 20))), "2020=10"),
                reference(Transform.GROWTH, "nothing on zero or below",
                        yearly(of("us", from("2019", 0, 5, 10))), "2021=100"),
                reference(Transform.GROWTH, "same quarter of the year before",
                        quarterly(from("2023-Q1", 10, 20, 30, 40, 12, 30, 30, 20)),
                        "2024-Q1=20 2024-Q2=50 2024-Q3=0 2024-Q4=-50"),
                reference(Transform.GROWTH, "a missing quarter the year before",
                        quarterly(at("2023-Q1", 10), at("2023-Q3", 10), at("2024-Q1", 15), at("2024-Q2", 15),
                                at("2024-Q3", 20)), "2024-Q1=50 - 2024-Q3=100"),
                reference(Transform.GROWTH, "same month of the year before",
                        snapshot(Draw.LINE, Cadence.MONTH, GIGAWATTS,
                                of("us", at("2023-11", 8), at("2023-12", 10), at("2024-12", 11))), "2024-12=10"),
                reference(Transform.GROWTH, "single days of a monthly series: the nearest day a year before",
                        snapshot(Draw.LINE, Cadence.MONTH, POINTS,
                                of("us", at("2023-11-20", 8), at("2023-12-12", 10), at("2024-12-05", 11))),
                        "2024-12-05=10"),
                reference(Transform.DIFFERENCE, "to the year before",
                        yearly(of("us", from("2019", 100, 110, 99))), "2020=10 2021=-11"),
                reference(Transform.DIFFERENCE, "not across a missing year",
                        yearly(of("us", at("2019", 1), at("2020", 3), at("2022", 9), at("2023", 10))),
                        "2020=2 - 2023=1"),
                reference(Transform.DIFFERENCE, "the unfinished period is left out",
                        quarterly(at("2024-Q1", 5), at("2024-Q2", 7), partial("2024-Q3", 1)), "2024-Q2=2"),
                reference(Transform.DIFFERENCE, "exact decimals",
                        yearly(of("us", from("2019", 0.1, 0.3))), "2020=0.2"));
    }

    @Test
    void growthLooksBackBeyondTheTimeShown() {
        var snapshot = yearly(of("us", from("2019", 100, 110, 99)));
        var view = ChartView.of(snapshot).with(Transform.GROWTH).with(TimeRange.find("2021..latest").orElseThrow());
        assertThat(values(chart(snapshot, view).lines().getFirst())).isEqualTo("2021=-10");
    }

    @Test
    void theIndexBeginsInsideTheTimeShown() {
        var snapshot = yearly(of("us", from("2019", 10, 20, 30)));
        var view = ChartView.of(snapshot).with(Transform.INDEX).with(TimeRange.find("2020..latest").orElseThrow());
        assertThat(values(chart(snapshot, view).lines().getFirst())).isEqualTo("2020=100 2021=150");
        assertThat(chart(snapshot, view).y().label()).isEqualTo("index, 2020 = 100");
    }

    @Test
    void aCalculatedValueIsAsUnsureAsItsLeastSurePart() {
        var snapshot = yearly(of("us", at("2020", 10), between("2021", 11, 12, 13), at("2022", 14)));
        var points = chart(snapshot, ChartView.of(snapshot).with(Transform.DIFFERENCE)).lines().getFirst().points();
        assertThat(points).extracting(Chart.Point::status).containsExactly(Status.ESTIMATE, Status.ESTIMATE);
        assertThat(points).extracting(Chart.Point::low).containsOnlyNulls();
        assertThat(points).extracting(Chart.Point::text).containsExactly("about +2 GW", "about +2 GW");
    }

    @Test
    void whatBecomesOfIntervalsIsSaid() {
        var snapshot = yearly(of("us", between("2020", 9, 10, 11), known("2021", 20, Status.PROJECTION)));
        assertThat(chart(snapshot, ChartView.of(snapshot).with(Transform.INDEX)).notices())
                .singleElement().asString().contains("Intervals");
    }

    @Test
    void theWholeThatSharesAreOfStandsOnTheAxis() {
        var parts = yearly(of("us", at("2020", 30)), of("cn", at("2020", 70)));
        var world = yearly(of("us", at("2020", 30)), of("world", at("2020", 70)));
        assertThat(chart(parts, ChartView.of(parts).with(Transform.SHARE)).y().label()).contains("of the sum");
        assertThat(chart(world, ChartView.of(world).with(Transform.SHARE)).y().label()).isEqualTo("% of the world");
    }

    @Test
    void onlyWhatMakesSenseIsOffered() {
        assertThat(Transform.offered(snapshot(Draw.LINE, Cadence.YEAR, GIGAWATTS).indicator()))
                .containsExactly(Transform.values());
        assertThat(Transform.offered(snapshot(Draw.LINE, Cadence.YEAR, PERCENT).indicator()))
                .doesNotContain(Transform.SHARE).contains(Transform.DIFFERENCE);
        assertThat(Transform.offered(snapshot(Draw.BARS, Cadence.YEAR, POINTS).indicator()))
                .containsExactly(Transform.NONE);
    }

    @Test
    void changesOfSharesAreCountedInPercentagePoints() {
        var snapshot = snapshot(Draw.LINE, Cadence.YEAR, PERCENT, of("us", from("2020", 10, 12.5)));
        var point = chart(snapshot, ChartView.of(snapshot).with(Transform.DIFFERENCE)).lines().getFirst().points();
        assertThat(point.getFirst().text()).isEqualTo("+2.5 pp");
    }

    private static IndicatorSnapshot quarterly(Reading... readings) {
        return snapshot(Draw.LINE, Cadence.QUARTER, GIGAWATTS, of("us", readings));
    }

    private static Arguments reference(Transform transform, String what, IndicatorSnapshot snapshot,
            String... expected) {
        return Arguments.of(transform, what, snapshot, List.of(expected));
    }
}
