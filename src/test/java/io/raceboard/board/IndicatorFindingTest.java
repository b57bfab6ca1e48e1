package io.raceboard.board;

import static io.raceboard.board.Given.CHIPS;
import static io.raceboard.board.Given.GIGAWATTS;
import static io.raceboard.board.Given.at;
import static io.raceboard.board.Given.indicator;
import static io.raceboard.board.Given.known;
import static io.raceboard.board.Given.partial;
import static io.raceboard.board.Given.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Status;
import io.raceboard.chart.ChartView;
import io.raceboard.chart.Charts;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndicatorFindingTest {

    private static final int RANDOM_WORLDS = 1000;

    private static Phrase finding(IndicatorSnapshot snapshot, Words words) {
        return IndicatorFinding.of(snapshot.indicator(), snapshot.series(), anyTime -> true, words);
    }

    private static String english(IndicatorSnapshot snapshot) {
        return finding(snapshot, Reader.ENGLISH).text();
    }

    @Test
    void theHighestIsNamedWithTheNextAndSinceWhen() {
        assertThat(english(indicator("capacity", GIGAWATTS,
                series("us", at("2008", "1010"), at("2010", "1040"), at("2012", "1060")),
                series("cn", at("2008", "800"), at("2010", "1050"), at("2012", "1150")))))
                .isEqualTo("China is highest with 1,150 GW (2012), ahead of the United States with 1,060 GW,"
                        + " as at every count since 2010.");
    }

    @Test
    void datesThatDifferAreBothSaid() {
        assertThat(english(indicator("capacity", GIGAWATTS,
                series("us", at("2024", "30")), series("cn", at("2025", "315")))))
                .isEqualTo("China is highest with 315 GW (2025), ahead of the United States with 30 GW (2024).");
    }

    @Test
    void aRecordOfLongAgoLeadsNothing() {
        assertThat(english(indicator("capacity", GIGAWATTS, series("old", at("1990", "900")),
                series("us", at("2024", "30")), series("cn", at("2024", "315")))))
                .isEqualTo("China is highest with 315 GW (2024), ahead of the United States with 30 GW.");
    }

    @Test
    void theWorldDoesNotRace() {
        assertThat(english(indicator("capacity", GIGAWATTS, series("world", at("2024", "900")),
                series("us", at("2024", "30")), series("cn", at("2024", "315"))))).startsWith("China is highest");
    }

    @Test
    void whatReadersSeeAsTheSameNumberIsLevel() {
        assertThat(english(indicator("chips", CHIPS,
                series("cn", at("2024", "1503000")), series("us", at("2024", "1500000")))))
                .isEqualTo("China and the United States are level at 1.5 million chips (2024).");
    }

    @Test
    void oneEntityIsToldWithItsChange() {
        assertThat(english(indicator("capacity", GIGAWATTS, series("cn", at("2024", "278"), at("2025", "315.07")))))
                .isEqualTo("China: 315 GW (2025), +37.1 GW since 2024 (278).");
    }

    @Test
    void countsThatDisagreeGiveARange() {
        assertThat(english(indicator("reactors", CHIPS, series("cn", "iaea", 1, at("2025", "29")),
                series("cn", "wnisr", 2, at("2025", "36")))))
                .isEqualTo("China, 2025: counts go from 29 chips (iaea) to 36 chips (wnisr).");
    }

    @Test
    void aPlanIsNotToldAsAResult() {
        assertThat(english(indicator("plan", GIGAWATTS, series("us", known("2026", "86", Status.PROJECTION)))))
                .isEqualTo("The United States: 86 GW projected for 2026 (ember).");
        assertThat(english(indicator("plan", GIGAWATTS, series("us", partial("2026", "86")))))
                .isEqualTo("The United States: 86 GW so far (2026).");
    }

    @Test
    void nothingIsSaidOfNothing() {
        assertThat(english(indicator("empty", GIGAWATTS))).isEqualTo("No values of “Title of empty” in this view.");
    }

    @Test
    void everyBundledIndicatorHasASentenceOfItsOwnNumbers() {
        BundledSnapshots.read().bySlug().values().forEach(snapshot -> {
            var view = ChartView.of(snapshot);
            var drawn = Drawn.series(snapshot, Charts.of(snapshot, view, Reader.ENGLISH, List.of()));
            for (var words : List.of(Reader.ENGLISH, Reader.CHINESE)) {
                var finding = IndicatorFinding.of(snapshot.indicator(), drawn,
                        r -> view.time().includes(r.period()), words);
                assertThat(finding.numbers()).as(snapshot.indicator().slug()).isNotEmpty();
                Numerals.areAllCovered(finding, Numerals.readings(snapshot));
            }
        });
    }

    @Test
    void noNumberComesFromNowhereInRandomWorlds() {
        var random = new Random(20261122);
        for (int i = 0; i < RANDOM_WORLDS; i++) {
            var world = world(random);
            for (var words : List.of(Reader.ENGLISH, Reader.CHINESE)) {
                Numerals.areAllCovered(finding(world, words), Numerals.readings(world));
            }
        }
    }

    private static IndicatorSnapshot world(Random random) {
        var all = new ArrayList<Series>();
        for (var entity : List.of("us", "cn", "eu", "world").subList(0, 1 + random.nextInt(4))) {
            for (int estimator = 1; estimator <= 1 + random.nextInt(2); estimator++) {
                all.add(series(entity, "estimator " + (char) ('a' + estimator), estimator, readings(random)));
            }
        }
        var draw = Draw.values()[random.nextInt(Draw.values().length)];
        return indicator("random", random.nextBoolean() ? GIGAWATTS : Given.PERCENT, draw, all.toArray(Series[]::new));
    }

    private static Reading[] readings(Random random) {
        var readings = new ArrayList<Reading>();
        for (int year = 2000 + random.nextInt(20); year < 2027; year += 1 + random.nextInt(3)) {
            var amount = String.valueOf(Math.round(random.nextDouble() * 1e6) / 1000.0);
            readings.add(switch (random.nextInt(6)) {
                case 0 -> partial(String.valueOf(year), amount);
                case 1 -> known(String.valueOf(year), amount, Status.values()[random.nextInt(4)]);
                case 2 -> Given.between(String.valueOf(year), "0", amount, "2000");
                default -> at(String.valueOf(year), amount);
            });
        }
        return readings.toArray(Reading[]::new);
    }
}
