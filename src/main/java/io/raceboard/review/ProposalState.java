package io.raceboard.review;

import java.util.Locale;

/** Where a proposal stands. */
public enum ProposalState {
    /** The author is still at it. */
    DRAFT,
    /** A reviewer has to look. */
    WAITING,
    /** A reviewer wants something changed. */
    SENT_BACK,
    /** All of it is on the board. */
    ACCEPTED,
    /** Some of it is on the board, the rest was refused. */
    ACCEPTED_IN_PART,
    /** None of it will be on the board. */
    DISCARDED;

    /** Whether anything can still be done with it. */
    public boolean isOpen() {
        return this == DRAFT || this == WAITING || this == SENT_BACK;
    }

    /** The word used in the store and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProposalState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
