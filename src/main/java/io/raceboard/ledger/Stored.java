package io.raceboard.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue record as it lies in the store.
 *
 * @param id 0 where the table has none
 * @param body by column name of the data set's files
 */
record Stored(long id, int revision, Map<String, @Nullable Object> body) {
}
