package io.raceboard.ledger;

import io.raceboard.catalog.Label;
import org.jspecify.annotations.Nullable;

/**
 * A proposed series: slugs of its indicator, entity and estimator.
 *
 * @param preference 1 for the estimator drawn by default among those of the same entity
 * @param title only where entity and estimator do not say enough
 */
public record SeriesDraft(String indicator, String entity, String estimator, int preference, @Nullable Label title) {
}
