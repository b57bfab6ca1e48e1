package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class AccessibilityIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/t/chips", "/policy", "/i/capacity-additions-solar",
        "/i/capacity-additions-solar?tab=table", "/i/capacity-additions-solar?tab=sources", "/sources", "/changes",
        "/help", "/no/such/page", "/?lang=zh"})
    void noPageHasASeriousViolationInLightOrDark(String address, Page page, PageFaults faults) {
        faults.expect("answer 404");
        LivePage.open(page, address);
        page.evaluate("() => { document.documentElement.dataset.theme = 'light'; }");
        assertThat(graveViolations(new AxeBuilder(page))).as(address + " in light").isEmpty();
        // Another theme has other colours, and nothing else.
        page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }");
        var contrast = new AxeBuilder(page).withRules(List.of("color-contrast"));
        assertThat(graveViolations(contrast)).as(address + " in dark").isEmpty();
    }

    private static List<String> graveViolations(AxeBuilder rules) {
        return rules.analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getTarget() + " "
                        + node.getHtml() + " " + node.getFailureSummary()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/i/capacity-additions-solar", "/i/installed-capacity-total?multiples=on"})
    void everyChartIsToldInWordsAndHasItsTable(String address, Page page) {
        LivePage.open(page, address);
        var charts = page.locator("race-chart").all();
        assertThat(charts).isNotEmpty();
        for (var chart : charts) {
            assertThat(chart).hasAttribute("aria-label", Pattern.compile(".{20,}"));
            var card = chart.locator("xpath=ancestor::article[1]");
            assertThat(card.locator(".chart-summary p").first().textContent()).hasSizeGreaterThan(40);
            var table = card.locator(".actions a[href*='tab=table']").getAttribute("href");
            assertThat(page.request().get(table).text()).contains("id=\"data-table\"");
        }
    }

    @Test
    void theKeyboardReachesAChartAndReadsItAloud(Page page) {
        LivePage.open(page, "/i/capacity-additions-solar?entities=cn");
        page.locator(".tabs a").last().focus();
        page.keyboard().press("Tab");
        var chart = page.locator("race-chart");
        assertThat(chart).isFocused();
        var voice = chart.locator("[aria-live]");
        page.keyboard().press("End");
        assertThat(voice).containsText(Pattern.compile("20\\d\\d, .*\\d GW"));
        var last = voice.textContent();
        page.keyboard().press("ArrowLeft");
        assertThat(voice).not().hasText(last);
        assertThat(chart.locator(".chart-card")).isVisible();
        page.keyboard().press("Escape");
        assertThat(chart.locator(".chart-card")).isHidden();
    }

    @Test
    void theFirstTabStopSkipsToTheContent(Page page) {
        LivePage.open(page, "/");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#content")).isFocused();
    }

    @Test
    void theTimelineIsWalkedWithArrows(Page page) {
        LivePage.open(page, "/policy");
        var marks = page.locator(".lane-marks a[tabindex='0']");
        marks.first().focus();
        var first = (String) page.evaluate("() => document.activeElement.id");
        page.keyboard().press("ArrowLeft");
        page.waitForFunction("first => document.activeElement.id !== first"
                + " && document.activeElement.closest('.lane-marks') !== null", first);
        assertThat(page.locator(".policy-list .policy-year").first()).isVisible();
    }
}
