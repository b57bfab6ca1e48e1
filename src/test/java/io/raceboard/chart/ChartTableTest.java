package io.raceboard.chart;

import static io.raceboard.chart.Made.GIGAWATTS;
import static io.raceboard.chart.Made.at;
import static io.raceboard.chart.Made.between;
import static io.raceboard.chart.Made.chart;
import static io.raceboard.chart.Made.from;
import static io.raceboard.chart.Made.known;
import static io.raceboard.chart.Made.noted;
import static io.raceboard.chart.Made.of;
import static io.raceboard.chart.Made.partial;
import static io.raceboard.chart.Made.snapshot;
import static io.raceboard.chart.Made.yearly;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Status;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.page.Numbers;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTableTest {

    @Test
    void hasARowForEachPeriodAndAColumnForEachLine() {
        var table = ChartTable.of(chart(yearly(of("us", from("2020", 1.5, 2)), of("cn", at("2021", 1234.25)))));
        assertThat(table.heads()).extracting(ChartTable.Head::text)
                .containsExactly("Period", "United States (ember), GW", "China (ember), GW");
        assertThat(table.rows()).extracting(r -> r.cells().stream().map(ChartTable.Cell::text).toList())
                .containsExactly(List.of("2021", "2", "1,234.25"), List.of("2020", "1.5", ""));
        assertThat(table.rows().getFirst().cells().get(2).value()).isEqualTo("1234.25");
    }

    @Test
    void hasARowForEachValueWhereThereAreIntervals() {
        var table = ChartTable.of(chart(yearly(of("us", between("2020", 1, 2, 3)))));
        assertThat(table.heads()).extracting(ChartTable.Head::text)
                .containsExactly("Who", "Period", "Value, GW", "Low", "High", "Known as", "Source");
        assertThat(table.rows().getFirst().cells()).extracting(ChartTable.Cell::text).containsExactly(
                "United States (ember)", "2020", "2", "1", "3", "estimate", "Capacity statistics, IRENA");
    }

    @Test
    void saysHowAValueIsKnownAndWhatWasNoted() {
        var table = ChartTable.of(chart(yearly(of("us", noted("2020", 1, "Gross"), noted("2021", 2, "Gross"),
                known("2022", 3, Status.PROJECTION), partial("2023", 1)))));
        assertThat(table.rows()).extracting(r -> r.cells().get(1).status())
                .containsExactly("so far", "projection", null, null);
        assertThat(table.rows()).extracting(r -> r.cells().get(1).note()).containsExactly(null, null, 1, 1);
        assertThat(table.notes()).containsExactly("Gross");
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void holdsExactlyTheValuesOfTheChart(IndicatorSnapshot snapshot) {
        for (var transform : Transform.offered(snapshot.indicator())) {
            var chart = chart(snapshot, ChartView.of(snapshot).with(transform));
            var table = ChartTable.of(chart);
            var inTable = table.rows().stream().flatMap(r -> r.cells().stream()).map(ChartTable.Cell::value)
                    .filter(Objects::nonNull).filter(v -> v.matches("-?[\\d.]+")).toList();
            var inChart = chart.lines().stream().flatMap(l -> l.values().stream())
                    .flatMap(p -> Stream.of(p.y(), p.low(), p.high())).filter(Objects::nonNull)
                    .map(y -> chart.transform() == Transform.NONE ? y.toPlainString()
                            : y.round(new MathContext(10)).stripTrailingZeros().toPlainString())
                    .toList();
            assertThat(inTable.stream().filter(inChart::contains).toList())
                    .as("%s", transform).containsExactlyInAnyOrderElementsOf(inChart);
        }
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void everyValueOfTheSummaryIsInTheTable(IndicatorSnapshot snapshot) {
        for (var lang : Lang.values()) {
            var words = Made.words(lang);
            var chart = Charts.of(snapshot, ChartView.of(snapshot), words, List.of(), Made.TODAY);
            var labels = ChartTable.of(chart).rows().stream().flatMap(r -> r.cells().stream())
                    .map(ChartTable.Cell::text).toList();
            var told = chart.lines().stream().flatMap(l -> l.values().stream())
                    .filter(p -> chart.summary().contains(p.text() + " (" + p.label())
                            || chart.summary().contains(p.text() + "（" + p.label())).toList();
            assertThat(told).isNotEmpty().allSatisfy(p -> {
                assertThat(labels).contains(p.label());
                assertThat(labels).contains(Numbers.full(p.y()));
            });
        }
    }

    static Stream<IndicatorSnapshot> snapshots() {
        return Stream.of(
                yearly(of("us", from("2015", 1, 2.5, 4, 8)), of("cn", from("2016", 3, 6, 9.125))),
                yearly(of("us", between("2020", 1, 2, 3), between("2021", 2, 3, 5)), of("cn", at("2021", 7))),
                yearly(of("us", "eia", 1, from("2020", 1, 2)), of("us", "ember", 2, from("2020", 2, 3))),
                snapshot(Draw.COLUMNS, Cadence.QUARTER, GIGAWATTS, of("us", from("2023-Q1", 1, 2, 3, 4, 5, 6)),
                        of("cn", from("2023-Q2", 4, 5, 6))),
                snapshot(Draw.BARS, Cadence.ONCE, GIGAWATTS, of("us", at("2023", 12)), of("cn", at("2024", 40))),
                snapshot(Draw.LINE, Cadence.MONTH, Made.POINTS,
                        of("us", at("2024-01-30", 1402), at("2024-02-10", 1410)),
                        of("cn", at("2024-01-30", 1390))));
    }
}
