package io.raceboard.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds of all that a batch bears on.
 *
 * @param batch with the slugs of today
 * @param last the newest change when reading began
 * @param records by kind and key
 * @param values current vintages by key: of the series in the batch, from well before its periods to well after them
 * @param indicatorsWithValues slugs; only looked up when the batch holds indicators or units
 */
record State(Batch batch, LastChange last, Aliases aliases, Map<Fault.Kind, Map<String, Stored>> records,
        Map<String, Current> values, Set<String> indicatorsWithValues) {

    record LastChange(long id, Instant at) {
    }

    @Nullable Stored record(Fault.Kind kind, String key) {
        return records.getOrDefault(kind, Map.of()).get(key);
    }

    /** The same with these records instead. */
    State with(State others) {
        return new State(batch, last, aliases, others.records, values, indicatorsWithValues);
    }

    /** The revision of a record in the store; 0 for none. */
    int revision(Fault.Kind kind, String key) {
        return record(kind, key) instanceof Stored stored ? stored.revision() : 0;
    }
}
