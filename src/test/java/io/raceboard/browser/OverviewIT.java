package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.raceboard.policy.PolicyEvent;
import io.raceboard.policy.PolicyEvent.Category;
import io.raceboard.policy.PolicyEvent.Direction;
import io.raceboard.policy.PolicyEvents;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

@BrowserTest
class OverviewIT {

    private static final List<String> TOPICS = List.of("models", "power", "chips", "policy");

    @Test
    void eachOfTheFourPanelsHasAHeadlineTilesAndADrawing(Page page) {
        LivePage.open(page, "/");
        assertThat(page.locator(".panel")).hasCount(TOPICS.size());
        for (var topic : TOPICS) {
            var panel = page.locator("#panel-" + topic);
            assertThat(panel.locator(".card-title").innerText()).as("headline of " + topic).containsPattern("\\d");
            assertThat(panel.locator(".tile").count()).as("tiles of " + topic).isBetween(2, 3);
            assertThat(panel.locator(".status-strip")).isVisible();
            assertThat(panel.locator(".source-line")).isVisible();
        }
        assertThat(page.locator(".panel race-chart[drawn]")).hasCount(3);
        for (var chart : page.locator(".panel race-chart").all()) {
            assertThat(chart.locator(".chart-data svg").first()).isVisible();
            assertThat(chart.locator(":scope > .chart-svg")).isHidden();
        }
        assertThat(page.locator("#panel-policy .lane").count()).isGreaterThan(2);
        assertThat(page.locator("#panel-policy .lane-marks i").count()).isGreaterThan(20);
        assertThat(page.locator("#latest .change").first()).isVisible();
    }

    @Test
    void everyNumberInAPanelIsTheOneInTheStore(Page page, RunningApp app) {
        var store = new StoredNumbers(app);
        LivePage.open(page, "/");
        var numbers = LivePage.all(page, ".panel data[data-from]", "id", "value", "data-from");
        assertThat(numbers).hasSizeGreaterThan(25);
        assertThat(numbers).allSatisfy(number -> {
            var value = new BigDecimal(number.get("value"));
            assertThat(store.possible(number.get("data-from"))).usingElementComparator(BigDecimal::compareTo)
                    .contains(value);
            assertThat(StoredNumbers.shows(number.get("text"), value)).as(number.toString()).isTrue();
        });
    }

    @Test
    void everyDrawnPointIsAValueInTheStore(Page page, RunningApp app) {
        var store = new StoredNumbers(app);
        LivePage.open(page, "/");
        for (var id : LivePage.all(page, ".panel race-chart", "id")) {
            var chart = LivePage.chartFile(page, "#" + id.get("id"));
            assertThat(chart.path("transform").asString()).isEqualTo("NONE");
            int drawn = 0;
            for (var line : chart.path("lines")) {
                for (var point : line.path("points")) {
                    if (point.has("y")) {
                        var stored = store.at(chart.path("slug").asString(), line.path("key").asString(),
                                point.path("period").asString());
                        assertThat(point.path("y").decimalValue()).isEqualByComparingTo(stored.amount());
                        drawn++;
                    }
                }
            }
            assertThat(drawn).as("values drawn in " + id).isGreaterThan(5);
        }
    }

    @Test
    void theControlsInForceAreCountedFromTheEvents(Page page, RunningApp app) {
        LivePage.open(page, "/");
        var events = app.bean(PolicyEvents.class);
        for (var country : List.of("us", "cn")) {
            long inForce = events.all().stream()
                    .filter(event -> event.names(country) && event.direction() == Direction.TIGHTEN)
                    .filter(OverviewIT::restrictsTrade)
                    .filter(event -> event.inForce(events.today()))
                    .count();
            assertThat(page.locator("#v-policy-controls-" + country)).hasText(String.valueOf(inForce));
        }
    }

    private static boolean restrictsTrade(PolicyEvent event) {
        return event.category() == Category.EXPORT_CONTROL || event.category() == Category.TRADE_RETALIATION;
    }

    @Test
    void theFirstAnswerSaysEverythingWithoutAScript(Browser browser, RunningApp app) {
        var options = new Browser.NewContextOptions().setBaseURL(app.address("/").toString())
                .setJavaScriptEnabled(false);
        try (var context = browser.newContext(options)) {
            var page = context.newPage();
            page.navigate("/");
            for (var topic : TOPICS) {
                assertThat(page.locator("#panel-" + topic + " .card-title")).isVisible();
                assertThat(page.locator("#panel-" + topic + " data.tile-value").first()).isVisible();
            }
            assertThat(page.locator("race-chart")).hasCount(3);
            assertThat(page.locator("race-chart > svg")).hasCount(3);
            for (var drawing : page.locator("race-chart > svg").all()) {
                assertThat(drawing).isVisible();
                assertThat(drawing.locator("path, rect, circle").count()).isGreaterThan(5);
            }
            assertThat(page.title()).contains("Raceboard");
            assertThat(head(page, "meta[name=description]", "content")).hasSizeGreaterThan(50);
            assertThat(head(page, "link[rel=canonical]", "href")).isEqualTo(app.address("/").toString());
            assertThat(head(page, "link[hreflang=en]", "href")).isEqualTo(app.address("/").toString());
            assertThat(head(page, "link[hreflang=zh-Hans]", "href")).isEqualTo(app.address("/?lang=zh").toString());
            page.navigate("/i/capacity-additions-solar");
            assertThat(page.locator("script[type='application/ld+json']").textContent())
                    .contains("schema.org", "Dataset", "\"license\"");
            assertThat(page.locator("race-chart > svg")).isVisible();
        }
    }

    private static String head(Page page, String selector, String attribute) {
        return page.locator(selector).getAttribute(attribute);
    }
}
