package io.raceboard.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that one change wrote, in words that mean the same in every store: from the contents of all changes in their order
 * a store can be made anew.
 *
 * @param move the slug that it replaced; null for most changes
 */
public record ChangeContent(long id, Act act, Instant at, @Nullable Move move, List<WrittenRecord> records,
        List<WrittenValue> values) {

    /** @param merged whether the old slug's record was a duplicate of the other */
    public record Move(Fault.Kind kind, String from, String to, boolean merged) {
    }

    /** @param body by column name of the data set's files */
    public record WrittenRecord(Fault.Kind kind, String key, int revision, Map<String, @Nullable Object> body) {
    }

    /** Parts as in {@link ObservationDraft}. */
    public record WrittenValue(String indicator, String entity, String estimator, String period,
            @Nullable BigDecimal amount, @Nullable BigDecimal low, @Nullable BigDecimal high, String status,
            boolean partial, boolean withdrawn, String source, @Nullable String note, int vintage) {

        static WrittenValue of(Plan.ValueWrite write) {
            var d = write.draft();
            return new WrittenValue(d.indicator(), d.entity(), d.estimator(), d.period(), d.amount(), d.low(), d.high(),
                    d.status(), d.partial(), d.withdrawn(), d.source(), Current.blankToNull(d.note()),
                    write.vintage());
        }

        ObservationDraft draft() {
            return new ObservationDraft(indicator, entity, estimator, period, amount, low, high, status, partial,
                    withdrawn, source, note, null);
        }
    }

    static List<WrittenRecord> records(Plan plan) {
        return plan.records().stream().map(w -> new WrittenRecord(w.shelf().kind(), w.key(), w.revision(), w.body()))
                .toList();
    }

    static List<WrittenValue> values(Plan plan) {
        return plan.values().stream().map(WrittenValue::of).toList();
    }
}
