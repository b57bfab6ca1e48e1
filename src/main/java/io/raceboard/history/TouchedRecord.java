package io.raceboard.history;

import io.raceboard.ledger.RecordKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue entry or event that a change wrote; bodies by column name, with slugs of today.
 *
 * @param key as it is called today
 * @param before empty where there was none
 * @param nowNumber the revision of today
 */
public record TouchedRecord(RecordKey key, int writtenNumber, Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> written, int nowNumber, Map<String, @Nullable Object> now) {

    public boolean isNew() {
        return before.isEmpty();
    }

    /** Whether somebody has changed it since. */
    public boolean changedSince() {
        return nowNumber != writtenNumber;
    }

    /** Whether it says today what it said before the change. */
    public boolean isBack() {
        return before.equals(now);
    }
}
