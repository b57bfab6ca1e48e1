package io.raceboard.ledger;

import io.raceboard.catalog.Period;
import io.raceboard.ledger.Fault.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What saving a batch comes to, given what the store holds.
 *
 * @param records to insert or update, in the order in which they can be written
 * @param values to insert, superseding what is current
 * @param unchanged how many records and values the store holds already
 * @param faults if there are any, nothing may be written
 */
record Plan(List<RecordWrite> records, List<ValueWrite> values, int unchanged, List<Fault> faults) {

    /** A catalogue record or event; before is null for a new one. */
    record RecordWrite(Shelf<?> shelf, int index, String key, Map<String, @Nullable Object> body,
            @Nullable Stored before) {

        int revision() {
            return before == null ? 1 : before.revision() + 1;
        }
    }

    /** A value; before is null for a new one. */
    record ValueWrite(ObservationDraft draft, int index, Period period, @Nullable Current before) {
    }

    /** Checks the whole batch and compares it with the store. */
    static Plan of(Batch batch, State state) {
        var faults = new Faults();
        var prospect = new Prospect(state, batch);
        new RecordChecks(state, prospect, faults).check(batch);
        new ValueChecks(state, prospect, faults).check(batch.observations());
        if (!faults.isEmpty()) {
            return new Plan(List.of(), List.of(), 0, faults.found());
        }
        var records = new ArrayList<RecordWrite>();
        int unchanged = 0;
        for (var shelf : Shelves.ALL) {
            unchanged += compare(shelf, batch, state, records);
        }
        var values = new ArrayList<ValueWrite>();
        for (int i = 0; i < batch.observations().size(); i++) {
            var draft = batch.observations().get(i);
            var current = state.values().get(draft.key());
            if (current != null && current.says(draft)) {
                unchanged++;
            } else {
                values.add(new ValueWrite(draft, i, Period.parse(draft.period()), current));
            }
        }
        return new Plan(records, values, unchanged, List.of());
    }

    private static <T> int compare(Shelf<T> shelf, Batch batch, State state, List<RecordWrite> writes) {
        int unchanged = 0;
        var done = new HashSet<String>();
        var drafts = shelf.drafts().apply(batch);
        for (int i = 0; i < drafts.size(); i++) {
            var body = shelf.body(drafts.get(i));
            var key = shelf.key(body);
            var before = state.record(shelf.kind(), key);
            if (!done.add(key)) {
                continue;
            }
            if (before != null && before.body().equals(body)) {
                unchanged++;
            } else {
                writes.add(new RecordWrite(shelf, i, key, body, before));
            }
        }
        return unchanged;
    }

    /** What of this plan would silently replace something that was saved since {@code seen} was read. */
    Plan refusingWhatChangedSince(State seen) {
        var clashes = new Faults();
        for (var write : records) {
            if (!Objects.equals(write.before(), seen.record(write.shelf().kind(), write.key()))) {
                clash(clashes.at(write.shelf().kind(), write.index(), write.key()),
                        write.shelf().columns().getFirst().name(), write.key());
            }
        }
        for (var write : values) {
            if (!Objects.equals(write.before(), seen.values().get(write.draft().key()))) {
                clash(clashes.at(Kind.OBSERVATION, write.index(), write.draft().key()), "value", write.draft().key());
            }
        }
        return clashes.isEmpty() ? this : new Plan(List.of(), List.of(), 0, clashes.found());
    }

    private static void clash(Faults.At at, String field, String key) {
        at.add(field, "changed-meanwhile", key, "somebody else has saved %s at the same time; look at it again"
                .formatted(key));
    }

    boolean nothingToWrite() {
        return records.isEmpty() && values.isEmpty();
    }

    Outcome outcome(OptionalLong change) {
        var before = Stream.concat(records.stream().map(RecordWrite::before), values.stream().map(ValueWrite::before));
        int all = records.size() + values.size();
        int changed = (int) before.filter(Objects::nonNull).count();
        return new Outcome(change, all - changed, changed, unchanged, faults);
    }

    /** Slugs of the indicators whose values, series or own record are written. */
    Set<String> indicators() {
        var ofRecords = records.stream()
                .filter(w -> w.shelf().kind() == Kind.INDICATOR || w.shelf().kind() == Kind.SERIES)
                .map(w -> w.shelf().kind() == Kind.INDICATOR ? w.key() : (String) w.body().get("indicator"));
        var ofValues = values.stream().map(w -> w.draft().indicator());
        return Stream.concat(ofRecords, ofValues).collect(Collectors.toSet());
    }

    boolean touchesCatalog() {
        return records.stream().anyMatch(w -> w.shelf().kind() != Kind.EVENT);
    }

    boolean touchesEvents() {
        return records.stream().anyMatch(w -> w.shelf().kind() == Kind.EVENT);
    }
}
