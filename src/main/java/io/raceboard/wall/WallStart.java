package io.raceboard.wall;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * What the editor of a wall shows first, before what was typed there earlier is put back.
 *
 * @param key of the form; behind {@code desk/} it is its address
 * @param stored slug of the wall in the store; null for one that is not there yet, or not any more
 * @param title of the form, for the list of what somebody was typing
 * @param wall to begin with, at the version that is stored now
 * @param onlyHere whether the wall is nowhere but in the editor, so that nothing is left to show once it is discarded
 */
record WallStart(String key, @Nullable String stored, String title, Wall wall, boolean onlyHere) {

    /** What stands in the address behind the question mark. */
    QueryParameters query() {
        return new Location(key).getQueryParameters();
    }
}
