package io.raceboard.wall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.raceboard.wall.DeskOfWalls.SOON;
import static io.raceboard.wall.DeskOfWalls.WITHIN_MS;
import static io.raceboard.wall.DeskOfWalls.note;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.raceboard.browser.BrowserTest;
import io.raceboard.browser.PageFaults;
import io.raceboard.browser.RunningApp;
import io.raceboard.browser.WallPage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A screen that is moved shows the other wall, now and whenever it is switched on, until it is moved back. */
@BrowserTest
class WallMovesIT {

    private DeskOfWalls office;

    @BeforeEach
    void open(RunningApp running) {
        office = DeskOfWalls.of(running);
    }

    @Test
    void aScreenIsMovedToAnotherWallAndStaysThere(Page page) {
        office.room("harbour", note("Harbour", "Ships"));
        WallPage.open(page, "/wall/race?slide=1");
        office.desk().name(office.admin(), office.display(page), "Pier", null);
        office.move(page, "harbour", "Harbour");
        // Switched on again with its old address it finds its way to the new wall.
        page.navigate("/wall/race");
        assertThat(page.locator(".note-title")).hasText("Harbour", SOON);
        office.desk().move(office.admin(), office.display(page), "race");
        page.waitForURL("**/wall/race");
    }

    @Test
    void aScreenThatIsMovedTwiceStaysWhereItWasMovedLastUntilItIsMovedBack(Page page) {
        office.room("quay", note("Quay", "Cranes"));
        office.room("mole", note("Mole", "Stones"));
        page.clock().install();
        WallPage.open(page, "/wall/race?slide=1");
        office.move(page, "quay", "Quay");
        office.move(page, "mole", "Mole");
        page.navigate("/wall/race?slide=2");
        assertThat(page.locator(".note-title")).hasText("Mole", SOON);
        office.desk().moveHome(office.admin(), office.display(page));
        page.waitForURL("**/wall/race?slide=2");
        WallPage.up(page);
        page.navigate("/wall/race?slide=3");
        office.nextSign(page);
        assertThat(page.locator("#s3")).hasAttribute("data-on", "");
    }

    @Test
    void aScreenThatIsOffWhenItIsMovedShowsTheOtherWallWhenItIsSwitchedOn(Page page) {
        office.room("buoy", note("Buoy", "Bells"));
        var screen = office.display(WallPage.open(page, "/wall/race?slide=1"));
        page.navigate("about:blank");
        page.waitForCondition(() -> !screen.connected());
        office.desk().move(office.admin(), screen, "buoy");
        page.navigate("/wall/race?slide=1");
        assertThat(page.locator(".note-title")).hasText("Buoy", SOON);
    }

    @Test
    void aScreenMovedToAWallThatIsNoMoreGoesBackToItsOwn(Page page, PageFaults faults) {
        faults.expect("answer 404");
        office.room("ferry", note("Ferry", "Ten o'clock"));
        WallPage.open(page, "/wall/race?slide=1");
        office.move(page, "ferry", "Ferry");
        office.desk().remove(office.admin(), "ferry");
        page.waitForURL("**/wall/race?slide=1");
        WallPage.up(page);
        assertThat(page.content()).doesNotContain("Ten o'clock");
    }

    @Test
    void aScreenWhoseLinkIsRevokedAfterAMoveGoesBackToItsOwnWallForGood(Page page, PageFaults faults) {
        faults.expect("answer 404");
        office.room("lock", note("Lock", "Gates"));
        WallPage.open(page, "/wall/race?slide=1");
        office.move(page, "lock", "Lock");
        page.waitForCondition(() -> office.display(page).entrance.link() != null);
        office.revoke("lock");
        page.waitForURL("**/wall/race?slide=1");
        WallPage.up(page);
        assertThat(office.displays().goal(office.display(page))).isEmpty();
    }

    /** Its own address and where it was moved are the same then. */
    @Test
    void aScreenMovedBackByNameShowsNothingOfItsWallWhenThatIsClosed(Page page, PageFaults faults) {
        faults.expect("answer 404");
        office.room("dock", note("Dock", "Ropes"));
        var pier = office.walls().find("dock").orElseThrow();
        office.desk().save(office.admin(), null, new Wall("pier", "Pier", pier.lang(), 3, 55, pier.zone(), pier.theme(),
                null, null, true, List.of(note("Pier", "Tides")), 0));
        WallPage.open(page, "/wall/pier");
        office.move(page, "dock", "Dock");
        office.move(page, "pier", "Pier");
        office.desk().remove(office.admin(), "pier");
        assertThat(page.locator("body")).containsText("This address opens no wall",
                new LocatorAssertions.ContainsTextOptions().setTimeout(WITHIN_MS));
    }
}
