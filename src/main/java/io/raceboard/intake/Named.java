package io.raceboard.intake;

import io.raceboard.catalog.Label;

/** A record to choose. */
record Named(String slug, Label title) {
}
