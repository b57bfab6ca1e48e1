package io.raceboard.review;

import io.raceboard.ledger.Fault;
import io.raceboard.ledger.Outcome;
import java.util.List;

/** What became of what somebody submitted. */
public sealed interface Submission {

    /** It is on the board, as this change. */
    record Published(long changeId, Outcome outcome) implements Submission {
    }

    /** The board says just this already; nothing was written. */
    record Unchanged(Outcome outcome) implements Submission {
    }

    /**
     * It was kept as a proposal.
     *
     * @param faults what must still be put right before it can go to a reviewer; only drafts may have any
     */
    record Proposed(long proposalId, ProposalState state, List<Fault> faults) implements Submission {
    }

    /** Nothing was kept; this must be put right first. */
    record Refused(List<Fault> faults) implements Submission {
    }

    /** Nothing was kept; it can be true but is surprising, so somebody must say why it is right. */
    record NeedsReason(List<Fault> surprises) implements Submission {
    }

    /** Nothing was kept; this person may not do that. */
    record NotAllowed(Obstacle obstacle) implements Submission {
    }
}
