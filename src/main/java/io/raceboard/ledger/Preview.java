package io.raceboard.ledger;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What saving a batch would do; nothing of it was done.
 *
 * @param added records and values that are not in the store
 * @param changed records and values that would replace an earlier version
 * @param unchanged records and values that are in the store already, exactly so
 * @param records all records that are new or changed
 * @param values all values that are new or changed
 * @param faults why the batch would be refused; with any, records and values are empty
 * @param surprises values that may be right but do not look it: they need a reason
 */
public record Preview(int added, int changed, int unchanged, List<RecordChange> records, List<ValueChange> values,
        List<Fault> faults, List<Fault> surprises) {

    /**
     * A catalogue record or event.
     *
     * @param index its place in its list of the batch
     * @param revision the one in the store, 0 for none
     * @param before by column name of the data set's files, as in the store; empty for none
     * @param after likewise, as in the batch
     */
    public record RecordChange(RecordKey key, int index, int revision, Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
    }

    /**
     * A value.
     *
     * @param index its place in the batch's list of values
     * @param before the current vintage; null for none
     */
    public record ValueChange(int index, ObservationDraft draft, @Nullable Current before) {
    }
}
