package io.raceboard.live;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * The newest change behind everything that can be shown; ids of changes, so larger is newer.
 *
 * @param latest the newest change of all
 * @param catalog the newest change of any catalogue entry
 * @param events the newest change of any policy event
 * @param indicators by slug: the newest change of its values
 * @param savedAt when {@code latest} was saved
 */
public record Versions(long latest, long catalog, long events, Map<String, Long> indicators, Instant savedAt) {

    /** The newest change of these indicators and the catalogue. */
    public long of(Collection<String> slugs) {
        return Math.max(catalog, slugs.stream().mapToLong(s -> indicators.getOrDefault(s, 0L)).max().orElse(0));
    }
}
