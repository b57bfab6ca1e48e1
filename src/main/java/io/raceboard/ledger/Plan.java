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

        /** Whether the store holds just this. */
        boolean changesNothing() {
            return before != null && before.says(draft);
        }

        int vintage() {
            return before == null ? 1 : before.vintage() + 1;
        }
    }

    /** The value of this draft, which has no faults. */
    static ValueWrite write(int index, ObservationDraft draft, State state) {
        return new ValueWrite(draft, index, Period.parse(draft.period()), state.values().get(draft.key()));
    }

    /** Checks the whole batch and compares it with the store. */
    static Plan of(State state) {
        var batch = state.batch();
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
            var write = write(i, batch.observations().get(i), state);
            if (write.changesNothing()) {
                unchanged++;
            } else {
                values.add(write);
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
            var then = seen.record(write.shelf().kind(), write.key());
            if (!Objects.equals(write.before(), then)) {
                clashes.at(write.shelf().kind(), write.index(), write.key()).changedMeanwhile(
                        write.shelf().columns().getFirst().name(), write.key(), then == null ? 0 : then.revision(),
                        write.before() == null ? 0 : write.before().revision());
            }
        }
        for (var write : values) {
            var then = seen.values().get(write.draft().key());
            if (!Objects.equals(write.before(), then)) {
                clashes.at(Kind.OBSERVATION, write.index(), write.draft().key()).changedMeanwhile("value",
                        write.before() == null ? null : write.before().amountText(),
                        then == null ? 0 : then.vintage(), write.before() == null ? 0 : write.before().vintage());
            }
        }
        return clashes.isEmpty() ? this : new Plan(List.of(), List.of(), 0, clashes.found());
    }

    boolean nothingToWrite() {
        return records.isEmpty() && values.isEmpty();
    }

    /** The same, refused because of this fault. */
    Plan refusedFor(Fault fault) {
        return new Plan(List.of(), List.of(), 0, List.of(fault));
    }

    Preview preview(List<Fault> surprises) {
        var counts = outcome(OptionalLong.empty(), surprises);
        return new Preview(counts.added(), counts.changed(), counts.unchanged(),
                records.stream().map(w -> new Preview.RecordChange(new RecordKey(w.shelf().kind(), w.key()), w.index(),
                        w.before() == null ? 0 : w.before().revision(),
                        w.before() == null ? Map.of() : w.before().body(), w.body())).toList(),
                values.stream().map(w -> new Preview.ValueChange(w.index(), w.draft(), w.before())).toList(),
                faults, surprises);
    }

    Outcome outcome(OptionalLong change, List<Fault> surprises) {
        var before = Stream.concat(records.stream().map(RecordWrite::before), values.stream().map(ValueWrite::before));
        int all = records.size() + values.size();
        int changed = (int) before.filter(Objects::nonNull).count();
        return new Outcome(change, all - changed, changed, unchanged, faults, surprises);
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
