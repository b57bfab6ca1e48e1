package io.raceboard.policy;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dated act.
 *
 * @param starts day or month, as precisely as known
 * @param ends end of a meeting, or the day a measure stopped or is due to lapse
 * @param status proposed, announced, in-force, suspended, blocked, rescinded or completed: the latest state known
 * @param direction tighten, loosen or neutral
 * @param indicators slugs of the indicators it bears on
 */
public record PolicyEvent(String slug, Period starts, @Nullable Period ends, List<Entity> jurisdictions,
        String category, String status, String direction, Label title, Label summary, List<Source> sources,
        List<String> indicators) {
}
