package io.raceboard.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said or done about a proposal.
 *
 * @param deed the end of its message key {@code review.deed...}
 */
record ProposalComment(String person, String deed, @Nullable String said, Instant at) {
}
