package io.raceboard.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Lang;
import io.raceboard.wall.Slide.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a wall is made of, before any browser lays it out. */
class WallDocumentsTest {

    private static Document html(Wall wall) {
        return Jsoup.parseBodyFragment(WallSite.documents().document(wall).html());
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void theBuiltInWallHasNoSlideWithoutContent(Lang lang) {
        var html = html(RaceWall.WALL.in(lang));
        assertThat(html.select(".slide")).hasSameSizeAs(RaceWall.WALL.slides());
        assertThat(html.select(".slide-fault")).isEmpty();
        assertThat(html.select(".slide")).allSatisfy(slide -> assertThat(slide.text()).isNotBlank());
        assertThat(html.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(html.text()).doesNotContain("{0}").doesNotContain("??");
    }

    @Test
    void aFigureSaysHowOldItIs() {
        var shown = html(WallSite.wall(Slide.of(Kind.HEADLINE, "/i/capacity-additions-solar?entities=cn")))
                .select(".shown");
        assertThat(shown).singleElement().satisfies(figure -> {
            assertThat(figure.select("[data-value]").text()).startsWith("315");
            assertThat(figure.select("time.age").attr("datetime")).isEqualTo("2025-12-31T00:00:00Z");
            assertThat(figure.attr("data-due")).isLessThan(figure.attr("data-gone"));
        });
    }

    @Test
    void aFigurePastTwiceItsCadenceHasNoNumber() {
        // A monthly count whose newest value is of August, on 22 November.
        var html = html(WallSite.wall(Slide.of(Kind.HEADLINE, "/i/arena-open-top20-share?entities=cn")));
        var figure = html.select(".shown").first();
        assertThat(figure.attr("data-state")).isEqualTo("gone");
        assertThat(figure.select("[data-value]")).isEmpty();
        assertThat(figure.text()).contains("No current figure since 19 Aug 2026").doesNotContain("%");
        assertThat(html.select(".said").text()).doesNotContain("%");
    }

    @Test
    void aSentenceWhoseValueIsTooOldSaysOfWhatThereIsNoFigure() {
        // The share of tokens beside it is of October, and is relied on.
        var cell = html(WallSite.wall(Slide.of(Kind.OVERVIEW, null))).select(".cell").first();
        assertThat(cell.select(".said").text())
                .isEqualTo("Country of the best 20 open models: no current figure since 19 Aug 2026");
        assertThat(cell.select(".cell-of").text()).isEqualTo("Share of tokens on OpenRouter");
        assertThat(cell.select(".shown")).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.attr("data-state")).isEqualTo("fresh");
            assertThat(figure.select(".shown-when").text()).startsWith("7 Oct 2026");
        });
    }

    @Test
    void numbersSideBySideAreWrittenInOneSize() {
        var styles = html(WallSite.wall(Slide.of(Kind.HEADLINE, "/i/capacity-additions-solar?entities=cn,us")))
                .select(".shown").eachAttr("style");
        assertThat(styles).hasSize(2);
        assertThat(styles.stream().map(style -> style.replaceFirst(".*--chars:", "")).distinct()).hasSize(1);
    }

    @Test
    void anIndicatorThatIsGoneLeavesAClearSlideAndTheOthers() {
        var html = html(WallSite.wall(Slide.of(Kind.CHART, "/i/renamed-long-ago"),
                Slide.of(Kind.RANKING, "/i/no-such-thing"), Slide.of(Kind.CHART, "/t/power")));
        assertThat(html.select(".slide-fault .wall-fault").eachText()).containsExactly(
                "What this slide showed is no longer here: /i/renamed-long-ago",
                "What this slide showed is no longer here: /i/no-such-thing");
        assertThat(html.select(".slide-chart race-chart")).hasSize(1);
    }

    @Test
    void aNoteIsTextWhateverIsTyped() {
        var typed = "<img src=x onerror=alert(1)> & \"quotes\"";
        var html = html(WallSite.wall(new Slide(Kind.NOTE, null, 20, 0, "<b>Title</b>", typed)));
        assertThat(html.select(".slide img, .slide b")).isEmpty();
        assertThat(html.select(".note-text").text()).isEqualTo(typed);
        assertThat(html.select(".note-title").text()).isEqualTo("<b>Title</b>");
    }

    @Test
    void displaysAreAskedForTheDataOfTheirCharts() {
        var document = WallSite.documents().document(RaceWall.WALL);
        var charts = Jsoup.parseBodyFragment(document.html()).select("race-chart");
        assertThat(charts).isNotEmpty().allSatisfy(chart -> assertThat(document.truth()
                .get(chart.closest(".slide").id())).containsEntry(chart.id(), chart.attr("src")));
    }

    @Test
    void everyNumberThatDisplaysAreAskedForIsInTheDocument() {
        var document = WallSite.documents().document(RaceWall.WALL);
        var html = Jsoup.parseBodyFragment(document.html());
        assertThat(document.truth()).hasSameSizeAs(RaceWall.WALL.slides());
        document.truth().forEach((slide, values) -> values.forEach((id, text) ->
                assertThat(html.getElementById(id)).isNotNull()));
        assertThat(document.truth().values().stream().mapToInt(java.util.Map::size).sum()).isGreaterThan(20);
    }
}
