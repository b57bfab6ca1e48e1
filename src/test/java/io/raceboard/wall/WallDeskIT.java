package io.raceboard.wall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import io.raceboard.access.Role;
import io.raceboard.audit.AuditFilter;
import io.raceboard.audit.AuditQueries;
import io.raceboard.browser.BrowserTest;
import io.raceboard.browser.DeskPeople;
import io.raceboard.browser.PageFaults;
import io.raceboard.browser.RunningApp;
import io.raceboard.browser.WallPage;
import io.raceboard.catalog.Lang;
import io.raceboard.wall.Slide.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;

/** What the desk does with a screen reaches it within seconds, and what a screen paints is known at the desk. */
@BrowserTest
class WallDeskIT {

    private static final int WITHIN_MS = 5_000;
    private static final LocatorAssertions.HasTextOptions SOON = new LocatorAssertions.HasTextOptions()
            .setTimeout(WITHIN_MS + 3_000.0);

    private RunningApp app;
    private WallDesk desk;
    private Displays displays;

    @BeforeEach
    void open(RunningApp running) {
        app = running;
        desk = app.bean(WallDesk.class);
        displays = app.bean(Displays.class);
    }

    private io.raceboard.access.Person person(Role role) {
        return DeskPeople.person(app, role);
    }

    private Display display(Page page) {
        var found = new AtomicReference<Display>();
        page.waitForCondition(() -> {
            var code = (String) page.evaluate("() => localStorage.getItem('raceboard.display')");
            found.set(code == null ? null : displays.find(code).filter(Display::connected).orElse(null));
            return found.get() != null;
        });
        return found.get();
    }

    /** Waits for the next sign of life of a page whose clock is the test's. */
    private void nextSign(Page page) {
        var sign = display(page).beat;
        page.clock().fastForward(6_000);
        page.waitForCondition(() -> display(page).beat != sign);
    }

    private void command(Page page, String what, String text) {
        desk.command(person(Role.ADMIN), display(page), what, text);
    }

    private String room(String slug, Slide... slides) {
        var wall = Wall.fresh(slug, "The " + slug, Lang.EN, ZoneId.of("UTC"))
                .with(List.of(slides));
        if (app.bean(Walls.class).find(slug).isEmpty()) {
            desk.save(person(Role.EDITOR), null, wall);
        }
        return desk.link(person(Role.ADMIN), slug, "test screen");
    }

    @Test
    void everyCommandIsCarriedOutWithinFiveSeconds(Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=1");
        page.setDefaultTimeout(WITHIN_MS);
        var soon = new LocatorAssertions.IsVisibleOptions().setTimeout(WITHIN_MS);
        command(page, "identify", "Lobby screen");
        assertThat(page.locator(".wall-name")).isVisible(soon);
        assertThat(page.locator(".wall-name")).hasText("Lobby screen");
        command(page, "goto", "4");
        page.waitForSelector("#s4[data-on]");
        command(page, "note", "Lunch at noon <b>sharp</b>");
        assertThat(page.locator(".wall-message")).isVisible(soon);
        assertThat(page.locator(".wall-message")).hasText("Lunch at noon <b>sharp</b>");
        command(page, "pause", null);
        assertThat(page.locator(".bar-pause")).isVisible(soon);
        command(page, "resume", null);
        assertThat(page.locator(".bar-pause")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(WITHIN_MS));
        page.evaluate("() => { window.before = true; }");
        command(page, "reload", null);
        page.waitForFunction("() => window.before === undefined");
        page.setDefaultTimeout(4.0 * WITHIN_MS);
        WallPage.up(page);
        // Done once: the next sign of life takes it off the list, and nothing is told to do it again.
        page.evaluate("() => { window.before = true; }");
        nextSign(page);
        page.waitForCondition(() -> display(page).waiting(Instant.EPOCH).isEmpty());
        nextSign(page);
        assertThat(page.evaluate("() => window.before")).isEqualTo(true);
    }

    @Test
    void aScreenIsMovedToAnotherWallAndStaysThere(Page page) {
        room("harbour", new Slide(Kind.NOTE, null, 20, 0, "Harbour", "Ships"));
        WallPage.open(page, "/wall/race?slide=1");
        desk.name(person(Role.ADMIN), display(page), "Pier", null);
        desk.move(person(Role.ADMIN), display(page), "harbour");
        assertThat(page.locator(".note-title")).hasText("Harbour", SOON);
        // Switched on again with its old address it finds its way to the new wall.
        page.navigate("/wall/race");
        assertThat(page.locator(".note-title")).hasText("Harbour", SOON);
        desk.move(person(Role.ADMIN), display(page), "race");
        page.waitForURL("**/wall/race");
    }

    @Test
    void aScreenThatIsMovedTwiceStaysWhereItWasMovedLastUntilItIsMovedBack(Page page) {
        room("quay", new Slide(Kind.NOTE, null, 20, 0, "Quay", "Cranes"));
        room("mole", new Slide(Kind.NOTE, null, 20, 0, "Mole", "Stones"));
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=1");
        desk.move(person(Role.ADMIN), display(page), "quay");
        assertThat(page.locator(".note-title")).hasText("Quay", SOON);
        desk.move(person(Role.ADMIN), display(page), "mole");
        assertThat(page.locator(".note-title")).hasText("Mole", SOON);
        page.navigate("/wall/race?slide=2");
        assertThat(page.locator(".note-title")).hasText("Mole", SOON);
        desk.moveHome(person(Role.ADMIN), display(page));
        page.waitForURL("**/wall/race?slide=2");
        WallPage.up(page);
        page.navigate("/wall/race?slide=3");
        nextSign(page);
        assertThat(page.locator("#s3")).hasAttribute("data-on", "");
    }

    @Test
    void aScreenThatIsOffWhenItIsMovedShowsTheOtherWallWhenItIsSwitchedOn(Page page) {
        room("buoy", new Slide(Kind.NOTE, null, 20, 0, "Buoy", "Bells"));
        var screen = display(WallPage.open(page, "/wall/race?slide=1"));
        page.navigate("about:blank");
        page.waitForCondition(() -> !screen.connected());
        desk.move(person(Role.ADMIN), screen, "buoy");
        page.navigate("/wall/race?slide=1");
        assertThat(page.locator(".note-title")).hasText("Buoy", SOON);
    }

    @Test
    void aScreenMovedToAWallThatIsNoMoreGoesBackToItsOwn(Page page, PageFaults faults) {
        faults.expect("answer 404");
        room("ferry", new Slide(Kind.NOTE, null, 20, 0, "Ferry", "Ten o'clock"));
        WallPage.open(page, "/wall/race?slide=1");
        desk.move(person(Role.ADMIN), display(page), "ferry");
        assertThat(page.locator(".note-title")).hasText("Ferry", SOON);
        desk.remove(person(Role.ADMIN), "ferry");
        page.waitForURL("**/wall/race?slide=1");
        WallPage.up(page);
        assertThat(page.content()).doesNotContain("Ten o'clock");
    }

    @Test
    void aScreenWhoseLinkIsRevokedAfterAMoveGoesBackToItsOwnWallForGood(Page page, PageFaults faults) {
        faults.expect("answer 404");
        room("lock", new Slide(Kind.NOTE, null, 20, 0, "Lock", "Gates"));
        WallPage.open(page, "/wall/race?slide=1");
        desk.move(person(Role.ADMIN), display(page), "lock");
        assertThat(page.locator(".note-title")).hasText("Lock", SOON);
        page.waitForCondition(() -> display(page).entrance.link() != null);
        desk.links(person(Role.ADMIN)).stream().filter(l -> l.wall().equals("lock"))
                .forEach(l -> desk.revoke(person(Role.ADMIN), l));
        page.waitForURL("**/wall/race?slide=1");
        WallPage.up(page);
        assertThat(displays.goal(display(page))).isEmpty();
    }

    /** Its own address and where it was moved are the same then. */
    @Test
    void aScreenMovedBackByNameShowsNothingOfItsWallWhenThatIsClosed(Page page, PageFaults faults) {
        faults.expect("answer 404");
        room("dock", new Slide(Kind.NOTE, null, 20, 0, "Dock", "Ropes"));
        var pier = app.bean(Walls.class).find("dock").orElseThrow();
        desk.save(person(Role.ADMIN), null, new Wall("pier", "Pier", pier.lang(), 3, 55, pier.zone(), pier.theme(), null,
                null, true, List.of(new Slide(Kind.NOTE, null, 20, 0, "Pier", "Tides")), 0));
        WallPage.open(page, "/wall/pier");
        desk.move(person(Role.ADMIN), display(page), "dock");
        assertThat(page.locator(".note-title")).hasText("Dock", SOON);
        desk.move(person(Role.ADMIN), display(page), "pier");
        assertThat(page.locator(".note-title")).hasText("Pier", SOON);
        desk.remove(person(Role.ADMIN), "pier");
        assertThat(page.locator("body")).containsText("This address opens no wall",
                new LocatorAssertions.ContainsTextOptions().setTimeout(WITHIN_MS));
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
        other.waitForCondition(() -> displays.find("pair-2").filter(Display::connected).isPresent());
        assertThat(displays.find("pair").orElseThrow().connected()).isTrue();
        assertThat(page.locator(".bar-state")).hasAttribute("data-state", "live");
        desk.command(person(Role.ADMIN), displays.find("pair-2").orElseThrow(), "identify", "The second");
        assertThat(other.locator(".wall-name")).hasText("The second", SOON);
        assertThat(page.locator(".wall-name")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"大厅", "", "__"})
    void aNameThatTheServerCannotTakeIsReplacedByOneThatItCan(String name, Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=1&display=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        page.evaluate("() => { window.before = true; }");
        nextSign(page);
        assertThat(page.evaluate("() => window.before")).isEqualTo(true);
    }

    @Test
    void aWallThatIsSavedInAnotherLanguageAndWithAnotherTitleShowsBothOnItsScreens(Page page) {
        var address = room("tongue", new Slide(Kind.NOTE, null, 20, 0, "Note", "Text"));
        page.addInitScript("window.wallTempo = 20");
        WallPage.open(page, address);
        var wall = app.bean(Walls.class).find("tongue").orElseThrow();
        desk.save(person(Role.EDITOR), "tongue", new Wall("tongue", "语言", io.raceboard.catalog.Lang.ZH, wall.metres(),
                wall.inches(), wall.zone(), wall.theme(), null, null, false, wall.slides(), wall.version()));
        assertThat(page.locator(".bar-title")).hasText("语言", SOON);
        assertThat(page.locator(".wall-menu")).containsText("上一页、下一页", new LocatorAssertions.ContainsTextOptions()
                .setUseInnerText(false).setTimeout(WITHIN_MS + 3_000.0));
        WallPage.up(page);
    }

    @Test
    void aRevokedLinkLeavesNothingOnTheScreen(Page page, PageFaults faults) {
        faults.expect("answer 404");
        var address = room("closed", new Slide(Kind.NOTE, null, 20, 0, "Secret title", "Secret text"));
        WallPage.open(page, address);
        assertThat(page.locator(".note-text")).hasText("Secret text");
        desk.links(person(Role.ADMIN)).stream().filter(l -> l.wall().equals("closed"))
                .forEach(l -> desk.revoke(person(Role.ADMIN), l));
        assertThat(page.locator("body")).containsText("This address opens no wall",
                new LocatorAssertions.ContainsTextOptions().setTimeout(WITHIN_MS));
        assertThat(page.content()).doesNotContain("Secret");
    }

    /** This screen alone is made to show another number, or another version of a chart, than the store has. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "4 | document.querySelector('.slide[data-on] .shown [data-value]').firstChild.data = '999'",
        "5 | document.querySelector('#s5-chart').setAttribute('drawn', '/data/capacity-additions-solar/1.20200101.json')"})
    void theDeskSeesWhatAScreenReallyPaints(int slide, String fault, Page page) {
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=" + slide);
        command(page, "pause", null);
        page.waitForCondition(() -> {
            var beat = display(page).beat;
            return beat != null && beat.paused() && beat.painted() != null
                    && beat.painted().keySet().stream().anyMatch(id -> id.equals("s5-chart") || slide == 4);
        });
        page.waitForCondition(() -> displays.wrong(display(page)).isEmpty());
        page.evaluate("() => { " + fault + "; }");
        page.clock().fastForward(6_000);
        page.waitForCondition(() -> displays.wrong(display(page)).size() == 1);
    }

    @Test
    void theDisplaysPageListsTheScreenAndSpeaksToIt(Page page, Browser browser) {
        displays.all().forEach(other -> displays.forget(other.code));
        try (BrowserContext room = browser.newContext()) {
            var screen = WallPage.open(room.newPage(), app.address("/wall/race?slide=4").toString());
            desk.name(person(Role.ADMIN), display(screen), "Screen of this test", "Third floor");
            DeskPeople.signIn(page, app, Role.ADMIN);
            page.navigate("/desk/displays");
            var row = page.locator("vaadin-grid");
            assertThat(row).containsText("Screen of this test");
            assertThat(row).containsText("Third floor");
            assertThat(row).containsText("Shows the right values");
            // It falls silent for more than ten minutes: told on the page, and once in the log.
            var lost = display(screen);
            screen.close();
            page.waitForCondition(() -> !lost.connected());
            lost.heard = Instant.now().minus(Displays.SILENCE).minusSeconds(60);
            assertThat(row).containsText("Silent, last sign");
            displays.look();
            displays.look();
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
        displays.forget("stranger");
    }

    @Test
    void theEditorShowsEveryChangeAtOnceAndSavesWithAVersion(Page page) {
        room("workshop", new Slide(Kind.NOTE, null, 20, 0, "First", "One"));
        DeskPeople.signIn(page, app, Role.EDITOR);
        page.navigate("/desk/walls/workshop");
        var preview = page.frameLocator(".wall-preview-frame iframe");
        assertThat(preview.locator(".note-title").first()).hasText("First");
        page.locator(".slide-card").first().getByLabel("Text").last().fill("Two");
        assertThat(preview.locator(".note-text").first()).hasText("Two");
        // Somebody else saves meanwhile.
        var other = app.bean(Walls.class).find("workshop").orElseThrow();
        desk.save(person(Role.EDITOR), "workshop", other.with(List.of(new Slide(Kind.NOTE, null, 30, 0, "Theirs", "3"))));
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(page.locator(".wall-editor")).containsText("Somebody else saved this wall");
        assertThat(app.bean(Walls.class).find("workshop").orElseThrow().slides().getFirst().title()).isEqualTo("Theirs");
    }

    @Test
    void theBrowserKnowsEveryZoneThatAWallMayHave(Page page) {
        assertThat((List<?>) page.evaluate("""
                zones => zones.filter((timeZone) => {
                  try { return !new Intl.DateTimeFormat('en', { timeZone }); } catch { return true; }
                })""", Wall.ZONES)).isEmpty();
    }

    /** Earlier versions took any name that Java takes. */
    @Test
    void aStoredWallWhoseZoneNoBrowserKnowsIsShownAllTheSame(Page page) {
        var wall = Wall.fresh("far-east", "Far East", Lang.EN, ZoneId.of("UTC+8"))
                .with(List.of(new Slide(Kind.NOTE, null, 20, 0, "Pier", "Ships")));
        app.bean(WallStore.class).add(wall, "test-editor", Instant.now());
        app.bean(Walls.class).changed();
        WallPage.open(page, desk.link(person(Role.ADMIN), "far-east", "test screen"));
        assertThat(page.locator(".note-title")).hasText("Pier");
        assertThat(page.locator(".bar-clock")).hasText(Pattern.compile("\\d\\d:\\d\\d"));
    }

    @Test
    void slidesAreMovedWithTheMouseAndWithTheKeyboard(Page page) {
        room("order", new Slide(Kind.NOTE, null, 20, 0, "First", "1"), new Slide(Kind.NOTE, null, 20, 0, "Second", "2"),
                new Slide(Kind.NOTE, null, 20, 0, "Third", "3"));
        DeskPeople.signIn(page, app, Role.EDITOR);
        page.setViewportSize(1600, 2200);
        page.navigate("/desk/walls/order");
        var titles = page.frameLocator(".wall-preview-frame iframe").locator(".note-title");
        assertThat(titles).hasText(new String[] {"First", "Second", "Third"});
        var heads = page.locator(".slide-card .slide-card-head > span");
        heads.nth(0).dragTo(heads.nth(2));
        assertThat(titles).hasText(new String[] {"Second", "Third", "First"});
        var down = new Page.GetByRoleOptions().setName("Down");
        // The preview hears of it on a line of its own, maybe before the editor does.
        assertThat(page.locator(".slide-card").first().getByLabel("Text").last()).hasValue("2");
        page.getByRole(AriaRole.BUTTON, down).first().press("Enter");
        assertThat(titles).hasText(new String[] {"Third", "Second", "First"});
        // The button keeps the focus and goes with its slide.
        assertThat(page.getByRole(AriaRole.BUTTON, down).nth(1)).isFocused();
        page.keyboard().press("Enter");
        assertThat(titles).hasText(new String[] {"Third", "First", "Second"});
        assertThat(page.getByRole(AriaRole.BUTTON, down).nth(2)).isFocused();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Space");
        assertThat(titles).hasText(new String[] {"Third", "Second", "First"});
    }

    @Test
    void aWallComesInFromAFileAndABrokenOneSaysLineAndReason(Page page) {
        DeskPeople.signIn(page, app, Role.EDITOR);
        page.navigate("/desk/walls");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import")).click();
        var file = page.locator("vaadin-dialog vaadin-upload input[type=file]");
        var faults = page.locator("vaadin-dialog ul[role=alert]");
        file.setInputFiles(yaml("harbour.yaml", "wall: Port\nslug: port\nslides:\n  - show: film\n"));
        assertThat(faults).containsText("Line 4");
        assertThat(faults).containsText("film");
        file.setInputFiles(yaml("harbour.yaml", "wall: Port\nslug: port\nslides:\n  - show: note\n    title: Ships\n"));
        assertThat(page.getByLabel("Wall as YAML")).hasValue(Pattern.compile("title: Ships"));
        assertThat(faults).isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open in the editor")).click();
        assertThat(page.frameLocator(".wall-preview-frame iframe").locator(".note-title")).hasText("Ships");
    }

    private static FilePayload yaml(String name, String text) {
        return new FilePayload(name, "application/yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rightsHoldInTheServiceToo() {
        var wall = WallSite.wall(Slide.of(Kind.CHANGES, null));
        assertThatThrownBy(() -> desk.save(person(Role.VIEWER), null, wall)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.link(person(Role.EDITOR), "race", "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.remove(person(Role.REVIEWER), "race")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.save(person(Role.EDITOR), null, new Wall("open", "Open", wall.lang(), 3, 55,
                wall.zone(), wall.theme(), null, null, true, wall.slides(), 0))).isInstanceOf(AccessDeniedException.class);
    }
}
