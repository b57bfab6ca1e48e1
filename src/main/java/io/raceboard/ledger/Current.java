package io.raceboard.ledger;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The current vintage of a value as it lies in the store.
 *
 * @param source slug
 */
public record Current(long id, int vintage, Period period, @Nullable BigDecimal amount, @Nullable BigDecimal low,
        @Nullable BigDecimal high, Status status, boolean partial, boolean withdrawn, String source,
        @Nullable String note) {

    /** Whether the draft says just this; 315 and 315.0 are the same. */
    boolean says(ObservationDraft draft) {
        return same(amount, draft.amount()) && same(low, draft.low()) && same(high, draft.high())
                && status.code().equals(draft.status()) && partial == draft.partial()
                && withdrawn == draft.withdrawn() && source.equals(draft.source())
                && Objects.equals(note, blankToNull(draft.note()));
    }

    /** The amount in digits; null when withdrawn. */
    @Nullable String amountText() {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString();
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }
}
