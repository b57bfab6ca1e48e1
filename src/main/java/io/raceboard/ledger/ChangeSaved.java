package io.raceboard.ledger;

import java.time.Instant;
import java.util.Set;

/**
 * Told to everyone after a change is in the store; listen with {@code @TransactionalEventListener}. Changes are
 * announced in the order of their ids.
 *
 * @param changeId the new change; the version of everything it touched
 * @param at when it was recorded
 * @param indicators slugs of the indicators whose values, series or own entry it touched
 * @param catalog whether it touched any catalogue entry: topic, unit, estimator, source, entity, indicator, series
 * @param events whether it touched any policy event
 * @param act who saved it, from where and why
 */
public record ChangeSaved(long changeId, Instant at, Set<String> indicators, boolean catalog, boolean events,
        Act act) {

    public ChangeSaved {
        indicators = Set.copyOf(indicators);
    }

    /** Whether catalogue entries may have other slugs since. */
    public boolean movesSlugs() {
        return catalog && switch (act.kind()) {
            case RENAME, MERGE, UNDO -> true;
            default -> false;
        };
    }
}
