package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a wall, it comes back without a person, and the last frame stays until then. */
@BrowserTest
class WallRecoveryIT {

    private static final LocatorAssertions.HasAttributeOptions SOON = new LocatorAssertions.HasAttributeOptions()
            .setTimeout(40_000);
    /** Longer than a page that wants to be loaded anew stays the old one. */
    private static final int RELOADED_MS = 1_000;

    /** Half a minute, and so long that the wall has loaded itself anew from what it keeps. */
    @ParameterizedTest
    @ValueSource(longs = {30_000, 600_000})
    void aNetworkCutIsToldAndWhatWasSavedMeanwhileComesAfterIt(long cut, Page page, BrowserContext context, RunningApp app,
            PageFaults faults) {
        faults.expect("");
        page.clock().install();
        WallPage.kept(WallPage.open(WallPage.cuttable(page), "/wall/race?slide=4"));
        WallPage.cut(page);
        page.clock().fastForward(cut);
        assertThat(page.locator(".bar-state")).hasAttribute("data-state", "offline", SOON);
        assertThat(page.locator(".bar-state")).hasText(
                Pattern.compile("Data of .*\\d\\d:\\d\\d, offline since .*\\d\\d:\\d\\d"));
        assertThat(page.locator("#s4 .shown [data-value]").first()).isVisible();
        try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2025", "334")) {
            assertThat(page.locator("#s4 .shown [data-value]").first()).not().containsText("334");
            context.setOffline(false);
            assertThat(page.locator("#s4 .shown [data-value]").first()).containsText("334");
            assertThat(page.locator(".bar-state")).hasAttribute("data-state", "live", SOON);
        }
    }

    @Test
    void aReloadWithoutTheServerShowsTheLastValuesAlsoThoseThatWerePushed(Page page, BrowserContext context,
            RunningApp app, PageFaults faults) {
        faults.expect("");
        WallPage.kept(WallPage.open(page, "/wall/race?slide=4"));
        try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2025", "336")) {
            assertThat(page.locator("#s4 .shown [data-value]").first()).containsText("336");
            WallPage.keptNewest(page);
            context.setOffline(true);
            page.reload();
            assertThat(page.locator("#s4 .shown [data-value]").first()).containsText("336");
            assertThat(page.locator(".bar-state")).containsText("offline since");
            assertThat(WallPage.blank(page)).isEmpty();
            context.setOffline(false);
            WallPage.up(page);
        }
    }

    @Test
    void anExpiredSessionHealsByItself(Page page, BrowserContext context, PageFaults faults) {
        faults.expect("");
        page.clock().install();
        // The worker that keeps the page asks for it, and gets a session by that: only when it is done is there none.
        WallPage.kept(WallPage.open(page, "/wall/race"));
        page.waitForSelector("race-wall", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.evaluate("() => { window.before = true; }");
        context.clearCookies();
        // The framework's next sign of life finds no session; nobody clicks.
        assertThat(nextSignOfLife(page)).isEqualTo(403);
        page.waitForFunction("() => window.before === undefined");
        WallPage.up(page);
        assertThat(WallPage.blank(page)).isEmpty();
    }

    /** As when another page of this browser was opened meanwhile: the framework then waits for ever, the wall does not. */
    @Test
    void aSessionThatIsAnotherByNowChangesNothing(Page page, BrowserContext context, RunningApp app, PageFaults faults) {
        faults.expect("");
        page.clock().install();
        WallPage.kept(WallPage.open(page, "/wall/race?slide=4"));
        page.waitForSelector("race-wall", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        context.clearCookies();
        page.evaluate("() => fetch('/wall/race')");
        assertThat(nextSignOfLife(page)).isEqualTo(404);
        try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2025", "337")) {
            assertThat(page.locator("#s4 .shown [data-value]").first()).containsText("337");
            assertThat(page.locator(".bar-state")).hasAttribute("data-state", "live");
        }
    }

    /** What the server answers to the next sign of life that the framework sends. */
    private static int nextSignOfLife(Page page) {
        return page.waitForResponse(answer -> answer.url().contains("v-r=heartbeat"), () -> page.clock().fastForward(25_000))
                .status();
    }

    @Test
    void aScriptErrorReloadsOnceAndNotAgainForTwoMinutes(Page page, PageFaults faults) {
        faults.expect("broken on purpose");
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=4");
        var breaks = "() => { window.before = true; queueMicrotask(() => { throw new Error('broken on purpose'); }); }";
        page.evaluate(breaks);
        page.waitForFunction("() => window.before === undefined");
        WallPage.up(page);
        page.evaluate(breaks);
        page.clock().fastForward(60_000);
        page.waitForTimeout(RELOADED_MS);
        WallPage.up(page);
        assertThat(page.evaluate("() => window.before")).isEqualTo(true);
        assertThat(page.evaluate("() => window.wallGuard.past().length")).isEqualTo(1);
        page.clock().fastForward(70_000);
        page.waitForFunction("() => window.before === undefined");
        WallPage.up(page);
        assertThat(page.evaluate("() => window.wallGuard.past().length")).isEqualTo(2);
    }

    @Test
    void aPageThatWasFrozenForTenMinutesIsLiveAgainWithWhatWasSavedMeanwhile(Page page, BrowserContext context,
            RunningApp app) {
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=4");
        var browser = context.newCDPSession(page);
        lifecycle(browser, "frozen");
        try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2025", "335")) {
            lifecycle(browser, "active");
            page.clock().fastForward(600_000);
            assertThat(page.locator("#s4 .shown [data-value]").first()).containsText("335");
            WallPage.up(page);
        }
    }

    /** While its server is away, a proxy's 404 is no word about the wall. */
    @Test
    void aProxyThatFindsNoServerTakesNothingFromTheScreen(Page page, RunningApp app, PageFaults faults) throws IOException {
        faults.expect("");
        page.clock().install();
        try (var proxy = new FrontProxy(app.address("/"))) {
            WallPage.kept(WallPage.open(page, proxy.address("/wall/race?slide=4")));
            WallPage.show(page, 5);
            proxy.away(true);
            page.clock().fastForward(12_000);
            page.clock().fastForward(30_000);
            assertThat(page.locator(".bar-state")).hasAttribute("data-state", "offline", SOON);
            page.reload();
            // Where it was paused, not where its address leads.
            assertThat(page.locator("#s5")).hasAttribute("data-on", "");
            assertThat(WallPage.blank(page)).isEmpty();
            WallPage.show(page, 5);
            proxy.away(false);
            page.clock().fastForward(12_000);
            WallPage.up(page);
        }
    }

    @Test
    void aDiskWithoutRoomForThePageDoesNotKeepTheNewestFromBeingShown(Page page, BrowserContext context, RunningApp app) {
        WallPage.kept(WallPage.open(page, "/wall/race?slide=4"));
        try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2025", "338")) {
            assertThat(page.locator("#s4 .shown [data-value]").first()).containsText("338");
            var full = new JsonObject();
            full.addProperty("origin", app.address("/").toString());
            full.addProperty("quotaSize", 1);
            context.newCDPSession(page).send("Storage.overrideQuotaForOrigin", full);
            var newest = page.evaluate("document.getElementById('wall').dataset.stamp");
            var answer = page.reload();
            assertThat(answer.fromServiceWorker()).isTrue();
            assertThat(answer.text()).contains("data-stamp=\"" + newest);
            WallPage.up(page);
        }
    }

    private static void lifecycle(CDPSession browser, String state) {
        var asked = new JsonObject();
        asked.addProperty("state", state);
        browser.send("Page.setWebLifecycleState", asked);
    }

    @Test
    void tooMuchMemoryReloadsThePageButOnlyWhenASlideGoes(Page page) {
        page.clock().install();
        page.addInitScript("Object.defineProperty(performance, 'memory', { get: () => ({ usedJSHeapSize: window.heap ?? 1e6 }) })");
        WallPage.open(page, "/wall/race?slide=1");
        page.evaluate("() => { window.heap = 500e6; }");
        page.clock().fastForward(11_000);
        page.waitForTimeout(RELOADED_MS);
        assertThat(page.locator(".slide[data-on]")).hasId("s1");
        assertThat(page.evaluate("() => window.heap")).isEqualTo(500_000_000);
        page.clock().fastForward(30_000);
        page.waitForFunction("() => window.heap === undefined");
        WallPage.up(page);
        assertThat(page.evaluate("() => window.wallGuard.past().at(-1).why")).isEqualTo("memory");
    }

    /** Its slide never goes. */
    @Test
    void aPausedPageWithTooMuchMemoryIsLoadedAnewAndIsStillPausedThere(Page page) {
        page.clock().install();
        page.addInitScript("Object.defineProperty(performance, 'memory', { get: () => ({ usedJSHeapSize: window.heap ?? 1e6 }) })");
        WallPage.open(page, "/wall/race");
        WallPage.show(page, 4);
        page.evaluate("() => { window.heap = 500e6; }");
        page.clock().fastForward(6_000);
        page.waitForFunction("() => window.heap === undefined");
        WallPage.up(page);
        assertThat(page.locator(".slide[data-on]")).hasId("s4");
        assertThat(page.locator(".bar-pause")).isVisible();
        page.keyboard().press("p");
        assertThat(page.locator(".bar-pause")).isHidden();
    }

    @Test
    void aChartThatCannotBeDrawnIsAFaultOfPainting(Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race");
        WallPage.show(page, 5);
        page.evaluate("() => { window.before = true; document.querySelector('#s5-chart').toggleAttribute('broken', true); }");
        for (int look = 0; look < 4; look++) {
            page.clock().fastForward(5_000);
        }
        page.waitForFunction("() => window.before === undefined");
        WallPage.up(page);
        assertThat(page.evaluate("() => window.wallGuard.past().at(-1).why")).isEqualTo("paint: empty");
    }

    @Test
    void anOldPageIsRenewedWhenASlideGoesAndThatIsNoTrouble(Page page, PageFaults faults) {
        // The first answer of the server is a fault, so that the page stays.
        faults.expect("answer 503");
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=1");
        assertThat(page.evaluate("() => document.documentElement.dataset.renew")).isEqualTo("10800000");
        page.evaluate("() => { window.before = true; document.documentElement.dataset.renew = '1000'; }");
        page.route("**/alive", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.waitForResponse("**/alive", () -> page.clock().fastForward(30_000));
        assertThat(page.locator("#s2")).hasAttribute("data-on", "");
        assertThat(page.evaluate("() => window.before")).isEqualTo(true);
        page.unroute("**/alive");
        page.clock().fastForward(30_000);
        page.waitForFunction("() => window.before === undefined");
        WallPage.up(page);
        assertThat((List<?>) page.evaluate("() => window.wallGuard.past()")).isEmpty();
    }

    @Test
    void aPageThatPaintsNoFrameAnyMoreIsLoadedAnew(Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=4");
        page.evaluate("() => { window.before = true; window.requestAnimationFrame = () => 0; }");
        for (int look = 0; look < 8; look++) {
            page.clock().fastForward(5_000);
        }
        page.waitForFunction("() => window.before === undefined");
        WallPage.up(page);
        assertThat(page.evaluate("() => window.wallGuard.past().at(-1).why")).isEqualTo("paint: no frame");
    }
}
