package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@BrowserTest
class IndicatorIT {

    private static final String SOLAR = "/i/capacity-additions-solar";
    private static final String INSTALLED = "/i/installed-capacity-total";

    @Test
    void theAddressHoldsTheView(Page page) {
        LivePage.open(page, INSTALLED + "?entities=in,cn&time=2012..2020&scale=log&transform=index&events=on");

        var chart = LivePage.chartFile(page, "race-chart");
        assertThat(chart.path("lines")).extracting(line -> line.path("entity").asString()).containsExactly("in", "cn");
        assertThat(chart.path("scale").asString()).isEqualTo("LOG");
        assertThat(chart.path("transform").asString()).isEqualTo("INDEX");
        assertThat(periods(chart)).isNotEmpty().allSatisfy(period ->
                assertThat(period).isBetween("2012", "2020"));
        assertThat(page.locator("race-chart .chart-stage .end-name").allTextContents()).containsExactlyInAnyOrder("China", "India");

        assertThat(LivePage.all(page, "#picker-entities input:checked", "value"))
                .extracting(input -> input.get("value")).containsExactlyInAnyOrder("cn", "in");
        assertThat(page.locator("#pick-time input[name=from]")).hasValue("2012");
        assertThat(page.locator("#pick-time input[name=to]")).hasValue("2020");
        assertThat(page.locator("#pick-transform a[aria-current]")).hasText("Index");
        assertThat(page.locator(".switch[aria-current]")).hasCount(2);
    }

    private static List<String> periods(JsonNode chart) {
        return chart.path("lines").valueStream().flatMap(line -> line.path("points").valueStream())
                .filter(point -> point.has("y")).map(point -> point.path("period").asString()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        INSTALLED + "?entities=us,cn,in&time=2012..2022",
        INSTALLED + "?entities=us,cn&estimates=all",
        INSTALLED + "?entities=us,cn&transform=growth",
        SOLAR + "?entities=cn,us&transform=share",
        "/i/nuclear-reactors-under-construction?time=2015..latest"})
    void theTableHasExactlyTheValuesOfTheChart(String address, Page page) {
        LivePage.open(page, address);
        var chart = LivePage.chartFile(page, "race-chart");
        var drawn = ShownTable.ofChart(chart);
        var table = page.locator(".tabs a[aria-keyshortcuts=t]");
        var href = table.getAttribute("href");
        table.click();
        LivePage.waitForAddress(page, href);
        page.locator("#data-table").waitFor();
        assertThat(drawn).isNotEmpty();
        assertThat(ShownTable.of(page, chart))
                .containsExactlyInAnyOrderElementsOf(drawn);
    }

    @Test
    void aSwitchChangesTheAddressAndBackRestoresTheView(Page page) {
        LivePage.open(page, INSTALLED);
        page.locator(".switch").filter(containing("Log scale")).click();
        LivePage.waitForAddress(page, INSTALLED + "?scale=log");
        LivePage.settled(page);
        assertThat(page.locator(".switch[aria-current]")).hasText("Log scale: on");
        page.waitForFunction("() => document.querySelector('race-chart').getAttribute('drawn').includes('scale=log')");

        page.goBack();
        LivePage.waitForAddress(page, INSTALLED);
        assertThat(page.locator(".switch[aria-current]")).hasCount(0);
        page.waitForFunction("() => !document.querySelector('race-chart').getAttribute('drawn').includes('scale=log')");
        assertThat(LivePage.chartFile(page, "race-chart").path("scale").asString()).isEqualTo("LINEAR");
    }

    @Test
    void theEntityPickerAndTheTimeFieldsWriteTheAddress(Page page) {
        LivePage.open(page, SOLAR);
        page.locator("#pick-entities > summary").click();
        page.locator("#picker-entities input[value=eu]").uncheck();
        page.locator("#pick-entities button[type=submit]").click();
        LivePage.waitForAddress(page, SOLAR + "?entities=us,cn");
        page.waitForFunction("() => document.querySelector('race-chart').getAttribute('drawn').includes('entities')");

        page.locator("#pick-time > summary").click();
        page.locator("#pick-time input[name=from]").fill("2018");
        page.locator("#pick-time button[type=submit]").click();
        page.waitForFunction("() => document.querySelector('race-chart').getAttribute('drawn').includes('2018')");
        var chart = LivePage.chartFile(page, "race-chart");
        assertThat(chart.path("lines")).hasSize(2);
        assertThat(periods(chart)).allSatisfy(period -> assertThat(period).isGreaterThanOrEqualTo("2018"));
        assertThat(page.locator(".notice")).hasCount(0);
    }

    @Test
    void whatAnAddressGotWrongIsSaidAndThePageStands(Page page) {
        LivePage.open(page, SOLAR + "?entities=atlantis,cn&time=yesterday&scale=cubic&transform=magic&colour=red&tab=x");
        for (var wrong : List.of("atlantis", "yesterday", "cubic", "magic", "colour", "x")) {
            assertThat(page.locator(".notice").filter(containing("“" + wrong + "”"))).isVisible();
        }
        assertThat(page.locator("race-chart[drawn]")).isVisible();
        assertThat(LivePage.chartFile(page, "race-chart").path("lines")).hasSize(1);
    }

    @Test
    void smallMultiplesDrawOneChartForEachLine(Page page) {
        LivePage.open(page, INSTALLED + "?entities=us,cn,in&multiples=on");
        assertThat(page.locator(".multiple race-chart[drawn]")).hasCount(3);
        assertThat(page.locator(".multiple figcaption").allInnerTexts()).allSatisfy(name ->
                assertThat(name).matches(".*(United States|China|India).*"));
    }

    @Test
    void onPaperTheWholeChartStandsWithinTheSheet(Page page) {
        LivePage.open(page, SOLAR);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(760, 1000);
        assertThat(page.locator("race-chart > .chart-svg")).isVisible();
        assertThat(page.locator("race-chart > .chart-stage")).isHidden();
        var right = page.locator("race-chart > .chart-svg").boundingBox();
        assertThat(right.x + right.width).isLessThanOrEqualTo(760);
        assertThat(page.locator("race-chart > .chart-svg").textContent()).contains("China");
    }

    @Test
    void smallMultiplesKeepTheirShape(Page page) {
        LivePage.open(page, INSTALLED + "?entities=us,cn,in&multiples=on");
        page.locator(".multiple race-chart[drawn]").first().waitFor();
        var box = page.locator(".multiple .chart").first().boundingBox();
        assertThat(box.width).isGreaterThan(box.height);
        var drawn = page.locator(".multiple .chart-data svg").first().boundingBox();
        assertThat(drawn.height).isLessThanOrEqualTo(box.height);
    }

    @Test
    void aCitationNamesTitleSourceDateAndAddress(Page page, RunningApp app) {
        LivePage.open(page, SOLAR + "?tab=sources");
        var site = app.address("/").toString();
        assertThat(page.locator("#cite-plain")).containsText("Solar capacity added per year");
        assertThat(page.locator("#cite-plain")).containsText(site + "i/capacity-additions-solar");
        assertThat(page.locator("#cite-bibtex").innerText()).startsWith("@").contains("title", "url", site);
        assertThat(page.locator("#cite-plain").innerText()).containsPattern("20\\d\\d");
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
