package io.raceboard.wall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.browser.BrowserTest;
import io.raceboard.browser.DeskPeople;
import io.raceboard.browser.RunningApp;
import io.raceboard.catalog.Lang;
import io.raceboard.wall.Slide.Kind;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is built in the editor of walls is still there when the page is opened again, until it is saved or discarded. */
@BrowserTest
class WallTypedIT {

    private RunningApp app;

    @BeforeEach
    void open(RunningApp running, Page page) {
        app = running;
        DeskPeople.signIn(page, app, Role.EDITOR);
    }

    @Test
    void slidesComeBackAfterAReloadAndTheStoredOnesWhenTheyAreDiscarded(Page page) {
        store("atrium", note("Stored", "One"));
        page.navigate("/desk/walls/atrium");
        button(page, "Add a slide").click();
        add(page, 1, "Built", "Two");
        page.getByLabel("Dimmed hours").fill("19:00-0");
        isKept(page);
        page.reload();
        assertThat(titles(page)).hasCount(2);
        assertThat(titles(page).nth(1)).hasValue("Built");
        assertThat(text(page, 1)).hasValue("Two");
        assertThat(page.getByLabel("Dimmed hours")).hasValue("19:00-0");
        assertThat(page.locator(".keeps-typed")).containsText("What you had typed is back");
        assertThat(preview(page).locator(".note-title")).hasText(new String[] {"Stored", "Built"});
        button(page, "Discard it").click();
        assertThat(titles(page)).hasCount(1);
        assertThat(titles(page).first()).hasValue("Stored");
        assertThat(page.getByLabel("Dimmed hours")).hasValue("");
        assertThat(preview(page).locator(".note-title")).hasText(new String[] {"Stored"});
        page.reload();
        assertThat(titles(page)).hasCount(1);
        assertThat(page.locator(".keeps-typed")).not().containsText("is back");
    }

    @Test
    void aNewWallIsOnTheFirstPageOfTheDeskUntilItIsSaved(Page page) {
        page.navigate("/desk/walls/new");
        assertThat(titles(page)).hasCount(RaceWall.WALL.slides().size());
        page.getByLabel("Title", exactly()).fill("Balcony");
        page.getByLabel("Name in addresses").fill("balcony");
        button(page, "Remove").first().click();
        assertThat(titles(page)).hasCount(RaceWall.WALL.slides().size() - 1);
        isKept(page);
        page.navigate("/desk");
        typed(page).filter(new Locator.FilterOptions().setHasText("New wall")).click();
        assertThat(titles(page)).hasCount(RaceWall.WALL.slides().size() - 1);
        assertThat(page.getByLabel("Title", exactly())).hasValue("Balcony");
        save(page);
        page.waitForURL("**/desk/walls/balcony");
        assertThat(page.locator(".keeps-typed")).not().containsText("is kept");
        page.navigate("/desk/walls/new");
        assertThat(titles(page)).hasCount(RaceWall.WALL.slides().size());
        assertThat(page.getByLabel("Title", exactly())).hasValue("");
    }

    @Test
    void aWallFromAFileIsKeptBeforeAnythingIsTypedIntoIt(Page page) {
        page.navigate("/desk/walls");
        button(page, "Import").click();
        page.getByLabel("Wall as YAML").fill("wall: Pier\nslug: pier\nslides:\n  - show: note\n    title: Ships\n");
        button(page, "Open in the editor").click();
        assertThat(titles(page).first()).hasValue("Ships");
        page.waitForURL("**/desk/walls/new?import=*");
        page.reload();
        assertThat(titles(page)).hasCount(1);
        assertThat(titles(page).first()).hasValue("Ships");
        assertThat(page.getByLabel("Name in addresses")).hasValue("pier");
        button(page, "Discard it").click();
        page.waitForURL("**/desk/walls");
        page.navigate("/desk");
        assertThat(page.locator("desk-frame main h1")).isVisible();
        assertThat(typed(page).filter(new Locator.FilterOptions().setHasText("Pier"))).hasCount(0);
    }

    @Test
    void aCopyComesBackAfterAReload(Page page) {
        store("cellar", note("Wine", "Red"));
        page.navigate("/desk/walls");
        page.locator(".wall-card").filter(new Locator.FilterOptions().setHasText("The cellar"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Duplicate")).click();
        assertThat(page.getByLabel("Name in addresses")).hasValue("cellar-2");
        text(page, 0).fill("White");
        isKept(page);
        page.reload();
        assertThat(text(page, 0)).hasValue("White");
        assertThat(page.getByLabel("Name in addresses")).hasValue("cellar-2");
        save(page);
        page.waitForURL("**/desk/walls/cellar-2");
        assertThat(stored("cellar").slides().getFirst().text()).isEqualTo("Red");
    }

    @Test
    void whatCameBackDoesNotOverwriteWhatSomebodyElseSavedMeanwhile(Page page) {
        store("garden", note("First", "One"));
        page.navigate("/desk/walls/garden");
        text(page, 0).fill("Mine");
        isKept(page);
        desk().save(editor(), "garden", stored("garden").with(List.of(note("First", "Theirs"))));
        page.reload();
        assertThat(text(page, 0)).hasValue("Mine");
        assertThat(page.locator(".wall-editor")).containsText("Somebody else saved this wall");
        save(page);
        assertThat(page.locator(".wall-editor")).containsText("Somebody else saved this wall");
        assertThat(text(page, 0)).hasValue("Mine");
        assertThat(stored("garden").slides().getFirst().text()).isEqualTo("Theirs");
        button(page, "Discard it").click();
        assertThat(text(page, 0)).hasValue("Theirs");
        text(page, 0).fill("Both");
        save(page);
        assertThat(page.locator("vaadin-notification-card").last()).containsText("Saved as version 3");
        assertThat(stored("garden").slides().getFirst().text()).isEqualTo("Both");
    }

    @Test
    void whatWasTypedIntoAWallThatIsRemovedMeanwhileBecomesANewOne(Page page) {
        store("tower", note("Top", "One"));
        page.navigate("/desk/walls/tower");
        text(page, 0).fill("Mine");
        isKept(page);
        desk().remove(DeskPeople.person(app, Role.ADMIN), "tower");
        page.reload();
        assertThat(page.locator(".wall-editor")).containsText("This wall was removed or renamed");
        assertThat(text(page, 0)).hasValue("Mine");
        save(page);
        assertThat(page.locator("vaadin-notification-card").last()).containsText("Saved as version 1");
        assertThat(stored("tower").slides().getFirst().text()).isEqualTo("Mine");
    }

    private static void add(Page page, int place, String title, String text) {
        var card = page.locator(".slide-card").nth(place);
        card.locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Note")).click();
        titles(page).nth(place).fill(title);
        text(page, place).fill(text);
    }

    private static Locator titles(Page page) {
        return page.locator(".slide-card").getByLabel("Title instead of its own");
    }

    private static Locator text(Page page, int place) {
        return page.locator(".slide-card").nth(place).getByLabel("Text", new Locator.GetByLabelOptions().setExact(true));
    }

    private static com.microsoft.playwright.FrameLocator preview(Page page) {
        return page.frameLocator(".wall-preview-frame iframe");
    }

    private static Locator typed(Page page) {
        return page.locator(".typed-list a");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void save(Page page) {
        button(page, "Save").click();
    }

    private static void isKept(Page page) {
        assertThat(page.locator(".keeps-typed")).containsText("is kept");
        DeskPeople.allIsKept(page);
    }

    private static Slide note(String title, String text) {
        return new Slide(Kind.NOTE, null, 20, 0, title, text);
    }

    private void store(String slug, Slide slide) {
        desk().save(editor(), null, Wall.fresh(slug, "The " + slug, Lang.EN, ZoneId.of("UTC")).with(List.of(slide)));
    }

    private Wall stored(String slug) {
        return app.bean(Walls.class).find(slug).orElseThrow();
    }

    private WallDesk desk() {
        return app.bean(WallDesk.class);
    }

    private Person editor() {
        return DeskPeople.person(app, Role.EDITOR);
    }
}
