package io.raceboard.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recorded version of a catalogue entry or event.
 *
 * @param number from 1
 * @param key as it was called then
 * @param body by column name of the data set's files; what it refers to by the slugs of today
 */
public record Revision(int number, String key, Map<String, @Nullable Object> body, PastChange change) {
}
