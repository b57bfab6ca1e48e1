package io.raceboard.ledger;

import io.raceboard.ledger.Fault.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Proposed records as those see them who compare: part by part, named like the columns of the data set's files. */
public final class Bodies {

    /** The parts of a value that can change, besides {@code withdrawn}. */
    public static final List<String> VALUE_PARTS =
            List.of("value", "low", "high", "status", "partial", "withdrawn", "source", "note");

    private Bodies() {
    }

    /** All drafts of this kind in the batch, in its order. */
    public static List<?> drafts(Batch batch, Kind kind) {
        return kind == Kind.OBSERVATION ? batch.observations() : shelf(kind).drafts().apply(batch);
    }

    /** What people call the record, for example {@code capacity-additions-solar/cn/nea/2025}. */
    @SuppressWarnings("unchecked")
    public static String key(Kind kind, Object draft) {
        if (draft instanceof ObservationDraft value) {
            return value.key();
        }
        var shelf = (Shelf<Object>) shelf(kind);
        return shelf.key(shelf.body(draft));
    }

    /** The parts of the record. */
    @SuppressWarnings("unchecked")
    public static SequencedMap<String, @Nullable Object> body(Kind kind, Object draft) {
        if (draft instanceof ObservationDraft v) {
            var body = new LinkedHashMap<String, @Nullable Object>();
            body.put("value", v.amount());
            body.put("low", v.low());
            body.put("high", v.high());
            body.put("status", v.status());
            body.put("partial", v.partial());
            body.put("withdrawn", v.withdrawn());
            body.put("source", v.source());
            body.put("note", Current.blankToNull(v.note()));
            return body;
        }
        return ((Shelf<Object>) shelf(kind)).body(draft);
    }

    /** The name of the kind in the table of revisions; values have none there. */
    public static String recordType(Kind kind) {
        return shelf(kind).recordType();
    }

    private static Shelf<?> shelf(Kind kind) {
        return Shelves.ALL.stream().filter(s -> s.kind() == kind).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a catalogue record: " + kind));
    }
}
