package io.raceboard.wall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.browser.DeskPeople;
import io.raceboard.browser.RunningApp;
import io.raceboard.catalog.Lang;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The desk of the running application, and what it knows of the screens that a test opens. */
record DeskOfWalls(RunningApp app, WallDesk desk, Displays displays, Walls walls) {

    /** So soon every command acts; some time more for the browser of a test to show it. */
    static final int WITHIN_MS = 5_000;
    static final double SOON_MS = WITHIN_MS + 3_000.0;
    static final LocatorAssertions.HasTextOptions SOON = new LocatorAssertions.HasTextOptions().setTimeout(SOON_MS);

    static DeskOfWalls of(RunningApp app) {
        return new DeskOfWalls(app, app.bean(WallDesk.class), app.bean(Displays.class), app.bean(Walls.class));
    }

    Person person(Role role) {
        return DeskPeople.person(app, role);
    }

    Person admin() {
        return person(Role.ADMIN);
    }

    Person editor() {
        return person(Role.EDITOR);
    }

    /** The screen that this page is, once it is connected. */
    Display display(Page page) {
        var found = new AtomicReference<Display>();
        page.waitForCondition(() -> {
            var code = (String) page.evaluate("() => localStorage.getItem('raceboard.display')");
            found.set(code == null ? null : displays.find(code).filter(Display::connected).orElse(null));
            return found.get() != null;
        });
        return found.get();
    }

    /** Waits for the next sign of life of a page whose clock is the test's. */
    void nextSign(Page page) {
        var sign = display(page).beat;
        page.clock().fastForward(6_000);
        page.waitForCondition(() -> display(page).beat != sign);
    }

    void command(Page page, String what, String text) {
        desk.command(admin(), display(page), what, text);
    }

    static Slide note(String title, String text) {
        return new Slide(Slide.Kind.NOTE, null, 20, 0, title, text);
    }

    /** A wall that only those with the link see, made when there is none; gives the address of a new link. */
    String room(String slug, Slide... slides) {
        if (walls.find(slug).isEmpty()) {
            desk.save(editor(), null, Wall.fresh(slug, "The " + slug, Lang.EN, ZoneId.of("UTC")).with(List.of(slides)));
        }
        return desk.link(admin(), slug, "test screen");
    }

    /** Closes every link of this wall. */
    void revoke(String slug) {
        desk.links(admin()).stream().filter(l -> l.wall().equals(slug)).forEach(l -> desk.revoke(admin(), l));
    }

    /** How many values the screen painted with its last sign of life otherwise than the store has them. */
    int differences(Page page) {
        return display(page).doubts.size();
    }

    /** Moves the screen to a wall that begins with a note, and sees it there. */
    void move(Page page, String slug, String note) {
        desk.move(admin(), display(page), slug);
        assertThat(page.locator(".note-title")).hasText(note, SOON);
    }
}
