package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall in a room: nobody touches it, and it is always right or says that it is not. */
@BrowserTest
class WallIT {

    private static final LocatorAssertions.HasAttributeOptions SOON = new LocatorAssertions.HasAttributeOptions()
            .setTimeout(40_000);
    private static final int SLIDES = 9;

    @ParameterizedTest
    @ValueSource(strings = {"1280x720", "1920x1080", "3840x2160", "1080x1920", "2560x1080", "1024x768", "2160x3840",
        "3440x1440"})
    void nothingIsCutAndNothingIsTooSmallAtAnySize(String size, Browser browser, RunningApp app) {
        var sides = size.split("x");
        var faults = new ArrayList<String>();
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]))
                .setReducedMotion(ReducedMotion.REDUCE))) {
            for (var look : List.of("metres=3&lang=en", "metres=5&lang=zh", "metres=8&lang=en")) {
                var page = WallPage.open(context.newPage(), app.address("/wall/race?" + look).toString());
                for (int slide = 1; slide <= SLIDES; slide++) {
                    WallPage.show(page, slide);
                    int place = slide;
                    WallPage.faults(page).forEach(f -> faults.add(look + " slide " + place + " " + f));
                }
                page.close();
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aSavedValueComesForwardMarkedWithoutAReload(Page page, RunningApp app) {
        WallPage.open(page, "/wall/race?slide=9");
        page.evaluate("() => { window.sameAsBefore = true; }");
        try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2025", "333")) {
            var number = page.locator("#s4 .shown [data-value]").first();
            assertThat(number).containsText("333");
            assertThat(page.locator("#s4")).hasAttribute("data-on", "", SOON);
            assertThat(number).hasAttribute("data-changed-now", Pattern.compile("\\d+"));
            assertThat(page.evaluate("() => window.sameAsBefore")).isEqualTo(true);
        }
    }

    @Test
    void keysStepAndPauseAndTheCursorGoes(Page page) {
        WallPage.open(page, "/wall/race?slide=1");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".slide[data-on]")).hasId("s2");
        assertThat(page.locator(".wall-menu")).isVisible();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".slide[data-on]")).hasId("s1");
        page.keyboard().press("Space");
        assertThat(page.locator(".bar-pause")).isVisible();
        page.mouse().move(50, 50);
        assertThat(page.locator("html")).hasCSS("cursor", "default");
        page.waitForTimeout(3_400);
        assertThat(page.locator("html")).hasCSS("cursor", "none");
    }

    @Test
    void withoutNetworkTheLastFrameStaysAndSaysSo(Page page, BrowserContext context, RunningApp app, PageFaults faults) {
        faults.expect("");
        WallPage.open(page, "/wall/race?slide=4");
        context.setOffline(true);
        assertThat(page.locator(".bar-state")).hasAttribute("data-state", "offline", SOON);
        assertThat(page.locator(".bar-state")).hasText(
                Pattern.compile("Data of \\d\\d:\\d\\d, offline since \\d\\d:\\d\\d"));
        assertThat(page.locator(".slide[data-on] .shown-number").first()).isVisible();
        try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2025", "334")) {
            context.setOffline(false);
            assertThat(page.locator(".bar-state")).hasAttribute("data-state", "live",
                    new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
            assertThat(page.locator("#s4 .shown [data-value]").first()).containsText("334");
        }
    }

    @Test
    void aReloadWithoutTheServerShowsTheLastGoodPage(Page page, BrowserContext context, PageFaults faults) {
        faults.expect("");
        WallPage.open(page, "/wall/race?slide=4");
        page.waitForFunction("() => navigator.serviceWorker.controller");
        page.reload();
        WallPage.up(page);
        page.waitForTimeout(1_500);
        context.setOffline(true);
        page.reload();
        assertThat(page.locator("#s4 .shown-number").first()).isVisible();
        assertThat(page.locator(".bar-state")).containsText("offline since");
        assertThat(WallPage.isBlank(page)).isFalse();
        context.setOffline(false);
        WallPage.up(page);
    }

    @Test
    void anExpiredSessionHealsByItself(Page page, BrowserContext context, PageFaults faults) {
        faults.expect("");
        WallPage.open(page, "/wall/race");
        page.waitForTimeout(2_000);
        context.clearCookies();
        // The framework notices with its next sign of life, at most 20 s later, and whatever it does, nobody clicks.
        page.waitForTimeout(26_000);
        WallPage.up(page);
        assertThat(page.locator(".v-system-error:visible, vaadin-connection-indicator:visible")).hasCount(0);
        assertThat(WallPage.isBlank(page)).isFalse();
    }

    @Test
    void aClockThatIsADayAheadChangesNothing(Browser browser, RunningApp app) {
        try (var right = browser.newContext(); var ahead = browser.newContext()) {
            ahead.addInitScript("""
                    const now = Date.now.bind(Date), Real = Date;
                    Date.now = () => now() + 86400000;
                    globalThis.Date = new Proxy(Real, { construct: (D, a) => a.length ? new D(...a) : new D(now() + 86400000) });""");
            var one = WallPage.open(right.newPage(), app.address("/wall/race?slide=4").toString());
            var other = WallPage.open(ahead.newPage(), app.address("/wall/race?slide=4").toString());
            assertThat(other.locator(".bar-state")).containsText("this screen's clock is wrong");
            assertThat(other.locator("#s4").innerText()).isEqualTo(one.locator("#s4").innerText());
            assertThat(other.locator(".bar-clock").innerText().substring(0, 2))
                    .isEqualTo(one.locator(".bar-clock").innerText().substring(0, 2));
        }
    }

    @Test
    void aScriptErrorReloadsOnceAndNotAgainForTwoMinutes(Page page, PageFaults faults) {
        faults.expect("broken on purpose");
        WallPage.open(page, "/wall/race?slide=4");
        page.evaluate("() => { window.before = true; setTimeout(() => { throw new Error('broken on purpose'); }); }");
        page.waitForFunction("() => window.before === undefined");
        WallPage.up(page);
        page.evaluate("() => { window.before = true; setTimeout(() => { throw new Error('broken on purpose'); }); }");
        page.waitForTimeout(8_000);
        assertThat(page.evaluate("() => window.before")).isEqualTo(true);
        assertThat(page.evaluate("() => window.wallGuard.past().length")).isEqualTo(1);
    }

    @Test
    void aFrozenTabIsLiveAgainWhenItIsShown(Page page, BrowserContext context, RunningApp app) {
        WallPage.open(page, "/wall/race?slide=4");
        var browser = context.newCDPSession(page);
        var state = new com.google.gson.JsonObject();
        state.addProperty("state", "frozen");
        browser.send("Page.setWebLifecycleState", state);
        try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2025", "335")) {
            try {
                Thread.sleep(15_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            state.addProperty("state", "active");
            browser.send("Page.setWebLifecycleState", state);
            assertThat(page.locator("#s4 .shown [data-value]").first()).containsText("335");
            WallPage.up(page);
        }
    }

    @Test
    void aFigureIsGreyedThenGivenUpAsTimePasses(Page page) {
        WallPage.open(page, "/wall/race?slide=4");
        WallPage.show(page, 4);
        var figure = page.locator("#s4 .shown").first();
        assertThat(figure).hasAttribute("data-state", "fresh");
        // As if the days had gone by: the attributes are what the browser decides by.
        page.evaluate("() => { const f = document.querySelector('#s4 .shown'); f.dataset.due = '2026-01-01'; }");
        assertThat(figure).hasAttribute("data-state", "due", new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
        page.evaluate("() => { const f = document.querySelector('#s4 .shown'); f.dataset.gone = '2026-01-01'; }");
        assertThat(figure).hasAttribute("data-state", "gone", new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
        assertThat(figure).not().containsText("315");
        assertThat(figure).containsText("No current figure since 2025");
        page.evaluate("() => { const f = document.querySelector('#s4 .shown'); f.dataset.gone = f.dataset.due = '2999-01-01'; }");
        assertThat(figure.locator("[data-value]")).containsText("315",
                new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }

    @Test
    void addressesThatOpenNothingCostNothingAndRevealNothing(Page page, RunningApp app) throws Exception {
        var first = ask(app, "/wall/0000000000000000000000000000000000000000");
        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        long begin = System.nanoTime();
        for (int n = 0; n < 10_000; n++) {
            var answer = ask(app, (n % 2 == 0 ? "/wall/" : "/walls/") + Integer.toHexString(n * 7919)
                    + (n % 2 == 0 ? "" : "/now.html"));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(first.body());
        }
        assertThat((System.nanoTime() - begin) / 1e9).as("seconds for 10,000").isLessThan(60);
    }

    private static final java.net.http.HttpClient CLIENT = java.net.http.HttpClient.newHttpClient();

    private static java.net.http.HttpResponse<String> ask(RunningApp app, String path) throws Exception {
        return CLIENT.send(java.net.http.HttpRequest.newBuilder(app.address(path)).build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());
    }
}
