package io.raceboard.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an act stands on one day: its status, seen from that day. */
public enum Standing {
    IN_FORCE,
    ANNOUNCED,
    PROPOSED,
    SUSPENDED,
    BLOCKED,
    /** Its own end has passed and nobody said whether it was extended: no longer shown as current. */
    LAPSED,
    RESCINDED,
    COMPLETED;

    /** The word used in addresses, class names and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Standing> of(String code) {
        return Arrays.stream(values()).filter(standing -> standing.code().equals(code)).findFirst();
    }
}
