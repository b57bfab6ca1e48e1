package io.raceboard.wall;

import com.vaadin.flow.router.QueryParameters;
import io.raceboard.page.Words;
import io.raceboard.review.FormDraft;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the editor of walls begins, by its address. Every address has its own form, so that a copy, a wall from a file and
 * an empty one can all wait unsaved beside each other.
 */
class WallStarts {

    /** Stands in the address in place of a slug. */
    static final String NEW = "new";

    private static final String COPY = "copy";
    private static final String FILE = "import";

    private final Walls walls;
    private final Function<String, Optional<FormDraft>> typed;
    private final Words words;

    /** @param typed what this person has typed into the form of a key and not saved, if anything */
    WallStarts(Walls walls, Function<String, Optional<FormDraft>> typed, Words words) {
        this.walls = walls;
        this.typed = typed;
        this.words = words;
    }

    /** A stored wall, or one that was removed or renamed while this person was editing it; else empty. */
    Optional<WallStart> find(String slug) {
        var key = "walls/" + slug;
        return walls.find(slug).filter(wall -> !slug.equals(RaceWall.SLUG))
                .map(wall -> new WallStart(key, slug, wall.title(), wall, false))
                .or(() -> kept(key));
    }

    /** A wall that is not stored: the copy or the file that the address speaks of, or else the built-in slides. */
    WallStart fresh(QueryParameters query) {
        return query.getSingleParameter(COPY).flatMap(this::copied)
                .or(() -> query.getSingleParameter(FILE).flatMap(name -> kept(key(FILE, name))))
                .orElseGet(() -> new WallStart("walls/" + NEW, null, words.say("wall.walls.new"),
                        empty().with(RaceWall.WALL.slides()), false));
    }

    private Optional<WallStart> copied(String slug) {
        var key = key(COPY, slug);
        return walls.find(slug).map(wall -> {
            var title = words.say("wall.walls.copy", wall.title());
            return new WallStart(key, null, title, wall.as(free(slug, name -> walls.find(name).isPresent()), title), false);
        }).or(() -> kept(key));
    }

    /** Where only what was typed is left, and fills the form in a moment. */
    private Optional<WallStart> kept(String key) {
        return typed.apply(key).map(draft -> new WallStart(key, null, draft.title(), empty(), true));
    }

    private Wall empty() {
        return Wall.fresh("", "", words.lang(), ZoneId.of("UTC"));
    }

    /** What the address of a copy carries behind {@code walls/new}. */
    static QueryParameters copyOf(Wall wall) {
        return QueryParameters.of(COPY, wall.slug());
    }

    /** A wall from a file; what this person has not saved yet of another file with that name stays what it is. */
    WallStart brought(Wall wall) {
        var name = free(wall.slug(), other -> typed.apply(key(FILE, other)).isPresent());
        return new WallStart(key(FILE, name), null, wall.title(), wall, true);
    }

    private static String key(String what, String name) {
        return "walls/" + NEW + "?" + what + "=" + name;
    }

    /** This name, or the first with a number that is not taken. */
    private static String free(String name, Predicate<String> taken) {
        return Stream.concat(Stream.of(name), IntStream.iterate(2, n -> n + 1).mapToObj(n -> name + "-" + n))
                .filter(taken.negate()).findFirst().orElseThrow();
    }
}
