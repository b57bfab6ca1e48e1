package io.raceboard.review;

import org.jspecify.annotations.Nullable;

/**
 * Which proposals are listed.
 *
 * @param state null for all
 * @param author id of a person, null for everybody's
 * @param topic slug, {@code *} for what all topics share; null for all
 * @param text part of a record's name, of the author's name or of the reason; empty for all
 */
record ProposalFilter(@Nullable ProposalState state, @Nullable Long author, @Nullable String topic, String text) {
}
