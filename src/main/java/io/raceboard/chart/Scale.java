package io.raceboard.chart;

import java.util.Locale;
import java.util.Optional;

/** How the value axis is divided. */
public enum Scale {
    LINEAR, LOG;

    /** The word used in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when the text is no scale. */
    public static Optional<Scale> find(String code) {
        return Codes.find(values(), Scale::code, code);
    }
}
