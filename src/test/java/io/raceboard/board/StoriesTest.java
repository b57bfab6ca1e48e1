package io.raceboard.board;

import static io.raceboard.board.Given.GIGAWATTS;
import static io.raceboard.board.Given.PERCENT;
import static io.raceboard.board.Given.at;
import static io.raceboard.board.Given.between;
import static io.raceboard.board.Given.indicator;
import static io.raceboard.board.Given.known;
import static io.raceboard.board.Given.partial;
import static io.raceboard.board.Given.series;
import static io.raceboard.board.Given.snapshots;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Status;
import io.raceboard.page.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the panels say follows from the rows, and only from them. */
class StoriesTest {

    private static final List<Story> STORIES = List.of(new ModelsStory(), new PowerStory(), new ChipsStory());
    private static final BundledSnapshots BUNDLED = BundledSnapshots.read();

    private static Stream<Story> stories() {
        return STORIES.stream();
    }

    private static String headline(Story story, Snapshots snapshots) {
        return story.tell(snapshots, Reader.ENGLISH).headline().text();
    }

    @Test
    void theBundledDataTellTheStoriesOfTheFacts() {
        var bundled = new Snapshots(BUNDLED.bySlug());
        assertThat(headline(new PowerStory(), bundled)).isEqualTo("China added 315 GW of solar in 2025, more than"
                + " everything the United States had installed by the end of 2024: 177 GW.");
        assertThat(headline(new ModelsStory(), bundled)).startsWith("China holds 80% of the 20 best-rated open models")
                .contains("since 28 Jul 2025").contains("the United States with 20%");
        assertThat(headline(new ChipsStory(), bundled)).isEqualTo(
                "Huawei shipped about 5.91% as much AI compute as NVIDIA in 2025 (4.35 to 8.11%).");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyNumberIsInTheReadings(Story story) {
        var bundled = new Snapshots(BUNDLED.bySlug());
        var readings = Numerals.readings(bundled);
        for (var words : List.of(Reader.ENGLISH, Reader.CHINESE)) {
            var told = story.tell(bundled, words);
            phrases(told).forEach(phrase -> Numerals.areAllCovered(phrase, readings, "20 best-rated", "50 best",
                    "20 个", "50 名", "since 2023", "2023 年以来"));
            told.tiles().stream().flatMap(t -> t.figures().stream()).map(Figure::value)
                    .forEach(value -> assertThat(value.exact())
                            .isEqualByComparingTo(value.from().getFirst().reading().amount()));
            assertThat(told.comparison()).isNotNull();
            assertThat(told.comparison().bars()).allSatisfy(bar -> assertThat(bar.value().exact())
                    .isEqualByComparingTo(bar.value().from().getFirst().reading().amount()));
        }
    }

    private static Stream<Phrase> phrases(Told told) {
        var tiles = told.tiles().stream().flatMap(t -> Stream.concat(Stream.of(t.note()),
                t.figures().stream().flatMap(f -> Stream.of(f.change(), f.interval()))));
        return Stream.concat(Stream.of(told.headline(), told.also()), tiles).filter(Objects::nonNull);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void withoutAnyDataItSaysSo(Story story) {
        for (var words : List.of(Reader.ENGLISH, Reader.CHINESE)) {
            var told = story.tell(snapshots(), words);
            assertThat(told.headline().text()).isNotBlank();
            assertThat(told.headline().numbers()).isEmpty();
            assertThat(told.tiles()).isEmpty();
            assertThat(told.comparison()).isNull();
        }
    }

    @Test
    void aForecastIsNoYearOfSolar() {
        var added = indicator("capacity-additions-solar", GIGAWATTS,
                series("cn", at("2024", "278"), known("2025", "315", Status.PROJECTION), partial("2026", "40")));
        assertThat(headline(new PowerStory(), snapshots(added))).isEqualTo("China added 278 GW of solar in 2024.");
    }

    @Test
    void theFleetIsTheLargestCountUpToTheSameYear() {
        var added = indicator("capacity-additions-solar", GIGAWATTS, series("cn", at("2025", "315")));
        var fleet = indicator("installed-capacity-solar", GIGAWATTS,
                series("us", "ember", 1, at("2024", "177.47")),
                series("us", "utility", 2, at("2025", "151.19"), at("2026", "320")));
        assertThat(headline(new PowerStory(), snapshots(added, fleet))).contains("2024: 177 GW");
    }

    @Test
    void lessIsNotCalledMore() {
        var added = indicator("capacity-additions-solar", GIGAWATTS, series("cn", at("2025", "100")));
        var fleet = indicator("installed-capacity-solar", GIGAWATTS, series("us", at("2024", "177.47")));
        assertThat(headline(new PowerStory(), snapshots(added, fleet)))
                .isEqualTo("China added 100 GW of solar in 2025; the United States had installed 177 GW in all"
                        + " by the end of 2024.");
    }

    @Test
    void whoeverLeadsIsNamed() {
        var share = indicator("arena-open-top20-share", PERCENT,
                series("us", at("2026-08-19", "60")), series("cn", at("2026-08-19", "40")));
        assertThat(headline(new ModelsStory(), snapshots(share)))
                .startsWith("The United States holds 60% of the 20 best-rated open models")
                .contains("China with 40%");
        var level = indicator("arena-open-top20-share", PERCENT,
                series("us", at("2026-08-19", "50")), series("cn", at("2026-08-19", "50")));
        assertThat(headline(new ModelsStory(), snapshots(level))).contains("are level").contains("50%");
    }

    @Test
    void aPeakIsNotCalledDown() {
        var share = indicator("arena-top50-open-share", PERCENT,
                series("cn", at("2026-07-30", "18"), at("2026-08-19", "20")));
        var also = new ModelsStory().tell(snapshots(share), Reader.ENGLISH).also();
        assertThat(also).isNotNull();
        assertThat(also.text()).contains("their highest share so far").doesNotContain("down");
    }

    @Test
    void analystsWhoDisagreeStandSideBySide() {
        var units = indicator("huawei-ascend-units", Given.CHIPS,
                series("huawei", "bis", 2, known("2025", "200000", Status.ESTIMATE)),
                series("huawei", "epoch", 1, between("2025", "650000", "800000", "966000")),
                series("huawei", "plan", 3, known("2025", "400000", Status.PROJECTION)));
        var told = new ChipsStory().tell(snapshots(units), Reader.ENGLISH);
        assertThat(told.also()).isNotNull();
        assertThat(told.also().text()).contains("200,000 chips (bis) to 800,000 chips (epoch)");
        assertThat(told.comparison()).isNotNull();
        assertThat(told.comparison().bars()).extracting(Comparison.Bar::name).containsExactly("bis", "epoch", "plan");
        assertThat(told.comparison().bars().get(1)).extracting(Comparison.Bar::from, Comparison.Bar::to)
                .containsExactly(673, 1000);
        assertThat(told.comparison().hasProjection()).isTrue();
    }

    @Test
    void oneCountIsNoDisagreement() {
        var units = indicator("huawei-ascend-units", Given.CHIPS, series("huawei", at("2025", "800000")));
        var told = new ChipsStory().tell(snapshots(units), Reader.ENGLISH);
        assertThat(told.also()).isNull();
        assertThat(told.comparison()).isNull();
    }

    @Test
    void chineseSpacesLatinAndNothingElse() {
        var told = new PowerStory().tell(new Snapshots(BUNDLED.bySlug()), Reader.CHINESE);
        assertThat(told.headline().text())
                .isEqualTo("中国 2025年新增光伏 315 吉瓦，超过美国截至 2024年底的全部光伏装机（177 吉瓦）。");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theDrawnIndicatorIsOneOfThoseRead(Story story) {
        Words words = Reader.ENGLISH;
        assertThat(story.indicators()).contains(story.tell(snapshots(), words).chart());
        assertThat(BUNDLED.bySlug().keySet()).containsAll(story.indicators());
    }
}
