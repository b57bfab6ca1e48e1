package io.raceboard.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, from where and why. Kept with every row that the act writes.
 *
 * @param actor the person or program that answers for it, at most 120 characters
 * @param origin the file, form or address it came from, at most 200 characters
 * @param reason in the actor's own words, at most 2,000 characters; null where none was given
 */
public record Act(Kind kind, String actor, String origin, @Nullable String reason) {

    /** In the actor of what a second person accepted, between both names. */
    public static final String REVIEWED_BY = ", reviewed by ";

    public Act {
        check("actor", actor, 120);
        check("origin", origin, 200);
        check("reason", reason == null ? "none" : reason, 2000);
    }

    /** The same as an act of another kind. */
    public Act as(Kind other) {
        return new Act(other, actor, origin, reason);
    }

    private static void check(String part, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException("%s must have 1 to %d characters: %s".formatted(part, most, text));
        }
    }

    public enum Kind {
        /** The data set that comes with the program. */
        BUNDLED,
        /** A file of a user. */
        IMPORT,
        /** A form. */
        EDIT,
        /** An earlier version put back. */
        RESTORE,
        /** Values taken back. */
        WITHDRAW,
        /** A test change that shows live updates. */
        DEMO,
        /** A whole change taken back. */
        UNDO,
        /** Two records of the same thing made one. */
        MERGE,
        /** A record under another slug. */
        RENAME;

        /** Whether a surprising value needs a reason: not where it was the store's own before. */
        boolean mustExplain() {
            return this == EDIT || this == IMPORT;
        }

        /** The kind with this word in the store. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** The word used in the store. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
