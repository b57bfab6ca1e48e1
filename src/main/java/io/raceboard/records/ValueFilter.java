package io.raceboard.records;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which values somebody wants to see; null or empty: all.
 *
 * @param text words that must all be in the names of indicator, entity or estimator
 * @param from values of periods that begin in it or later
 * @param to values of periods that begin in it or earlier
 * @param since changed then or later
 */
record ValueFilter(@Nullable String topic, @Nullable String indicator, @Nullable String entity,
        @Nullable String estimator, @Nullable Status status, @Nullable Period from, @Nullable Period to,
        @Nullable String source, @Nullable Instant since, String text) {

    static final ValueFilter ALL = new ValueFilter(null, null, null, null, null, null, null, null, null, "");

    /** Whether it asks for certain series. */
    boolean bySeries() {
        return topic != null || indicator != null || entity != null || estimator != null || !text.isBlank();
    }

    boolean byPeriod() {
        return from != null || to != null;
    }

    /** Whether it asks for series and for nothing else. */
    boolean bySeriesOnly() {
        return bySeries() && status == null && !byPeriod() && source == null && since == null;
    }
}
