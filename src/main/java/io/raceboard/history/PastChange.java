package io.raceboard.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who saved something, when and why.
 *
 * @param kind the word of {@link io.raceboard.ledger.Act.Kind}
 * @param values how many values it wrote
 * @param records how many catalogue entries and events it wrote
 */
public record PastChange(long id, String kind, String actor, String origin, @Nullable String reason, Instant at,
        int values, int records) {
}
