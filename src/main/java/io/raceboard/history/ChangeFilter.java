package io.raceboard.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which changes to show.
 *
 * @param kinds words of {@link io.raceboard.ledger.Act.Kind}; empty: all
 * @param text in actor, origin or reason, in any case; empty: any
 * @param indicator slug; null: any
 * @param from null: from the first
 * @param before null: until now
 */
public record ChangeFilter(Set<String> kinds, String text, @Nullable String indicator, @Nullable Instant from,
        @Nullable Instant before) {

    public static final ChangeFilter ALL = new ChangeFilter(Set.of(), "", null, null, null);

    public ChangeFilter {
        kinds = Set.copyOf(kinds);
    }
}
