package io.raceboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Indicator;
import io.raceboard.live.ReadModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reading pages on the bundled data, as readers get them. */
class PagesTest {

    private static final BoardSite SITE = BoardSite.open();

    private static List<String> slugs() {
        return SITE.bean(ReadModel.class).catalog().indicators().stream().map(Indicator::slug).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/t/models", "/t/power", "/t/chips", "/sources", "/changes", "/help",
            "/i/capacity-additions-solar", "/i/capacity-additions-solar?tab=table",
            "/i/capacity-additions-solar?tab=sources", "/i/capacity-additions-solar?tab=history",
            "/i/compute-shipped-h100e?multiples=on", "/i/huawei-ascend-units"})
    void isWellFormedInBothLanguages(String href) {
        for (var lang : List.of("", (href.contains("?") ? "&" : "?") + "lang=zh")) {
            isWellFormed(href + lang);
        }
    }

    private static void isWellFormed(String href) {
        var rendered = SITE.page(href);
        var page = SITE.html(href);
        assertThat(rendered.status()).as(href).isEqualTo(200);
        assertThat(rendered.title()).as(href).isNotBlank();
        assertThat(rendered.description()).as(href).isNotBlank();
        assertThat(page.select("h1")).as("h1 of %s", href).hasSize(1);
        page.select("pre").remove();
        assertThat(page.text()).as(href)
                .doesNotContainPattern("\\{\\d").doesNotContain("board.").doesNotContain("\uE000");
        var ids = page.select("[id]").eachAttr("id");
        assertThat(ids).as("ids of %s", href).doesNotHaveDuplicates();
        assertThat(page.select("a")).as("links of %s", href)
                .allSatisfy(link -> assertThat(link.text() + link.attr("aria-label")).isNotBlank());
        assertThat(page.select("table th:not([scope])")).as("heads of %s", href).isEmpty();
        assertThat(page.select("[aria-labelledby]")).as(href)
                .allSatisfy(e -> assertThat(page.getElementById(e.attr("aria-labelledby"))).isNotNull());
        var headings = page.select("h1, h2, h3, h4");
        for (int i = 1; i < headings.size(); i++) {
            assertThat(level(headings.get(i))).as("heading “%s” of %s", headings.get(i).text(), href)
                    .isLessThanOrEqualTo(level(headings.get(i - 1)) + 1);
        }
    }

    private static int level(Element heading) {
        return heading.tagName().charAt(1) - '0';
    }

    @Test
    void everyIndicatorHasAPage() {
        var tabs = List.of("", "?tab=table", "?tab=sources&lang=zh", "?tab=history");
        var slugs = slugs();
        for (int i = 0; i < slugs.size(); i++) {
            var href = "/i/" + slugs.get(i) + tabs.get(i % tabs.size());
            var page = SITE.html(href);
            assertThat(page.select("h1 data")).as(href).isNotEmpty();
            assertThat(page.select(".notice")).as(href).isEmpty();
        }
    }

    @Test
    void everyTopicListsAllItsIndicators() {
        var catalog = SITE.bean(ReadModel.class).catalog();
        for (var topic : List.of("models", "power", "chips")) {
            var page = SITE.html("/t/" + topic);
            assertThat(page.select(".cards .card-title a").eachAttr("href"))
                    .containsExactlyInAnyOrderElementsOf(
                            catalog.indicatorsOf(topic).stream().map(i -> "/i/" + i.slug()).toList());
            assertThat(page.getElementById("group-more")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?lang=zh", "/t/models", "/t/power", "/t/chips", "/i/arena-open-top20-share"})
    void everyMarkedNumberIsInTheStore(String href) {
        var numbers = SITE.html(href).select("data[data-from]");
        assertThat(numbers).isNotEmpty();
        for (var number : numbers) {
            var values = new ArrayList<List<BigDecimal>>();
            for (var origin : number.attr("data-from").split(" ")) {
                values.add(stored(origin));
            }
            var exact = new BigDecimal(number.attr("value"));
            var possible = values.size() == 1 ? values.getFirst()
                    : List.of(values.stream().skip(1).map(List::getFirst)
                            .reduce(values.getFirst().getFirst(), BigDecimal::subtract));
            assertThat(possible).as("%s on %s", number, href).anySatisfy(
                    value -> assertThat(value).isEqualByComparingTo(exact));
        }
    }

    /** Amount, low and high of {@code indicator/entity:estimator/period}. */
    private static List<BigDecimal> stored(String origin) {
        var parts = origin.split("/");
        var key = parts[1].split(":");
        var reading = SITE.bean(ReadModel.class).indicator(parts[0]).orElseThrow().series(key[0], key[1]).orElseThrow()
                .at(parts[2]).orElseThrow();
        var values = new ArrayList<>(List.of(reading.amount()));
        if (reading.low() != null) {
            values.add(reading.low());
        }
        if (reading.high() != null) {
            values.add(reading.high());
        }
        return values;
    }

    @Test
    void theOverviewHasFourPanelsInTheOrderOfTheTopics() {
        var page = SITE.html("/");
        assertThat(page.select(".card[id^=panel-]").eachAttr("id"))
                .containsExactly("panel-models", "panel-power", "panel-chips", "panel-policy");
        assertThat(page.select("race-chart")).hasSize(3).allSatisfy(chart -> {
            assertThat(chart.attr("src")).matches("/data/[a-z0-9-]+/[0-9.]+\\.json");
            assertThat(chart.selectFirst("svg")).isNotNull();
        });
        assertThat(page.select("#latest .change")).isNotEmpty();
    }

    @Test
    void theTableHasTheRowsOfTheChart() {
        var table = SITE.html("/i/capacity-additions-solar?entities=cn&time=2020..latest&tab=table");
        assertThat(rows(table)).containsEntry("2025", "315.07").containsEntry("2020", "48.2").doesNotContainKey("2019");
    }

    private static Map<String, String> rows(Document page) {
        return page.select("#data-table tbody tr").stream().collect(Collectors.toMap(
                row -> row.selectFirst("th").text(), row -> row.selectFirst("td span").text(), (a, b) -> a));
    }

    @Test
    void theCountsOnSourcesAreThoseOfTheStore() {
        var page = SITE.html("/sources");
        var totals = SITE.bean(ReadModel.class).totals();
        assertThat(page.getElementById("total-observations").attr("data-count"))
                .isEqualTo(String.valueOf(totals.observations()));
        assertThat(page.getElementById("total-sources").attr("data-count")).isEqualTo(String.valueOf(totals.sources()));
        assertThat(page.select("#source-rows tr")).hasSize(totals.sources());
        int loaded = page.select("#facts-table tbody tr").stream()
                .filter(row -> List.of("chips.csv", "power.csv", "open_models.csv").contains(row.child(0).text()))
                .mapToInt(row -> Integer.parseInt(row.child(3).text().replace(",", ""))).sum();
        assertThat(loaded).isEqualTo(totals.observations());
    }

    @Test
    void sourcesCanBeSeenByTopic() {
        var page = SITE.html("/sources?topic=power");
        assertThat(page.select("#source-rows tr")).hasSizeGreaterThan(100).hasSizeLessThan(200);
        assertThat(page.select(".filters [aria-current]").text()).isEqualTo("Power");
        assertThat(SITE.html("/sources?topic=nonsense").select(".notice").text()).contains("nonsense");
    }

    @Test
    void whatIsIgnoredIsSaid() {
        assertThat(SITE.html("/?foo=1").select(".notice").text()).contains("foo");
        var notices = SITE.html("/i/capacity-additions-solar?tab=map&entities=cn,atlantis&time=2099&foo=1")
                .select(".notice").text();
        assertThat(notices).contains("map").contains("atlantis").contains("2099").contains("foo");
    }

    @Test
    void unknownAddressesAreNoPages() {
        assertThat(SITE.page("/i/nonsense").status()).isEqualTo(404);
        assertThat(SITE.page("/t/nonsense").status()).isEqualTo(404);
        assertThat(SITE.page("/i/").status()).isEqualTo(404);
    }

    @Test
    void machinesReadADescription() {
        assertThat(SITE.page("/i/arena-open-top20-share").jsonLd()).contains("\"@type\":\"Dataset\"")
                .contains("temporalCoverage").contains("2023-05").contains("DataDownload");
        // Some of its sources allow quotation only: no file is offered.
        assertThat(SITE.page("/i/huawei-ascend-units").jsonLd()).doesNotContain("DataDownload");
        assertThat(SITE.page("/").jsonLd()).contains("DataCatalog");
    }
}
