package io.raceboard.catalog;

import java.util.Locale;

/** How often an indicator should change. */
public enum Cadence {
    DAY(1),
    WEEK(7),
    MONTH(31),
    QUARTER(92),
    YEAR(366),
    /** Comes when it comes: never overdue. */
    IRREGULAR(0),
    /** A single statement that nobody will repeat: never overdue. */
    ONCE(0);

    private final int days;

    Cadence(int days) {
        this.days = days;
    }

    /** Days between two values at the most; 0 where none is promised. */
    public int days() {
        return days;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Cadence of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
