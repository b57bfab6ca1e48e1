package io.raceboard.history;

import org.jspecify.annotations.Nullable;

/**
 * A value that a change wrote.
 *
 * @param before what stood there; null where nothing did
 * @param written what the change wrote
 * @param now what stands there today: {@code written} itself, or what others have written since
 */
public record TouchedValue(PointKey point, @Nullable Vintage before, Vintage written, Vintage now) {

    /** Whether somebody has changed it since. */
    public boolean changedSince() {
        return now.number() != written.number();
    }

    /** Whether it says today what it said before the change. */
    public boolean isBack() {
        return before == null ? now.withdrawn() : before.saysAs(now);
    }
}
