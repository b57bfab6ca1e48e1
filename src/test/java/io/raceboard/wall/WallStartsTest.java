package io.raceboard.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.raceboard.catalog.Lang;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import io.raceboard.review.FormDraft;
import io.raceboard.wall.Slide.Kind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every address of the editor begins with a wall of its own, and leads back to what was typed there. */
@StoreTest
class WallStartsTest {

    private static final Wall ROOM = WallSite.wall(new Slide(Kind.NOTE, null, 20, 0, "Lunch", "12:30"));

    private final WallStore store;
    private final Map<String, FormDraft> typed = new HashMap<>();

    WallStartsTest(Engine engine) {
        store = new WallStore(engine.emptyStore().sql());
        store.walls().forEach(wall -> store.remove(wall.slug()));
    }

    private WallStarts starts() {
        var walls = new Walls(store, event -> { }, Clock.fixed(TestStore.NOW, ZoneOffset.UTC));
        return new WallStarts(walls, key -> Optional.ofNullable(typed.get(key)), WallSite.words(Lang.EN));
    }

    private void store(Wall wall) {
        assertThat(store.add(wall, "ada", TestStore.NOW)).isTrue();
    }

    private void type(String key) {
        typed.put(key, new FormDraft(key, "desk/" + key, "Typed", "{}", "1", TestStore.NOW));
    }

    @Test
    void aStoredWallBeginsAsItIsStored() {
        store(ROOM);
        assertThat(starts().find("room")).hasValue(new WallStart("walls/room", "room", "Room", ROOM.saved(1), false));
    }

    @Test
    void anEmptyOneBeginsWithTheBuiltInSlides() {
        var start = starts().fresh(QueryParameters.empty());
        assertThat(start.key()).isEqualTo("walls/new");
        assertThat(start.stored()).isNull();
        assertThat(start.wall().slides()).isEqualTo(RaceWall.WALL.slides());
    }

    @Test
    void aCopyTakesTheFirstNameThatIsFree() {
        store(ROOM);
        store(ROOM.as("room-2", "Another"));
        var start = starts().fresh(WallStarts.copyOf(ROOM));
        assertThat(start.key()).isEqualTo("walls/new?copy=room");
        assertThat(start.wall()).isEqualTo(ROOM.as("room-3", "Copy of Room"));
        assertThat(start.query()).isEqualTo(WallStarts.copyOf(ROOM));
    }

    @Test
    void aFileLeavesAloneWhatWasTypedIntoAnotherOfItsName() {
        assertThat(starts().brought(ROOM).key()).isEqualTo("walls/new?import=room");
        type("walls/new?import=room");
        var second = starts().brought(ROOM);
        assertThat(second.key()).isEqualTo("walls/new?import=room-2");
        assertThat(second.wall()).isEqualTo(ROOM);
    }

    @Test
    void theAddressOfAFileLeadsBackToItOnlyWhileItIsKept() {
        var address = QueryParameters.of("import", "room");
        assertThat(starts().fresh(address).key()).isEqualTo("walls/new");
        type("walls/new?import=room");
        assertThat(starts().fresh(address)).extracting(WallStart::key, WallStart::title, WallStart::onlyHere)
                .containsExactly("walls/new?import=room", "Typed", true);
    }

    @Test
    void whatWasTypedIntoAWallThatIsGoneIsFoundAndTheWallAloneIsNot() {
        assertThat(starts().find("room")).isEmpty();
        type("walls/room");
        assertThat(starts().find("room").orElseThrow()).extracting(WallStart::key, WallStart::stored, WallStart::onlyHere)
                .containsExactly("walls/room", null, true);
    }

    @Test
    void theBuiltInWallIsNotEdited() {
        assertThat(starts().find(RaceWall.SLUG)).isEmpty();
    }
}
