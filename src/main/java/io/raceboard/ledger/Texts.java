package io.raceboard.ledger;

import io.raceboard.catalog.Period;
import java.util.Optional;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Checks that texts of all kinds of records share. */
final class Texts {

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;

    private Texts() {
    }

    /** That the text fits into its column and that every store can hold it. */
    static void check(String field, String text, @Nullable TableField<?, ?> column, Faults.At at) {
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')) {
            at.add(field, "bad-character", text, field + " must not hold control characters");
        }
        int most = column == null || column.getType() != String.class ? 0 : column.getDataType().length();
        if (most > 0 && text.codePointCount(0, text.length()) > most) {
            at.add(field, "too-long", text.substring(0, 40) + "…",
                    "%s has %d characters and may have %d".formatted(field, text.length(), most));
        }
    }

    /** The period in a text; empty where it is none. */
    static Optional<Period> period(@Nullable Object text) {
        return text instanceof String s ? Period.find(s) : Optional.empty();
    }

    /** That the period lies where anything on this board can lie. */
    static void checkYears(String field, Period period, Faults.At at) {
        if (period.end().getYear() > LAST_YEAR) {
            at.add(field, "far-future", period, "%s %s lies after %d".formatted(field, period, LAST_YEAR));
        } else if (period.start().getYear() < FIRST_YEAR) {
            at.add(field, "far-past", period, "%s %s lies before %d".formatted(field, period, FIRST_YEAR));
        }
    }
}
