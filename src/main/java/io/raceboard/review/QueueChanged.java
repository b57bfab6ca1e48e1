package io.raceboard.review;

/** Told after a proposal was added or something was done to it; carries nothing of what is in it. */
record QueueChanged(long proposalId) {
}
