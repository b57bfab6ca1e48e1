package io.raceboard.intake;

import io.raceboard.ledger.Fault;
import io.raceboard.review.Obstacle;
import java.util.Optional;

/**
 * What became of a file that was to be taken in.
 *
 * @param id of the change or the proposal; 0 for none
 * @param fault the first reason why it was refused
 * @param obstacle why the person may not do it
 */
record Became(What what, long id, int added, int changed, Optional<Fault> fault, Optional<Obstacle> obstacle) {

    enum What {
        /** It is on the board. */
        PUBLISHED,
        /** The board said just this already. */
        UNCHANGED,
        /** It waits for a reviewer. */
        PROPOSED,
        /** Somebody changed the same values meanwhile; nothing was written. */
        REFUSED,
        /** It is surprising and needs a reason; nothing was written. */
        NEEDS_REASON,
        /** The person may not do that; nothing was written. */
        NOT_ALLOWED;

        boolean isDone() {
            return this == PUBLISHED || this == UNCHANGED || this == PROPOSED;
        }
    }

    static Became of(What what) {
        return new Became(what, 0, 0, 0, Optional.empty(), Optional.empty());
    }
}
