package io.raceboard.records;

import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A current value in the list of all.
 *
 * @param key as in addresses: {@code solar/cn/nea/2025}
 * @param amount null when withdrawn
 */
record ValueLine(long id, String key, Label indicator, Label entity, Label estimator, Unit unit, Period period,
        @Nullable BigDecimal amount, @Nullable BigDecimal low, @Nullable BigDecimal high, Status status,
        String source, Line.Saved saved) {
}
