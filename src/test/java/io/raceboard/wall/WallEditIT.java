package io.raceboard.wall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.raceboard.wall.DeskOfWalls.note;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.raceboard.access.Role;
import io.raceboard.browser.BrowserTest;
import io.raceboard.browser.DeskPeople;
import io.raceboard.browser.RunningApp;
import io.raceboard.browser.WallPage;
import io.raceboard.catalog.Lang;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walls are made at the desk: by hand, by keyboard, from a file; and every browser can show what was made. */
@BrowserTest
class WallEditIT {

    private RunningApp app;
    private DeskOfWalls office;

    @BeforeEach
    void open(RunningApp running) {
        app = running;
        office = DeskOfWalls.of(running);
    }

    @Test
    void theEditorShowsEveryChangeAtOnceAndSavesWithAVersion(Page page) {
        office.room("workshop", note("First", "One"));
        DeskPeople.signIn(page, app, Role.EDITOR);
        page.navigate("/desk/walls/workshop");
        var preview = page.frameLocator(".wall-preview-frame iframe");
        assertThat(preview.locator(".note-title").first()).hasText("First");
        page.locator(".slide-card").first().getByLabel("Text").last().fill("Two");
        assertThat(preview.locator(".note-text").first()).hasText("Two");
        // Somebody else saves meanwhile.
        var other = office.walls().find("workshop").orElseThrow();
        office.desk().save(office.editor(), "workshop", other.with(List.of(note("Theirs", "3"))));
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(page.locator(".wall-editor")).containsText("Somebody else saved this wall");
        assertThat(office.walls().find("workshop").orElseThrow().slides().getFirst().title()).isEqualTo("Theirs");
    }

    @Test
    void slidesAreMovedWithTheMouseAndWithTheKeyboard(Page page) {
        office.room("order", note("First", "1"), note("Second", "2"), note("Third", "3"));
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
                .with(List.of(note("Pier", "Ships")));
        app.bean(WallStore.class).add(wall, "test-editor", Instant.now());
        office.walls().changed();
        WallPage.open(page, office.desk().link(office.admin(), "far-east", "test screen"));
        assertThat(page.locator(".note-title")).hasText("Pier");
        assertThat(page.locator(".bar-clock")).hasText(Pattern.compile("\\d\\d:\\d\\d"));
    }
}
