package io.raceboard.audit;

import java.util.Arrays;
import java.util.Locale;

/** What sort of act an entry tells of. */
public enum AuditKind {
    /** Somebody came in. */
    SIGN_IN,
    /** A wrong name or password. */
    SIGN_IN_FAILED,
    /** Too many wrong ones; told once a minute for each account and address. */
    SIGN_IN_SLOWED,
    SIGN_OUT,
    /** An account was made, renamed, got a new password or lost its sign-ins. */
    ACCOUNT,
    /** A role or right was given or taken, an account disabled or enabled. */
    RIGHTS,
    /** A one-time or display link was made, used or revoked. */
    LINK,
    /** Data were changed through a form. */
    CHANGE,
    /** Data came from a file. */
    IMPORT,
    /** Data or this log left as a file. */
    EXPORT,
    /** An earlier version, or a backup, was put back. */
    RESTORE,
    /** A proposal was made, accepted or sent back. */
    REVIEW,
    SETTING,
    BACKUP;

    /** The word used in the store and in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AuditKind of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst().orElseThrow();
    }
}
