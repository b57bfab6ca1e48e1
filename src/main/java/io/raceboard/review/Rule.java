package io.raceboard.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The four-eyes rule of a topic.
 *
 * @param topic slug, or {@code *} for what all topics share
 * @param version 0 when it was never set
 */
record Rule(String topic, FourEyes fourEyes, int version, @Nullable String changedBy, @Nullable Instant changedAt) {

    static Rule unset(String topic) {
        return new Rule(topic, FourEyes.OFF, 0, null, null);
    }
}
