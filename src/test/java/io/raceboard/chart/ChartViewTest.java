package io.raceboard.chart;

import static io.raceboard.chart.Made.GIGAWATTS;
import static io.raceboard.chart.Made.from;
import static io.raceboard.chart.Made.of;
import static io.raceboard.chart.Made.snapshot;
import static io.raceboard.chart.Made.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Period;
import io.raceboard.live.IndicatorSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartViewTest {

    private final IndicatorSnapshot solar = snapshot(Draw.LINE, Cadence.YEAR, GIGAWATTS, false, List.of("us", "cn"),
            "2015..latest", of("us", from("2014", 1, 2, 3)), of("cn", from("2014", 4, 5, 6)),
            of("eu", from("2014", 7, 8, 9)));

    @Test
    void withoutParametersTheIndicatorDecides() {
        var parsed = ChartView.parse(Map.of("tab", "table", "lang", "zh"), solar, words());
        assertThat(parsed.notices()).isEmpty();
        assertThat(parsed.view()).isEqualTo(ChartView.of(solar));
        assertThat(parsed.view().entities()).containsExactly("us", "cn");
        assertThat(parsed.view().time().text()).isEqualTo("2015..latest");
        assertThat(parsed.view().params()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "entities=cn", "entities=eu,us", "time=2016..latest", "time=2015..2016", "time=earliest..2015",
        "time=earliest..latest", "time=2015", "time=2015-08", "time=2015-Q3", "scale=log", "transform=share",
        "transform=index", "transform=growth", "transform=difference", "multiples=on", "events=on", "estimates=all",
        "entities=eu time=2015 scale=log transform=growth multiples=on events=on estimates=all"})
    void anAddressOpensTheSameViewAgain(String address) {
        var params = new LinkedHashMap<String, String>();
        for (var part : address.split(" ")) {
            params.put(part.split("=")[0], part.split("=")[1]);
        }
        var parsed = ChartView.parse(params, solar, words());
        assertThat(parsed.notices()).isEmpty();
        assertThat(parsed.view().params()).isEqualTo(params);
    }

    @Test
    void whatIsTheDefaultIsLeftOut() {
        var params = Map.of("entities", "us,cn", "time", "2015..latest", "scale", "linear", "transform", "none",
                "multiples", "off", "events", "off", "estimates", "preferred");
        var parsed = ChartView.parse(params, solar, words());
        assertThat(parsed.notices()).isEmpty();
        assertThat(parsed.view().params()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entities  | us,atlantis   | atlantis     | cn
            time      | yesterday     | yesterday    | 2015..latest
            time      | 2020..2015    | 2020..2015   | 2015..latest
            time      | 2015-13       | 2015-13      | 2020-Q3
            time      | 1815..1820    | 1815..1820   | 2015..latest
            scale     | cubic         | cubic        | log
            transform | square        | square       | growth
            multiples | maybe         | maybe        | on
            estimates | best          | best         | all
            """)
    void whatCannotBeUsedIsNamedWithWhatWouldBeRight(String name, String value, String named, String right) {
        var parsed = ChartView.parse(Map.of(name, value), solar, words());
        assertThat(parsed.notices()).singleElement().asString().contains(named).contains(right);
        assertThat(parsed.view().params()).doesNotContainValue(value);
    }

    @Test
    void noEntityLeftMeansTheUsualOnes() {
        assertThat(ChartView.parse(Map.of("entities", "atlantis"), solar, words()).view().entities())
                .containsExactly("us", "cn");
    }

    @Test
    void aShareOfScoresIsRefused() {
        var scores = snapshot(Draw.LINE, Cadence.YEAR, Made.POINTS, of("us", from("2014", 1, 2)));
        var parsed = ChartView.parse(Map.of("transform", "share"), scores, words());
        assertThat(parsed.view().transform()).isEqualTo(Transform.NONE);
        assertThat(parsed.notices()).singleElement().asString().contains("rating points");
    }

    @Test
    void barsHaveNeitherLogarithmNorGrowth() {
        var bars = snapshot(Draw.BARS, Cadence.ONCE, GIGAWATTS, of("us", from("2014", 1)));
        var parsed = ChartView.parse(Map.of("scale", "log", "transform", "growth"), bars, words());
        assertThat(parsed.view()).isEqualTo(ChartView.of(bars));
        assertThat(parsed.notices()).hasSize(2);
    }

    @Test
    void anIndicatorThatShowsAllEstimatesCanShowThePreferredOnes() {
        var all = snapshot(Draw.LINE, Cadence.YEAR, GIGAWATTS, true, List.of(), null, of("us", from("2014", 1)));
        var view = ChartView.parse(Map.of("estimates", "preferred"), all, words()).view();
        assertThat(view.allEstimates()).isFalse();
        assertThat(view.params()).containsExactly(Map.entry("estimates", "preferred"));
    }

    @Test
    void theLastEntityCannotBeTakenAway() {
        var view = ChartView.of(solar);
        assertThat(view.toggle("eu").entities()).containsExactly("us", "cn", "eu");
        assertThat(view.toggle("us").entities()).containsExactly("cn");
        assertThat(view.toggle("us").toggle("cn").entities()).containsExactly("cn");
    }

    @Test
    void everyPeriodWithADayInsideIsShown() {
        var range = TimeRange.find("2022-10..2023").orElseThrow();
        assertThat(List.of("2022", "2022-Q4", "2022-10", "2023-12-31", "2023").stream()
                .map(Period::parse)).allMatch(range::includes);
        assertThat(List.of("2021", "2022-Q3", "2022-09-30", "2024").stream()
                .map(Period::parse)).noneMatch(range::includes);
    }
}
