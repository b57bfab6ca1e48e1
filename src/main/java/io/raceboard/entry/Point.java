package io.raceboard.entry;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value of a series as the store holds it now, withdrawn ones included.
 *
 * @param amount null only when withdrawn
 * @param source slug
 */
record Point(Period period, @Nullable BigDecimal amount, @Nullable BigDecimal low, @Nullable BigDecimal high,
        Status status, boolean partial, boolean withdrawn, String source, @Nullable String note, int vintage) {

    /** What stands in the column, as it would be typed. */
    String text(Column column) {
        return switch (column) {
            case VALUE -> text(amount);
            case LOW -> text(low);
            case HIGH -> text(high);
            case STATUS -> withdrawn ? "" : status.code();
            case NOTE -> withdrawn || note == null ? "" : note;
            case SOURCE -> withdrawn ? "" : source;
        };
    }

    static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
