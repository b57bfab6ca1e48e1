package io.raceboard.history;

/** A vintage and the change that wrote it. */
public record PastVintage(Vintage vintage, PastChange change) {
}
