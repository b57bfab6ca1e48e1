package io.raceboard.review;

import io.raceboard.ledger.Fault;
import java.util.List;
import java.util.OptionalLong;

/** What became of something that somebody did to a proposal. */
public sealed interface Decision {

    /**
     * It was done.
     *
     * @param proposal as it is now
     * @param changeId what it wrote onto the board, if anything
     */
    record Done(Proposal proposal, OptionalLong changeId) implements Decision {
    }

    /** Nothing was done: this is wrong with it. */
    record Refused(List<Fault> faults) implements Decision {
    }

    /** Nothing was done: this person may not, or not now. */
    record NotAllowed(Obstacle obstacle) implements Decision {
    }

    /** Nothing was done: somebody else was faster; look at what it is now. */
    record Stale(Proposal now) implements Decision {
    }
}
