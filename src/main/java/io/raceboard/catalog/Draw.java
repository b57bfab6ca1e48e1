package io.raceboard.catalog;

import java.util.Locale;

/** How an indicator is drawn: along time, or ({@link #BARS}) its entities side by side at their latest date. */
public enum Draw {
    LINE, STEP, COLUMNS, DOTS, BARS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Draw of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
