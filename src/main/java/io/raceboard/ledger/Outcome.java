package io.raceboard.ledger;

import java.util.List;
import java.util.OptionalLong;

/**
 * What became of a batch. With faults nothing was written; without faults and without a change everything was in the
 * store already.
 *
 * @param changeId the change that was written
 * @param added records that were not in the store before
 * @param changed records that replaced an earlier version
 * @param unchanged records that were in the store already, exactly so
 * @param faults why the batch was refused; all of them
 * @param surprises values that may be right but do not look it
 */
public record Outcome(OptionalLong changeId, int added, int changed, int unchanged, List<Fault> faults,
        List<Fault> surprises) {

    public Outcome {
        faults = List.copyOf(faults);
        surprises = List.copyOf(surprises);
    }

    /** Whether nothing of the batch was written because of faults. */
    public boolean refused() {
        return !faults.isEmpty();
    }
}
