package io.raceboard.ledger;

/** A catalogue record or event as people name it: a slug, or {@code solar/us/ember} for a series. */
public record RecordKey(Fault.Kind kind, String key) {
}
