package io.raceboard.review;

import io.raceboard.ledger.Fault;
import org.jspecify.annotations.Nullable;

/** What people say about what they enter: reasons and comments. */
final class Said {

    /** Characters at the most. */
    static final int MOST = 2000;

    private Said() {
    }

    /** Null for nothing; without what no store can hold. */
    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().replace('\0', ' ');
    }

    static Fault tooLong(String field) {
        return new Fault(Fault.Kind.OBSERVATION, 0, "", field, "too-long", null,
                "%s must have at most %d characters".formatted(field, MOST), null);
    }
}
