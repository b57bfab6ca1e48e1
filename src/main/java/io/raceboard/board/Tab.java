package io.raceboard.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The faces of an indicator's card. */
public enum Tab {
    CHART, TABLE, SOURCES, HISTORY;

    /** The word used in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Tab> find(String code) {
        return Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst();
    }
}
