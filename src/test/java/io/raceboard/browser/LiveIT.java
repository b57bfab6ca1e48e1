package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@BrowserTest
class LiveIT {

    private static final String SOLAR = "capacity-additions-solar";
    private static final String CHART = "#panel-power race-chart";
    /** The headline's first number: what China added in its newest year. */
    private static final String NUMBER = "#h-power-1";
    private static final double SOON_MS = 5_000;

    @Test
    void aChangeReachesEveryOpenPageWithoutALoad(Page first, BrowserContext context, RunningApp app) {
        var second = context.newPage();
        for (var page : new Page[] {first, second}) {
            LivePage.open(page, "/");
            page.evaluate("() => { window.loadedOnce = true; }");
        }
        var before = first.locator(CHART).getAttribute("src");
        try (var change = SavedChange.save(app, SOLAR, "cn", "2025", "377")) {
            for (var page : new Page[] {first, second}) {
                soon(page.locator(NUMBER), "377 GW");
                assertThat(page.evaluate("() => window.loadedOnce")).isEqualTo(true);
                LivePage.settled(page);
                assertThat(page.locator(CHART).getAttribute("src")).isNotEqualTo(before);
                assertThat(newest(page)).isEqualByComparingTo("377");
            }
        }
        soon(first.locator(NUMBER), "315 GW");
    }

    /** China's newest value in the file that the chart was drawn from. */
    private static BigDecimal newest(Page page) {
        return LivePage.chartFile(page, CHART).path("lines").valueStream()
                .filter(line -> line.path("entity").asString().equals("cn"))
                .flatMap(line -> line.path("points").valueStream())
                .filter(point -> point.path("period").asString().equals("2025"))
                .findFirst().orElseThrow().path("y").decimalValue();
    }

    @Test
    void newsThatComesFasterThanPagesDoesNotStopThem(Page page, RunningApp app) {
        LivePage.open(page, "/");
        var live = page.locator("race-live");
        var asked = new ArrayList<Route>();
        page.route("**/live/**", asked::add);
        try (var change = SavedChange.keep(app, SOLAR, "cn", "2025")) {
            for (int saved = 1; saved <= 2; saved++) {
                var before = live.getAttribute("src");
                change.write(BigDecimal.valueOf(370 + saved));
                assertThat(live).not().hasAttribute("src", before);
            }
            page.waitForCondition(() -> !asked.isEmpty());
            asked.getFirst().resume();
            soon(page.locator(NUMBER), "372 GW");
            // What is put back now is not to be held: nobody would let it go.
            page.unroute("**/live/**");
        }
    }

    @Test
    void aChangedNumberIsMarkedForTenSeconds(Page page, RunningApp app) {
        page.clock().install();
        LivePage.open(page, "/");
        try (var change = SavedChange.save(app, SOLAR, "cn", "2025", "388")) {
            soon(page.locator(NUMBER), "388 GW");
            assertThat(page.locator(NUMBER)).hasClass("number changed");
            assertThat(page.locator("#panel-power-title data").last()).hasClass("number");
            page.clock().fastForward(10_000);
            assertThat(page.locator(NUMBER)).hasClass("number");
        }
    }

    @Test
    void whatTheReaderIsDoingSurvivesAChange(Page page, RunningApp app) {
        LivePage.open(page, "/");
        page.locator("#panel-power .chart-summary summary").click();
        page.locator(CHART).focus();
        // The first line is that of the United States, the second China's.
        for (var key : new String[] {"End", "ArrowDown", "End"}) {
            page.keyboard().press(key);
        }
        assertThat(page.locator(CHART + " .chart-card")).containsText("2025");
        page.evaluate("() => scrollTo(0, 333)");
        try (var change = SavedChange.save(app, SOLAR, "cn", "2025", "399")) {
            soon(page.locator(CHART + " .chart-card"), "399");
            soon(page.locator("#panel-power .chart-summary p").first(), "399");
            assertThat(page.locator("#panel-power .chart-summary")).hasAttribute("open", "");
            assertThat(page.locator(CHART)).isFocused();
            assertThat(page.evaluate("() => scrollY")).isEqualTo(333);
        }
    }

    @Test
    void newsArriveAfterAChangeOfPageToo(Page page, RunningApp app) {
        LivePage.open(page, "/help");
        page.locator(".wordmark").click();
        page.locator(NUMBER).waitFor();
        LivePage.settled(page);
        try (var change = SavedChange.save(app, SOLAR, "cn", "2025", "355")) {
            soon(page.locator(NUMBER), "355 GW");
        }
    }

    @Test
    void whatWasTickedAndTypedIsKept(Page page, RunningApp app) {
        LivePage.open(page, "/i/" + SOLAR);
        page.locator("#pick-entities > summary").click();
        page.locator("#picker-entities input[value=eu]").uncheck();
        page.locator("#pick-time > summary").click();
        page.locator("#pick-time input[name=from]").fill("2018");
        try (var change = SavedChange.save(app, SOLAR, "cn", "2025", "344")) {
            soon(page.locator("#finding"), "344 GW");
            assertThat(page.locator("#picker-entities input[value=eu]")).not().isChecked();
            assertThat(page.locator("#pick-time input[name=from]")).hasValue("2018");
        }
    }

    @Test
    void aZoomedChartStaysZoomed(Page page, RunningApp app) {
        LivePage.open(page, "/i/installed-capacity-total");
        var box = page.locator("race-chart .chart-stage").boundingBox();
        page.mouse().move(box.x + box.width * 0.3, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.6, box.y + box.height / 2);
        page.mouse().up();
        var whole = page.locator("race-chart .chart-whole");
        assertThat(whole).isVisible();
        var src = page.locator("race-chart").getAttribute("src");
        try (var change = SavedChange.save(app, "installed-capacity-total", "cn", "2020", "2222")) {
            page.waitForFunction("src => document.querySelector('race-chart').getAttribute('drawn') !== src", src);
            assertThat(whole).isVisible();
        }
        whole.click();
        assertThat(whole).isHidden();
    }

    @Test
    void aChangeOfAnotherIndicatorLeavesThePageAlone(Page page, Browser browser, RunningApp app) {
        LivePage.open(page, "/i/installed-capacity-total");
        var stamp = page.locator("#page").getAttribute("data-stamp");
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(app.address("/").toString()))) {
            var other = LivePage.open(context.newPage(), "/");
            try (var change = SavedChange.save(app, SOLAR, "cn", "2025", "366")) {
                soon(other.locator(NUMBER), "366 GW");
                // Longer than what was told at the same moment needs to come here.
                page.waitForTimeout(1_000);
                assertThat(page.locator("#page")).hasAttribute("data-stamp", stamp);
            }
        }
    }

    private static void soon(Locator element, String text) {
        assertThat(element).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MS));
    }
}
