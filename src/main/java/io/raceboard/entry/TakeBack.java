package io.raceboard.entry;

import io.raceboard.catalog.Period;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.ObservationDraft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to take a save back as one change: what was there before is written again, what was new is withdrawn. Every value
 * carries the vintage that the save made, so what somebody has changed since is refused and not overwritten.
 *
 * @param change the one that is taken back
 * @param what says what was saved, for the message
 */
record TakeBack(long change, String what, Batch batch) {

    /** @param before by period: what the store held when the values were saved */
    static TakeBack of(long change, String what, List<ObservationDraft> saved, Map<Period, Point> before) {
        return new TakeBack(change, what, Batch.values(saved.stream()
                .map(draft -> back(draft, before.get(Period.parse(draft.period())))).toList()));
    }

    private static ObservationDraft back(ObservationDraft saved, @Nullable Point before) {
        int written = (before == null ? 0 : before.vintage()) + 1;
        return before == null || before.withdrawn()
                ? new ObservationDraft(saved.indicator(), saved.entity(), saved.estimator(), saved.period(), null, null,
                        null, saved.status(), saved.partial(), true, before == null ? saved.source() : before.source(),
                        before == null ? saved.note() : before.note(), written)
                : new ObservationDraft(saved.indicator(), saved.entity(), saved.estimator(), saved.period(),
                        before.amount(), before.low(), before.high(), before.status().code(), before.partial(), false,
                        before.source(), before.note(), written);
    }
}
