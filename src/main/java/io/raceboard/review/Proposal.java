package io.raceboard.review;

import io.raceboard.access.Person;
import io.raceboard.ledger.Act;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Records that somebody wants on the board and that a reviewer has to accept.
 *
 * @param author the name that others see, as it was then
 * @param actor the author's name in changes and in the log
 * @param kind what saving it would be
 * @param origin the form or file it came from
 * @param version of the proposal itself: every decision and edit carries the one it looked at
 * @param items how many records and values it has
 * @param open how many of them nobody has decided on
 * @param first what people call its first record
 * @param decidedBy the reviewer who decided last, or null
 */
public record Proposal(long id, long authorId, String author, String actor, Act.Kind kind, String origin, @Nullable String reason,
        ProposalState state, int version, int items, int open, String first, Instant createdAt, Instant changedAt,
        @Nullable String decidedBy, @Nullable Instant decidedAt) {

    /** Whether this person wrote it. */
    public boolean isBy(Person person) {
        return person.id() == authorId;
    }
}
