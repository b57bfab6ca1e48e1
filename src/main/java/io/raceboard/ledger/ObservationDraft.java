package io.raceboard.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A proposed value, as people enter it: the ledger says what is wrong with it. Series and source by slug.
 *
 * @param period text such as {@code 2025-Q3}
 * @param amount in the indicator's unit; null only when withdrawn
 * @param status {@code actual}, {@code estimate}, {@code announced} or {@code projection}
 * @param partial the period was not over
 * @param withdrawn there shall be no value any more; amount, low and high are null then
 * @param source slug
 * @param seen the vintage that the writer looked at, 0 for none; if another one is current by now, the batch is
 *         refused. Null: whatever is current is replaced
 */
public record ObservationDraft(String indicator, String entity, String estimator, String period,
        @Nullable BigDecimal amount, @Nullable BigDecimal low, @Nullable BigDecimal high, String status,
        boolean partial, boolean withdrawn, String source, @Nullable String note, @Nullable Integer seen) {

    /** What people call its series: {@code capacity-additions-solar/cn/nea}. */
    String series() {
        return indicator + "/" + entity + "/" + estimator;
    }

    /** What people call it: {@code capacity-additions-solar/cn/nea/2025}. */
    String key() {
        return series() + "/" + period;
    }
}
