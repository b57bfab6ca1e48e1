package io.raceboard.review;

/** What somebody wants to become of what they entered. */
public enum Wish {
    /** Keep it where readers do not see it; it may still be incomplete. */
    KEEP_DRAFT,
    /** Put it before a reviewer. */
    ASK_REVIEW,
    /** Onto the board at once. */
    PUBLISH
}
