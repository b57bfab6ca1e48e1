package io.raceboard.wall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.raceboard.wall.DeskOfWalls.SOON;
import static io.raceboard.wall.DeskOfWalls.SOON_MS;
import static io.raceboard.wall.DeskOfWalls.WITHIN_MS;
import static io.raceboard.wall.DeskOfWalls.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import io.raceboard.access.Role;
import io.raceboard.audit.AuditFilter;
import io.raceboard.audit.AuditQueries;
import io.raceboard.browser.BrowserTest;
import io.raceboard.browser.DeskPeople;
import io.raceboard.browser.FrontProxy;
import io.raceboard.browser.PageFaults;
import io.raceboard.browser.RunningApp;
import io.raceboard.browser.WallPage;
import io.raceboard.catalog.Lang;
import io.raceboard.wall.Slide.Kind;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;

/** What the desk does with a screen reaches it within seconds, and what a screen paints is known at the desk. */
@BrowserTest
class WallDeskIT {

    private RunningApp app;
    private DeskOfWalls office;

    @BeforeEach
    void open(RunningApp running) {
        app = running;
        office = DeskOfWalls.of(running);
    }

    @Test
    void everyCommandIsCarriedOutWithinFiveSeconds(Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=1");
        page.setDefaultTimeout(WITHIN_MS);
        var soon = new LocatorAssertions.IsVisibleOptions().setTimeout(WITHIN_MS);
        office.command(page, "identify", "Lobby screen");
        assertThat(page.locator(".wall-name")).isVisible(soon);
        assertThat(page.locator(".wall-name")).hasText("Lobby screen");
        office.command(page, "goto", "4");
        page.waitForSelector("#s4[data-on]");
        office.command(page, "note", "Lunch at noon <b>sharp</b>");
        assertThat(page.locator(".wall-message")).isVisible(soon);
        assertThat(page.locator(".wall-message")).hasText("Lunch at noon <b>sharp</b>");
        office.command(page, "pause", null);
        assertThat(page.locator(".bar-pause")).isVisible(soon);
        office.command(page, "resume", null);
        assertThat(page.locator(".bar-pause")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(WITHIN_MS));
        page.evaluate("() => { window.before = true; }");
        office.command(page, "reload", null);
        page.waitForFunction("() => window.before === undefined");
        page.setDefaultTimeout(4.0 * WITHIN_MS);
        WallPage.up(page);
        // Done once: the next sign of life takes it off the list, and nothing is told to do it again.
        page.evaluate("() => { window.before = true; }");
        office.nextSign(page);
        page.waitForCondition(() -> office.display(page).waiting(Instant.EPOCH).isEmpty());
        office.nextSign(page);
        assertThat(page.evaluate("() => window.before")).isEqualTo(true);
    }

    @Test
    void aScreenBehindAProxyWithoutWebsocketsStaysLiveAndObeysSoon(Page page, PageFaults faults)
            throws IOException {
        faults.expect("");
        try (var proxy = new FrontProxy(app.address("/"))) {
            WallPage.open(page, proxy.address("/wall/race?slide=1&display=behind"));
            page.evaluate("""
                    () => {
                      const state = document.querySelector('.bar-state');
                      window.states = [];
                      new MutationObserver(() => window.states.push(state.dataset.state)).observe(state, { attributes: true });
                    }""");
            page.waitForCondition(() -> office.displays().find("behind").isPresent());
            var display = office.displays().find("behind").orElseThrow();
            assertThat(display.connected()).isFalse();
            office.desk().command(office.admin(), display, "identify", "Behind a proxy");
            assertThat(page.locator(".wall-name")).hasText("Behind a proxy", SOON);
            var sign = display.beat;
            page.waitForCondition(() -> display.beat != sign);
            assertThat((List<?>) page.evaluate("() => window.states")).allMatch("live"::equals);
        }
    }

    @Test
    void whatTheDeskSaysIsSeenInDarkHoursToo(Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=1");
        page.evaluate("() => { document.getElementById('wall').dataset.off = '00:00-24:00'; }");
        page.waitForCondition(() -> {
            office.nextSign(page);
            return office.display(page).beat.dark();
        });
        assertThat(page.locator("#s1")).isHidden();
        office.command(page, "identify", "In the dark");
        assertThat(page.locator(".wall-name")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WITHIN_MS));
    }

    /** As far away as a wall can be: much less of it fits than people write. */
    @Test
    void aTextThatIsLongerThanTheScreenEndsWithAWholeLine(Page page) {
        var words = "Every word of this is long enough. ".repeat(110);
        page.setViewportSize(1920, 1080);
        WallPage.open(page, office.room("longish", note("A title that is not short either, ".repeat(5), words)) + "?metres=8");
        office.command(page, "note", words.substring(0, 500));
        assertThat(page.locator(".wall-message")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WITHIN_MS));
        for (var text : List.of(".note-title", ".note-text", ".wall-message p")) {
            assertThat((Double) page.evaluate("""
                    (text) => {
                      const e = document.querySelector(text);
                      const lines = e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight);
                      return Math.abs(lines - Math.round(lines));
                    }""", text)).as(text).isLessThan(.05);
            assertThat((Boolean) page.evaluate("""
                    (text) => {
                      const box = document.querySelector(text).getBoundingClientRect();
                      const bar = document.querySelector('.bar').getBoundingClientRect();
                      return box.height > 20 && box.top >= 0 && box.bottom <= innerHeight
                        && (text.startsWith('.wall') || box.bottom <= bar.top || box.top >= bar.bottom);
                    }""", text)).as(text).isTrue();
        }
    }

    @Test
    void twoWindowsOfOneBrowserAreTwoScreens(Page page, BrowserContext context) {
        WallPage.open(page, "/wall/race?slide=1&display=pair");
        var other = context.newPage();
        other.clock().install();
        WallPage.open(other, app.address("/wall/race?slide=4&display=pair").toString());
        for (int sign = 0; sign < 6; sign++) {
            other.clock().fastForward(6_000);
        }
        other.waitForCondition(() -> office.displays().find("pair-2").filter(Display::connected).isPresent());
        assertThat(office.displays().find("pair").orElseThrow().connected()).isTrue();
        assertThat(page.locator(".bar-state")).hasAttribute("data-state", "live");
        office.desk().command(office.admin(), office.displays().find("pair-2").orElseThrow(), "identify", "The second");
        assertThat(other.locator(".wall-name")).hasText("The second", SOON);
        assertThat(page.locator(".wall-name")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"大厅", "", "__"})
    void aNameThatTheServerCannotTakeIsReplacedByOneThatItCan(String name, Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=1&display=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        page.evaluate("() => { window.before = true; }");
        office.nextSign(page);
        assertThat(page.evaluate("() => window.before")).isEqualTo(true);
    }

    @Test
    void aWallThatIsSavedInAnotherLanguageAndWithAnotherTitleShowsBothOnItsScreens(Page page) {
        var address = office.room("tongue", note("Note", "Text"));
        page.addInitScript("window.wallTempo = 20");
        WallPage.open(page, address);
        var wall = office.walls().find("tongue").orElseThrow();
        office.desk().save(office.editor(), "tongue", new Wall("tongue", "语言", Lang.ZH, wall.metres(),
                wall.inches(), wall.zone(), wall.theme(), null, null, false, wall.slides(), wall.version()));
        assertThat(page.locator(".bar-title")).hasText("语言", SOON);
        assertThat(page.locator(".wall-menu")).containsText("上一页、下一页", new LocatorAssertions.ContainsTextOptions()
                .setUseInnerText(false).setTimeout(SOON_MS));
        WallPage.up(page);
    }

    @Test
    void aRevokedLinkLeavesNothingOnTheScreen(Page page, PageFaults faults) {
        faults.expect("answer 404");
        var address = office.room("closed", note("Secret title", "Secret text"));
        WallPage.open(page, address);
        assertThat(page.locator(".note-text")).hasText("Secret text");
        office.revoke("closed");
        assertThat(page.locator("body")).containsText("This address opens no wall",
                new LocatorAssertions.ContainsTextOptions().setTimeout(WITHIN_MS));
        assertThat(page.content()).doesNotContain("Secret");
    }

    /** This screen alone is made to show another number, or another version of a chart, than the store has. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "4 | document.querySelector('.slide[data-on] .shown [data-value]').firstChild.data = '999'",
        "5 | document.querySelector('#s5-chart').setAttribute('drawn', '/data/capacity-additions-solar/1.20200101.json')",
        "5 | ['drawn', 'late'].forEach((which) => document.querySelector('#s5-chart').toggleAttribute(which))"})
    void theDeskSeesWhatAScreenReallyPaints(int slide, String fault, Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=" + slide);
        office.command(page, "pause", null);
        page.waitForCondition(() -> {
            var beat = office.display(page).beat;
            return beat != null && beat.paused() && beat.painted() != null
                    && beat.painted().keySet().stream().anyMatch(id -> id.equals("s5-chart") || slide == 4);
        });
        page.waitForCondition(() -> office.differences(page) == 0);
        page.evaluate("() => { " + fault + "; }");
        for (int sign = 0; sign < 3; sign++) {
            office.nextSign(page);
        }
        page.waitForCondition(() -> office.differences(page) == 1);
    }

    @Test
    void theDisplaysPageListsTheScreenAndSpeaksToIt(Page page, Browser browser) {
        office.displays().all().forEach(other -> office.displays().forget(other.code));
        try (BrowserContext room = browser.newContext()) {
            var screen = WallPage.open(room.newPage(), app.address("/wall/race?slide=4").toString());
            office.desk().name(office.admin(), office.display(screen), "Screen of this test", "Third floor");
            DeskPeople.signIn(page, app, Role.ADMIN);
            page.navigate("/desk/displays");
            var row = page.locator("vaadin-grid");
            assertThat(row).containsText("Screen of this test");
            assertThat(row).containsText("Third floor");
            assertThat(row).containsText("Shows the right values");
            // It falls silent for more than ten minutes: told on the page, and once in the log.
            var lost = office.display(screen);
            screen.close();
            page.waitForCondition(() -> !lost.connected());
            lost.heard = Instant.now().minus(DisplayWatch.SILENCE).minusSeconds(60);
            assertThat(row).containsText("Silent, last sign");
            var watch = app.bean(DisplayWatch.class);
            watch.look();
            watch.look();
            assertThat(app.bean(AuditQueries.class).page(new AuditFilter("Screen of this test silent", Set.of(), null, null),
                    0, 10)).singleElement().satisfies(entry -> {
                        assertThat(entry.subject()).isEqualTo("display Screen of this test");
                        assertThat(entry.detail()).isEqualTo("silent since " + lost.heard);
                    });
        }
    }

    /** Nobody signs in to send a sign of life to a wall that is open to all. */
    @Test
    void whateverSomebodySendsAsAScreenTheDisplaysPageOpensAndListsIt(Page page) {
        for (var part : List.of("'slide': 's1', 'painted': {'a': null}", "'slide': '', 'painted': {}",
                "'slide': 's1', 'painted': {}, 'why': '\\ud800'")) {
            var beat = ("{'id': 'stranger', 'memory': 1, 'nodes': 1, 'offset': 0, 'paused': false, 'hidden': false,"
                    + " 'reloads': 1, 'done': 0, " + part + "}").replace('\'', '"');
            var answer = page.request().post(app.address("/walls/race/beat").toString(), RequestOptions.create()
                    .setHeader("Content-Type", "application/json").setData(beat));
            assertThat(answer).isOK();
        }
        DeskPeople.signIn(page, app, Role.ADMIN);
        page.navigate("/desk/displays");
        assertThat(page.locator("vaadin-grid")).containsText("stranger");
        office.displays().forget("stranger");
    }

    @Test
    void rightsHoldInTheServiceToo() {
        var wall = WallSite.wall(Slide.of(Kind.CHANGES, null));
        var open = new Wall("open", "Open", wall.lang(), 3, 55, wall.zone(), wall.theme(), null, null, true,
                wall.slides(), 0);
        assertRefused(() -> office.desk().save(office.person(Role.VIEWER), null, wall));
        assertRefused(() -> office.desk().link(office.editor(), "race", "x"));
        assertRefused(() -> office.desk().remove(office.person(Role.REVIEWER), "race"));
        assertRefused(() -> office.desk().save(office.editor(), null, open));
    }

    private static void assertRefused(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
    }
}
