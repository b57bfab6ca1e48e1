package io.raceboard.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.audit.AuditOfTests;
import io.raceboard.catalog.Lang;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestClock;
import io.raceboard.ledger.TestStore;
import io.raceboard.wall.Slide.Kind;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server knows of screens that only send signs of life, on a clock of the test's own. */
@StoreTest
class DisplaysTest {

    private static final int MOST = 3;
    private static final Map<String, Map<String, String>> TRUTH = WallSite.documents().document(RaceWall.WALL).truth();

    private final TestStore site;
    private final WallStore store;
    private final TestClock clock = new TestClock();
    private final Walls walls;
    private Displays displays;
    private DisplayTalk talk;
    private DisplayWatch watch;
    private DisplayProof proof;

    DisplaysTest(Engine engine) {
        site = engine.emptyStore();
        store = new WallStore(site.sql());
        store.displays().forEach(d -> store.forget(d.code()));
        store.walls().forEach(w -> store.remove(w.slug()));
        walls = new Walls(store, event -> { }, clock);
        start();
    }

    /** As the server starts on this store. */
    private void start() {
        var documents = WallSite.documents();
        var readModel = WallSite.readModel();
        proof = new DisplayProof(documents);
        displays = new Displays(walls, store, clock, MOST);
        talk = new DisplayTalk(displays, new DisplayMessages(walls, displays, documents, readModel, clock), proof, walls,
                documents, readModel, clock);
        watch = new DisplayWatch(displays, proof, store, AuditOfTests.of(site), clock);
        displays.begin();
        talk.begin();
    }

    @AfterEach
    void end() {
        watch.end();
        talk.end();
    }

    private String sign(String id, String page) {
        return talk.heard("race", beat(id, page, null, "s1", Map.of()), null).orElseThrow();
    }

    private static Beat beat(String id, String page, String stamp, String slide, Map<String, String> painted) {
        return new Beat(id, page, null, stamp, null, slide, 0, 0, 0, null, false, false, false, 0, null, painted, 0);
    }

    private List<String> listed() {
        return displays.all().stream().map(d -> d.code).toList();
    }

    @Test
    void anotherWindowWithTheSameNameIsToldSoAndSeesTheWallAllTheSame() {
        sign("lobby", "one");
        assertThat(sign("lobby", "two")).contains("\"taken\":true").contains("\"stamp\":");
        assertThat(sign("lobby", "one")).doesNotContain("taken");
        assertThat(displays.find("lobby").orElseThrow().beat.page()).isEqualTo("one");
    }

    @Test
    void aScreenWithoutANameThatTheServerTakesSeesTheWallAndIsNotListed() {
        assertThat(sign("大厅", "one")).contains("\"stamp\":").doesNotContain("gone");
        assertThat(listed()).isEmpty();
    }

    @Test
    void oneScreenTooManyTakesThePlaceOfTheOneHeardLongestAgo() {
        for (var id : List.of("a", "b", "c")) {
            sign(id, id);
            clock.passes(Duration.ofSeconds(1));
        }
        sign("a", "a");
        sign("d", "d");
        assertThat(listed()).containsExactly("a", "c", "d");
    }

    @Test
    void screensWithANameMakeNoRoomForOthers() {
        for (var id : List.of("a", "b", "c")) {
            sign(id, id);
            displays.name(id, id, null, null);
        }
        assertThat(sign("d", "d")).contains("\"stamp\":");
        assertThat(listed()).containsExactly("a", "b", "c");
    }

    @Test
    void aScreenIsSentToTheWallThatItWasMovedToWheneverItIsElsewhere() {
        var room = new Wall("room", "Room", Lang.EN, 3, 55, ZoneOffset.UTC, Wall.Theme.DARK, null, null, true,
                List.of(Slide.of(Kind.CHANGES, null)), 0);
        store.add(room, "ada", TestStore.NOW);
        walls.changed();
        sign("lobby", "one");
        displays.name("lobby", "Lobby", null, "room");
        assertThat(sign("lobby", "one")).contains("\"moved\":\"/wall/room\"");
        // Under its new name, too.
        store.replace("room", new Wall("hall", "Hall", Lang.EN, 3, 55, ZoneOffset.UTC, Wall.Theme.DARK, null, null, true,
                room.slides(), 1), "ada", TestStore.NOW);
        displays.reread();
        walls.changed();
        assertThat(sign("lobby", "one")).contains("\"moved\":\"/wall/hall\"");
        store.remove("hall");
        displays.reread();
        walls.changed();
        assertThat(sign("lobby", "one")).doesNotContain("moved");
    }

    @Test
    void whereOnlyTheScreenKnowsTheAddressItIsToldThatItWasMovedAndNoMore() {
        store.add(WallSite.wall(Slide.of(Kind.CHANGES, null)), "ada", TestStore.NOW);
        walls.changed();
        sign("lobby", "one");
        displays.name("lobby", "Lobby", null, "room");
        assertThat(sign("lobby", "one")).contains("\"moved\":\"room\"");
    }

    @Test
    void aMoveToAWallThatIsNoMoreIsNotWaitedFor() {
        sign("lobby", "one");
        talk.command("lobby", "move", "/wall/room");
        talk.command("lobby", "identify", null);
        assertThat(sign("lobby", "one")).contains("identify").doesNotContain("move");
    }

    @Test
    void aScreenThatComesBackAfterTheServerDoesIsNotCalledSilent() {
        sign("lobby", "one");
        displays.name("lobby", "Lobby", null, null);
        end();
        clock.passes(Duration.ofDays(3));
        start();
        watch.look();
        sign("lobby", "one");
        clock.passes(Duration.ofMinutes(9));
        watch.look();
        assertThat(silences()).isEmpty();
    }

    @Test
    void aScreenThatDoesNotComeBackAfterTheServerDoesIsLoggedAsSilentOnce() {
        sign("lobby", "one");
        displays.name("lobby", "Lobby", null, null);
        end();
        clock.passes(Duration.ofDays(3));
        start();
        clock.passes(Duration.ofMinutes(11));
        watch.look();
        watch.look();
        assertThat(silences()).containsExactly("silent since 2026-11-22T10:00:00Z");
    }

    @Test
    void whenANamedScreenWasHeardIsInTheStoreBeforeAnySuddenEnd() {
        sign("lobby", "one");
        displays.name("lobby", "Lobby", null, null);
        clock.passes(Duration.ofMinutes(6));
        sign("lobby", "one");
        watch.look();
        assertThat(store.displays().getFirst().heardAt()).isEqualTo(clock.instant());
    }

    @Test
    void whoOpenedAWallAndLeftItLeavesNoLineInTheLog() {
        sign("visitor", "one");
        clock.passes(Duration.ofMinutes(11));
        watch.look();
        assertThat(silences()).isEmpty();
        assertThat(watch.isSilent(displays.find("visitor").orElseThrow())).isTrue();
    }

    @Test
    void thePreviewOfAWallThatIsBeingEditedIsNoScreen() {
        var key = walls.draft(null, RaceWall.WALL);
        talk.heard(key, beat("preview-1", "one", null, "s1", Map.of()), null);
        assertThat(listed()).isEmpty();
        clock.passes(Duration.ofMinutes(11));
        watch.look();
        assertThat(displays.find("preview-1")).isEmpty();
    }

    @Test
    void aScreenThatGoesOnPaintingAnOldNumberIsFoundWhateverIsSavedMeanwhile() {
        paints("s4", "999");
        assertThat(wrong()).isEmpty();
        clock.passes(Duration.ofSeconds(6));
        paints("s4", "999");
        assertThat(wrong()).isEmpty();
        clock.passes(Duration.ofSeconds(6));
        paints("s4", "999");
        assertThat(wrong()).containsExactly(number());
    }

    @Test
    void aScreenThatIsSwitchedOffWithANewNumberOnItsWayIsNotWrongForThat() {
        paints("s4", "999");
        clock.passes(Duration.ofMinutes(5));
        assertThat(wrong()).isEmpty();
    }

    @Test
    void aScreenThatIsAlwaysAMomentBehindIsNotWrong() {
        for (int value = 900; value < 905; value++) {
            paints("s4", String.valueOf(value));
            clock.passes(Duration.ofSeconds(6));
        }
        assertThat(wrong()).isEmpty();
    }

    @Test
    void anOldNumberIsKnownAtOnceWhenItsSlideComesAgain() {
        paints("s4", "999");
        clock.passes(Duration.ofSeconds(20));
        talk.heard("race", beat("lobby", "one", null, "s5", Map.of()), null);
        assertThat(wrong()).isEmpty();
        paints("s4", "999");
        assertThat(wrong()).containsExactly(number());
    }

    @Test
    void aNumberThatIsPaintedAsItShouldBeIsInDoubtNoMore() {
        paints("s4", "999");
        clock.passes(Duration.ofSeconds(20));
        paints("s4", TRUTH.get("s4").get(number()));
        assertThat(wrong()).isEmpty();
        assertThat(displays.find("lobby").orElseThrow().doubts).isEmpty();
    }

    @Test
    void aSlideWithoutNumbersIsJudgedByTheVersionOfTheWall() {
        var slide = TRUTH.entrySet().stream().filter(s -> s.getValue().isEmpty()).findFirst().orElseThrow().getKey();
        talk.heard("race", beat("lobby", "one", "1.20200101.0", slide, Map.of()), null);
        clock.passes(Duration.ofSeconds(20));
        talk.heard("race", beat("lobby", "one", "1.20200101.0", slide, Map.of()), null);
        assertThat(wrong()).containsExactly("stamp");
    }

    @Test
    void aScreenThatCanOnlySendSignsOfLifeCountsAsHereUntilItSendsNone() {
        sign("lobby", "one");
        assertThat(displays.here()).isEqualTo(1);
        clock.passes(Duration.ofSeconds(16));
        assertThat(displays.here()).isZero();
    }

    /** One number of the slide, with this text. */
    private void paints(String slide, String text) {
        talk.heard("race", beat("lobby", "one", null, slide, Map.of(number(), text)), null);
    }

    private static String number() {
        return TRUTH.get("s4").keySet().stream().sorted().findFirst().orElseThrow();
    }

    private List<String> wrong() {
        return proof.wrong(displays.find("lobby").orElseThrow());
    }

    private List<String> silences() {
        return AuditOfTests.details(site, "silent");
    }
}
