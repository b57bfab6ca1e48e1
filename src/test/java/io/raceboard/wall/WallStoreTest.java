package io.raceboard.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Lang;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import io.raceboard.wall.Slide.Kind;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walls, links and named displays on both databases. */
@StoreTest
class WallStoreTest {

    private static final Wall WALL = new Wall("room", "Room", Lang.ZH, 8, 65, ZoneId.of("Asia/Shanghai"),
            Wall.Theme.LIGHT, new Hours(LocalTime.of(19, 0), LocalTime.of(7, 30)), null, true,
            List.of(Slide.of(Kind.OVERVIEW, null),
                    new Slide(Kind.NOTE, null, 40, 24, "Title", "Two\nlines 两行")), 0);

    private final WallStore store;

    WallStoreTest(Engine engine) {
        this.store = new WallStore(engine.emptyStore().sql());
    }

    @BeforeEach
    void empty() {
        store.displays().forEach(d -> store.forget(d.code()));
        store.walls().forEach(w -> store.remove(w.slug()));
    }

    @Test
    void aWallIsReadAsItWasSaved() {
        assertThat(store.add(WALL, "ada", TestStore.NOW)).isTrue();
        assertThat(store.walls()).containsExactly(WALL.saved(1));
        assertThat(store.add(WALL, "bob", TestStore.NOW)).as("the name is taken").isFalse();
    }

    @Test
    void whoSavesAnOldVersionIsRefusedAndChangesNothing() {
        store.add(WALL, "ada", TestStore.NOW);
        var mine = WALL.saved(1).with(List.of(Slide.of(Kind.CHANGES, null)));
        assertThat(store.replace("room", mine, "ada", TestStore.NOW)).isTrue();
        assertThat(store.replace("room", WALL.saved(1), "bob", TestStore.NOW)).isFalse();
        assertThat(store.walls()).containsExactly(mine.saved(2));
    }

    @Test
    void aLinkKeepsOnlyTheDigestOfItsSecret() {
        store.add(WALL, "ada", TestStore.NOW);
        store.addLink("room", Walls.digest("secret"), "Lobby", "ada", TestStore.NOW);
        var link = store.links().getFirst();
        assertThat(link.digest()).hasSize(64).doesNotContain("secret");
        assertThat(link.revokedAt()).isNull();
        store.revoke(link.id(), TestStore.NOW.plusSeconds(5));
        store.revoke(link.id(), TestStore.NOW.plusSeconds(50));
        assertThat(store.links().getFirst().revokedAt()).isBetween(TestStore.NOW.plusSeconds(4),
                TestStore.NOW.plusSeconds(6));
    }

    @Test
    void aScreenKeepsItsNameAndLosesAWallThatIsRemoved() {
        store.add(WALL, "ada", TestStore.NOW);
        store.name(new WallStore.Named("abc-1", "Lobby", "1st floor", "room", null));
        store.name(new WallStore.Named("abc-1", "Entrance", null, "room", null));
        assertThat(store.displays()).containsExactly(new WallStore.Named("abc-1", "Entrance", null, "room", null));
        store.remove("room");
        assertThat(store.displays()).containsExactly(new WallStore.Named("abc-1", "Entrance", null, null, null));
        assertThat(store.links()).isEmpty();
    }
}
