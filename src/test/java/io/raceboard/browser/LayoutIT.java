package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class LayoutIT {

    private static final List<Integer> WIDTHS = List.of(375, 1280, 1920, 3840);

    /** How far the page reaches beyond the window, in pixels. */
    private static final String BEYOND =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /** Pairs of names in one chart whose boxes meet. */
    private static final String OVERLAPS = """
            () => [...document.querySelectorAll('race-chart')].flatMap(chart => {
                const names = [...chart.querySelectorAll('.chart-stage .end-name')]
                    .map(name => [name, name.getBoundingClientRect()]);
                return names.flatMap(([a, x], nth) => names.slice(nth + 1)
                    .filter(([, y]) => x.top + 2 < y.bottom && y.top + 2 < x.bottom && x.left < y.right && y.left < x.right)
                    .map(([b]) => `${chart.id}: ${a.textContent} / ${b.textContent}`));
            })""";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/t/chips", "/policy", "/i/installed-capacity-total",
        "/i/capacity-additions-solar?tab=table", "/sources", "/changes", "/help", "/?lang=zh"})
    void noWidthNeedsAHorizontalScrollBar(String address, Page page) {
        LivePage.open(page, address);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("() => innerWidth")).isEqualTo(width);
            assertThat(comesToFit(page)).as(address + " at " + width + ": " + wide(page)).isTrue();
        }
    }

    /** By the measure of the browsers' makers less than 0.1 in all is good: the part of the window that moved, times how far. */
    @ParameterizedTest
    @CsvSource({"/, 1280, 800", "/, 375, 760", "/, 800, 1280", "/, 1920, 1200", "/, 3840, 2160", "/?lang=zh, 1280, 800",
        "/policy, 1280, 800", "/i/installed-capacity-total, 375, 760"})
    void nothingMovesWhileAPageComesUp(String address, int width, int height, Page page) {
        page.setViewportSize(width, height);
        page.addInitScript("""
                window.moves = [];
                const see = (entries) => moves.push(...entries.map((e) => ({ far: e.value, what: e.sources.map(({ node }) =>
                  node?.id || node?.getAttribute?.('class') || node?.nodeName).join(', ') })));
                const observer = new PerformanceObserver((list) => see(list.getEntries()));
                observer.observe({ type: 'layout-shift', buffered: true });
                window.allMoves = () => { see(observer.takeRecords()); return JSON.stringify(moves); };
                window.howFar = () => { see(observer.takeRecords()); return moves.reduce((sum, { far }) => sum + far, 0); };""");
        LivePage.open(page, address);
        LivePage.frames(page, 2);
        assertThat(((Number) page.evaluate("() => howFar()")).doubleValue()).as("%s", page.evaluate("() => allMoves()"))
                .isLessThan(0.1);
    }

    /** The scripts that would show it never come. */
    @ParameterizedTest
    @CsvSource({"1280, 800", "1920, 1200"})
    void withoutItsScriptsThePageIsThereInWhole(int width, int height, Page page) {
        page.setViewportSize(width, height);
        page.route("**/VAADIN/build/*.js", Route::abort);
        page.navigate("/");
        for (var part : List.of("#panel-models .source-line", "#panel-chips .card-title", "#panel-policy .card-title",
                "#latest li")) {
            assertThat(page.locator(part).first()).isVisible();
        }
    }

    /** Charts are drawn in their new width a frame after the window has it. */
    private static boolean comesToFit(Page page) {
        try {
            page.waitForFunction(BEYOND + " === 0", null, new Page.WaitForFunctionOptions().setTimeout(5_000));
            return true;
        } catch (TimeoutError stillTooWide) {
            return false;
        }
    }

    /** What sticks out to the right, for the message. */
    private static Object wide(Page page) {
        return page.evaluate("""
                () => [...document.querySelectorAll('#page *')]
                    .filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
                    .map(e => `${e.tagName}.${e.getAttribute('class')}#${e.id}`)""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/i/installed-capacity-total?entities=us,cn,in,eu,jp,kr,de,fr,gb"})
    void theNamesAtTheEndsOfLinesStandApart(String address, Page page) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            LivePage.open(page, address);
            assertThat((List<?>) page.evaluate(OVERLAPS)).as(address + " at " + width).isEmpty();
        }
    }

    @Test
    void aChartThatIsMadeNarrowIsDrawnAgainInItsNewWidth(Page page) {
        LivePage.open(page, "/i/installed-capacity-total");
        page.setViewportSize(375, 800);
        page.waitForFunction("""
                () => {
                    const chart = document.querySelector('race-chart');
                    const width = chart.getBoundingClientRect().width;
                    return [...chart.querySelectorAll('.chart-stage svg')]
                        .every(svg => svg.getBoundingClientRect().width <= width);
                }""");
        assertThat(page.locator("race-chart .chart-legend li").first()).isVisible();
        assertThat((List<?>) page.evaluate(OVERLAPS)).isEmpty();
    }

    @Test
    void onPaperThereIsNoFurniture(Page page) {
        LivePage.open(page, "/i/installed-capacity-total");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".site-nav")).isHidden();
        assertThat(page.locator(".controls")).isHidden();
        assertThat(page.locator("race-chart")).isVisible();
        assertThat(page.locator(".source-line")).isVisible();
    }
}
