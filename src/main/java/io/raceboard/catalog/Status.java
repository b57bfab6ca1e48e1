package io.raceboard.catalog;

import java.util.Locale;

/** How a value is known. A projection never looks like an actual. */
public enum Status {
    ACTUAL,
    ESTIMATE,
    ANNOUNCED,
    PROJECTION;

    /** The word used in the store and in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
