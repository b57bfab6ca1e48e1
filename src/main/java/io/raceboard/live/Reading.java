package io.raceboard.live;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The current vintage of one observation: exact decimals in the indicator's unit.
 *
 * @param partial the period was not over: drawn hollow and dotted, left out of growth
 * @param source slug of its source
 * @param changeId the change that wrote it
 */
public record Reading(Period period, BigDecimal amount, @Nullable BigDecimal low, @Nullable BigDecimal high,
        Status status, boolean partial, String source, @Nullable String note, Instant recordedAt, int vintage,
        long changeId) {
}
