package io.raceboard.review;

import io.raceboard.access.Role;
import java.util.Locale;

/** Whether a topic needs a second person before something is published, and who is exempt. */
public enum FourEyes {
    /** Whoever may publish does. */
    OFF,
    /** Editors need a reviewer; reviewers may publish and approve what they wrote themselves. */
    EXCEPT_REVIEWERS,
    /** As before, but only administrators are exempt. */
    EXCEPT_ADMINS,
    /** Nobody publishes or approves what they wrote themselves. */
    ALWAYS;

    /** Whether a person of this role may put their own work onto the board without anybody else. */
    boolean letsAlone(Role role) {
        return switch (this) {
            case OFF -> true;
            case EXCEPT_REVIEWERS -> role.compareTo(Role.REVIEWER) >= 0;
            case EXCEPT_ADMINS -> role.compareTo(Role.ADMIN) >= 0;
            case ALWAYS -> false;
        };
    }

    /** The word used in the store and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FourEyes of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
