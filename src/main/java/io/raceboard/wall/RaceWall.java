package io.raceboard.wall;

import io.raceboard.catalog.Lang;
import io.raceboard.wall.Slide.Kind;
import java.time.ZoneId;
import java.util.List;

/** The wall that every installation has: the state of the race, open to all at {@code /wall/race}. */
final class RaceWall {

    static final String SLUG = "race";

    private RaceWall() {
    }

    static final Wall WALL = new Wall(SLUG, "Raceboard", Lang.EN, 3, Wall.INCHES, ZoneId.of("UTC"), Wall.Theme.DARK,
            null, null, true, List.of(
                    Slide.of(Kind.OVERVIEW, null),
                    Slide.of(Kind.HEADLINE, "/i/openrouter-country-share-day?entities=cn,us"),
                    Slide.of(Kind.CHART, "/t/models"),
                    Slide.of(Kind.HEADLINE, "/i/capacity-additions-solar?entities=cn,us"),
                    Slide.of(Kind.CHART, "/t/power"),
                    Slide.of(Kind.TIMELINE, null),
                    Slide.of(Kind.CHART, "/t/chips"),
                    Slide.of(Kind.RANKING, "/i/owner-compute-stock-h100e"),
                    Slide.of(Kind.CHANGES, null)), 1);
}
