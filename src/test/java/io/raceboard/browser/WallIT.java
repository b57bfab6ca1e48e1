package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Source;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.EventDraft;
import io.raceboard.ledger.Ledger;
import io.raceboard.policy.PolicyEvent;
import io.raceboard.policy.PolicyEvents;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wall in a room: nobody touches it, and it is always right or says that it is not. */
@BrowserTest
class WallIT {

    private static final LocatorAssertions.HasAttributeOptions SOON = new LocatorAssertions.HasAttributeOptions()
            .setTimeout(40_000);
    private static final String LAST_HEARD = "() => localStorage.getItem('raceboard.wall.heard')";
    private static final int SLIDES = 9;
    private static final long LONGEST_STEP_MS = 20L * 24 * 60 * 60 * 1000;

    private static final List<int[]> SIZES = List.of(new int[] {1280, 720}, new int[] {1920, 1080}, new int[] {3840, 2160},
            new int[] {1080, 1920}, new int[] {2560, 1080}, new int[] {1024, 768}, new int[] {2160, 3840},
            new int[] {3440, 1440});

    @ParameterizedTest
    @CsvSource({"3, en", "5, zh", "8, en"})
    void nothingIsCutAndNothingIsTooSmallAtAnySize(int metres, String lang, Browser browser, RunningApp app) {
        var faults = new ArrayList<String>();
        try (var context = browser.newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK))) {
            var page = WallPage.open(context.newPage(),
                    app.address("/wall/race?metres=" + metres + "&lang=" + lang).toString());
            for (var size : SIZES) {
                page.setViewportSize(size[0], size[1]);
                for (int slide = 1; slide <= SLIDES; slide++) {
                    WallPage.show(page, slide);
                    var place = "%d x %d, slide %d: ".formatted(size[0], size[1], slide);
                    WallPage.faults(page).forEach(f -> faults.add(place + f));
                }
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

    /** Most of what changes is not on screen, and a screen may hang on a slow stick. */
    @Test
    void aChartThatNobodySeesIsDrawnWhenItsSlideComes(Page page, RunningApp app) {
        WallPage.open(page, "/wall/race");
        WallPage.show(page, 5);
        WallPage.show(page, 1);
        var chart = page.locator("#s5 race-chart");
        page.evaluate("""
                () => {
                  window.drawings = 0;
                  document.querySelector('#s5 race-chart').addEventListener('chart-drawn', () => window.drawings++);
                }""");
        try (var change = SavedChange.keep(app, "capacity-additions-solar", "cn", "2025")) {
            for (int saved = 1; saved <= 2; saved++) {
                var shown = chart.getAttribute("src");
                var value = BigDecimal.valueOf(340 + saved);
                page.waitForResponse(answer -> answer.url().contains("capacity-additions-solar"), () -> change.write(value));
                assertThat(chart).not().hasAttribute("src", shown);
                LivePage.frames(page, 6);
            }
            assertThat(page.evaluate("() => window.drawings")).isEqualTo(0);
            WallPage.show(page, 5);
            assertThat(page.evaluate("() => window.drawings")).isEqualTo(1);
        }
    }

    @Test
    void aSecondPressDoesNotWaitForTheChartOfTheFirst(Page page) {
        var file = "**/data/arena-open-top20-share/**";
        page.route(file, Route::abort);
        WallPage.open(page, "/wall/race?slide=2");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#s4")).hasAttribute("data-on", "");
        page.unroute(file);
    }

    /** Else a screen that is slower than the news would fall behind further and further and still say that it is live. */
    @Test
    void ofSeveralVersionsThatWaitOnlyTheNewestIsShown(Page page, RunningApp app) {
        page.addInitScript("""
                window.WebSocket = class extends WebSocket {
                  set onmessage(hear) {
                    super.onmessage = (event) => {
                      if (!window.held) hear(event);
                      else if (event.data instanceof ArrayBuffer) window.held.push(() => hear(event));
                      // Without a word of the server the page would open another line; but what is the newest it may not know.
                      else hear({ data: JSON.stringify({ ...JSON.parse(event.data), stamp: undefined }) });
                    };
                  }
                };""");
        WallPage.open(page, "/wall/race?slide=4");
        page.evaluate("""
                () => {
                  window.held = [];
                  window.shown = 0;
                  new MutationObserver(() => window.shown++)
                    .observe(document.getElementById('wall'), { attributeFilter: ['data-stamp'] });
                }""");
        var number = page.locator("#s4 .shown [data-value]").first();
        try (var change = SavedChange.keep(app, "capacity-additions-solar", "cn", "2025")) {
            for (int saved = 1; saved <= 6; saved++) {
                change.write(BigDecimal.valueOf(340 + saved));
                page.waitForFunction("n => window.held.length >= n", saved);
            }
            page.evaluate("() => { const all = window.held; window.held = undefined; all.forEach((come) => come()); }");
            assertThat(number).containsText("346");
            // The first was being unpacked when the others came.
            assertThat(page.evaluate("() => window.shown")).isEqualTo(2);
        }
    }

    /** What “only if changed within hours” goes by. */
    @Test
    void aPolicySlideChangesWithTheEventsAloneTheOverviewWithThemAndTheValues(Page page, RunningApp app) {
        WallPage.open(page, "/wall/race");
        var overview = page.locator("#s1");
        var policy = page.locator("#s6");
        var overviewBefore = overview.getAttribute("data-changed");
        var policyBefore = policy.getAttribute("data-changed");
        try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2025", "338")) {
            assertThat(overview).not().hasAttribute("data-changed", overviewBefore);
            assertThat(policy).hasAttribute("data-changed", policyBefore);
        }
        var event = app.bean(PolicyEvents.class).all().stream().filter(e -> e.history().isEmpty()).findFirst().orElseThrow();
        summarise(app, event, new Label("Changed by a test", null));
        try {
            assertThat(policy).not().hasAttribute("data-changed", policyBefore);
            assertThat(overview).hasAttribute("data-changed", policy.getAttribute("data-changed"));
        } finally {
            summarise(app, event, event.summary());
        }
    }

    private static void summarise(RunningApp app, PolicyEvent event, Label summary) {
        var ends = event.ends();
        var draft = new EventDraft(event.slug(), event.starts().text(), ends == null ? null : ends.text(),
                event.jurisdictions().stream().map(Entity::slug).toList(), event.category().code(), event.status().code(),
                event.direction().code(), event.title(), summary, event.sources().stream().map(Source::slug).toList(),
                event.indicators());
        assertThat(app.bean(Ledger.class).save(Batch.of(draft), new Act(Act.Kind.DEMO, "Browser test", "WallIT",
                "to see it arrive")).faults()).isEmpty();
    }

    @Test
    void keysStepAndPauseAndTheCursorGoes(Page page) {
        page.clock().install();
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
        page.clock().fastForward(3_100);
        assertThat(page.locator("html")).hasCSS("cursor", "none");
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
            one.waitForCondition(() -> other.locator("#s4").innerText().equals(one.locator("#s4").innerText()));
            one.waitForCondition(() -> hour(other).equals(hour(one)));
        }
    }

    @Test
    void theScreenIsKeptOnAgainWhenThePageIsShownAgain(Page page) {
        page.addInitScript("""
                window.locks = [];
                window.state = 'visible';
                Object.defineProperty(document, 'visibilityState', { get: () => window.state });
                Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
                  const lock = new EventTarget();
                  window.locks.push(lock);
                  return lock;
                } } });
                window.turn = (state) => {
                  window.state = state;
                  if (state === 'hidden') window.locks.at(-1).dispatchEvent(new Event('release'));
                  document.dispatchEvent(new Event('visibilitychange'));
                };""");
        WallPage.open(page, "/wall/race");
        assertThat(page.locator("html")).hasAttribute("data-awake", "");
        page.evaluate("() => turn('hidden')");
        assertThat(page.evaluate("() => 'awake' in document.documentElement.dataset")).isEqualTo(false);
        page.evaluate("() => turn('visible')");
        assertThat(page.locator("html")).hasAttribute("data-awake", "");
        assertThat(page.evaluate("() => locks.length")).isEqualTo(2);
    }

    /** On a slide that is held for half an hour, which is harder than any rotation. */
    @Test
    @SuppressWarnings("unchecked")
    void nothingStaysAtItsPlaceForHalfAnHour(Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race");
        WallPage.show(page, 4);
        var places = new HashMap<String, Set<String>>();
        for (int minute = 0; minute < 30; minute++) {
            var heard = page.evaluate(LAST_HEARD);
            page.clock().fastForward(60_000);
            page.waitForFunction("before => (" + LAST_HEARD + ")() !== before", heard);
            var now = (Map<String, String>) page.evaluate("""
                    () => {
                      document.getAnimations().forEach((a) => a.finish());
                      const seen = [...document.querySelectorAll('.bar, .bar *, .slide[data-on], .slide[data-on] *')]
                        .filter((e) => e.checkVisibility() && e.getBoundingClientRect().width);
                      return Object.fromEntries(seen.map((e, nth) => [nth + ' ' + e.localName + '.' + e.getAttribute('class'),
                        ['x', 'y'].map((side) => Math.round(e.getBoundingClientRect()[side])).join()]));
                    }""");
            now.forEach((what, place) -> places.computeIfAbsent(what, w -> new HashSet<>()).add(place));
        }
        assertThat(places).hasSizeGreaterThan(20).allSatisfy((what, seen) -> assertThat(seen).as(what).hasSizeGreaterThan(5));
        // A drift of some pixels would leave most of a broad line where it was: the line changes its side.
        var line = places.entrySet().stream().filter(e -> e.getKey().endsWith(" footer.bar")).findFirst().orElseThrow();
        assertThat(line.getValue().stream().mapToInt(place -> Integer.parseInt(place.split(",")[1])).summaryStatistics())
                .satisfies(y -> assertThat(y.getMax() - y.getMin()).isGreaterThan(400));
    }

    /** The wall's own zone decides, also in the nights in which an hour is left out or comes twice. */
    @Test
    void nightIsNightByTheWallsOwnClockAlsoWhenItIsChanged(Page page, PageFaults faults) {
        faults.expect("");
        page.clock().install();
        // Without the page that it keeps it cannot load itself anew while it is cut off, and time is what this test says.
        page.addInitScript("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })");
        WallPage.open(WallPage.cuttable(page), "/wall/race");
        page.evaluate("""
                () => Object.assign(document.getElementById('wall').dataset, { zone: 'Europe/Berlin', night: '22:00-03:00', off: '' })""");
        WallPage.cut(page);
        var year = Year.from(Instant.ofEpochMilli(now(page)).atZone(ZoneOffset.UTC)).plusYears(1);
        var spring = year.atMonth(3).atEndOfMonth().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        assertThat(hours(page, spring, "00:59")).as("1:59, before the clock jumps").isEqualTo("night");
        assertThat(hours(page, spring, "01:01")).as("3:01, one minute after that jump").isEqualTo("day");
        page.evaluate("() => { document.getElementById('wall').dataset.night = '22:00-02:30'; }");
        var autumn = year.atMonth(10).atEndOfMonth().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        assertThat(hours(page, autumn, "00:20")).as("2:20 for the first time").isEqualTo("night");
        assertThat(hours(page, autumn, "00:40")).as("2:40 for the first time").isEqualTo("day");
        assertThat(hours(page, autumn, "01:20")).as("2:20 for the second time").isEqualTo("night");
        assertThat(hours(page, autumn, "01:40")).as("2:40 for the second time").isEqualTo("day");
    }

    private static String hour(Page page) {
        return page.locator(".bar-clock").innerText().substring(0, 2);
    }

    private static long now(Page page) {
        return ((Number) page.evaluate("() => Date.now()")).longValue();
    }

    private static Object hours(Page page, LocalDate day, String utc) {
        var moment = day.atTime(LocalTime.parse(utc)).toInstant(ZoneOffset.UTC).toEpochMilli();
        // In steps, since one of months is more milliseconds than it takes.
        for (long left = moment - now(page); left > 0; left = moment - now(page)) {
            page.clock().fastForward(Math.min(left, LONGEST_STEP_MS));
        }
        // What is looked at four times a minute is looked at now.
        page.clock().runFor(16_000);
        return page.evaluate("() => document.documentElement.dataset.hours");
    }

    @Test
    void aFigureIsGreyedThenGivenUpAsTimePasses(Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=4");
        WallPage.show(page, 4);
        var figure = page.locator("#s4 .shown").first();
        // As if the days had gone by, or not yet: the attributes are what the browser decides by.
        page.evaluate("() => { const f = document.querySelector('#s4 .shown'); f.dataset.gone = f.dataset.due = '2999-01-01'; }");
        page.clock().fastForward(15_000);
        assertThat(figure).hasAttribute("data-state", "fresh");
        page.evaluate("() => { const f = document.querySelector('#s4 .shown'); f.dataset.due = '2026-01-01'; }");
        page.clock().fastForward(15_000);
        assertThat(figure).hasAttribute("data-state", "due");
        page.evaluate("() => { const f = document.querySelector('#s4 .shown'); f.dataset.gone = '2026-01-01'; }");
        page.clock().fastForward(15_000);
        assertThat(figure).hasAttribute("data-state", "gone");
        assertThat(figure).not().containsText("315");
        assertThat(figure).containsText("No current figure since 2025");
        page.evaluate("() => { const f = document.querySelector('#s4 .shown'); f.dataset.gone = f.dataset.due = '2999-01-01'; }");
        page.clock().fastForward(15_000);
        assertThat(figure.locator("[data-value]")).containsText("315");
    }

    @Test
    void addressesThatOpenNothingCostNothingAndRevealNothing(Page page, RunningApp app) throws Exception {
        var first = ask(app, "/wall/0000000000000000000000000000000000000000");
        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        long begin = System.nanoTime();
        try (var askers = Executors.newFixedThreadPool(4)) {
            var answers = IntStream.range(0, 10_000).mapToObj(n -> askers.submit(() -> ask(app, (n % 2 == 0 ? "/wall/" : "/walls/")
                    + Integer.toHexString(n * 7919) + (n % 2 == 0 ? "" : "/now.html")))).toList();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(404);
                assertThat(answer.get().body()).isEqualTo(first.body());
            }
        }
        assertThat((System.nanoTime() - begin) / 1e9).as("seconds for 10,000").isLessThan(60);
    }

    private static final java.net.http.HttpClient CLIENT = java.net.http.HttpClient.newHttpClient();

    private static java.net.http.HttpResponse<String> ask(RunningApp app, String path) throws Exception {
        return CLIENT.send(java.net.http.HttpRequest.newBuilder(app.address(path)).build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());
    }
}
