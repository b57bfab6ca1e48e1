package io.raceboard.board;

import io.raceboard.catalog.Source;

/**
 * A source in the list of all sources.
 *
 * @param observations current values that rest on it
 * @param events policy events that name it
 */
public record SourceRow(Source source, int observations, int events) {
}
