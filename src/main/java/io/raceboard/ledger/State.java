package io.raceboard.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds of all that a batch bears on.
 *
 * @param last the newest change when reading began
 * @param records by kind and key
 * @param values current vintages by key, of the indicators in the batch
 * @param indicatorsWithValues slugs; only looked up when the batch holds indicators or units
 */
record State(LastChange last, Map<Fault.Kind, Map<String, Stored>> records, Map<String, Current> values,
        Set<String> indicatorsWithValues) {

    record LastChange(long id, Instant at) {
    }

    @Nullable Stored record(Fault.Kind kind, String key) {
        return records.getOrDefault(kind, Map.of()).get(key);
    }
}
