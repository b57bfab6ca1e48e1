package io.raceboard.wall;

import io.raceboard.catalog.Lang;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rotation of slides and how it hangs.
 *
 * @param slug names it at the desk, and at {@code /wall/{slug}} when it is open to all
 * @param metres viewing distance: 3, 5 or 8
 * @param inches diagonal of the screen
 * @param zone decides what is day and night there; one of {@link #ZONES}, except on walls saved by earlier versions
 * @param night dimmed hours, or null
 * @param off dark hours, or null
 * @param openToAll shown at its slug to anybody; else only through a link
 * @param version counts the saves; 0 for a wall that was never saved
 */
public record Wall(String slug, String title, Lang lang, int metres, int inches, ZoneId zone, Theme theme,
        @Nullable Hours night, @Nullable Hours off, boolean openToAll, List<Slide> slides, int version) {

    /** Dark is easier on the eye of a room; light for bright ones. */
    public enum Theme { DARK, LIGHT }

    static final List<Integer> METRES = List.of(3, 5, 8);
    /** Names of the zones that browsers know, too; in what else Java takes for one, such as {@code UTC+8}, no wall runs. */
    static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    static final int INCHES = 55;
    static final int MOST_SLIDES = 40;

    /** An empty wall as the editor begins with it. */
    static Wall fresh(String slug, String title, Lang lang, ZoneId zone) {
        return new Wall(slug, title, lang, 3, INCHES, zone, Theme.DARK, null, null, false, List.of(), 0);
    }

    Wall in(Lang other) {
        return new Wall(slug, title, other, metres, inches, zone, theme, night, off, openToAll, slides, version);
    }

    Wall with(List<Slide> others) {
        return new Wall(slug, title, lang, metres, inches, zone, theme, night, off, openToAll, List.copyOf(others),
                version);
    }

    Wall as(String otherSlug, String otherTitle) {
        return new Wall(otherSlug, otherTitle, lang, metres, inches, zone, theme, night, off, false, slides, 0);
    }

    Wall saved(int as) {
        return new Wall(slug, title, lang, metres, inches, zone, theme, night, off, openToAll, slides, as);
    }
}
