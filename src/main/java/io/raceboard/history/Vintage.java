package io.raceboard.history;

import io.raceboard.catalog.Status;
import io.raceboard.ledger.ObservationDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One recorded version of a value.
 *
 * @param number from 1; each correction adds one
 * @param amount null when the value was withdrawn
 * @param source slug of today
 * @param supersededAt null for the current one
 */
public record Vintage(int number, @Nullable BigDecimal amount, @Nullable BigDecimal low, @Nullable BigDecimal high,
        Status status, boolean partial, boolean withdrawn, String source, @Nullable String note, Instant recordedAt,
        @Nullable Instant supersededAt, long changeId) {

    public boolean isCurrent() {
        return supersededAt == null;
    }

    /** Whether both say the same, whenever and by whomever. */
    public boolean saysAs(Vintage other) {
        return same(amount, other.amount) && same(low, other.low) && same(high, other.high) && status == other.status
                && partial == other.partial && withdrawn == other.withdrawn && source.equals(other.source)
                && Objects.equals(note, other.note);
    }

    /** The same once more, for somebody who looked at the vintage {@code seen}. */
    public ObservationDraft draft(PointKey point, int seen) {
        return new ObservationDraft(point.indicator(), point.entity(), point.estimator(), point.period().text(),
                amount, low, high, status.code(), partial, withdrawn, source, note, seen);
    }

    /** The value taken back, for somebody who looked at this vintage. */
    public ObservationDraft withdrawal(PointKey point) {
        return new ObservationDraft(point.indicator(), point.entity(), point.estimator(), point.period().text(), null,
                null, null, status.code(), partial, true, source, note, number);
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }
}
