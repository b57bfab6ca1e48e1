package io.raceboard.history;

import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Bodies;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.Outcome;
import io.raceboard.ledger.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes a whole change back as one step: values and records get back what they said before it, values that it added are
 * withdrawn. Not where somebody has changed any of it since: then nothing is written, and the differences are told.
 */
@Service
public class Undo {

    private static final int AT_ONCE = 20_000;

    private final HistoryQueries history;
    private final Ledger ledger;

    Undo(HistoryQueries history, Ledger ledger) {
        this.history = history;
        this.ledger = ledger;
    }

    /** What undoing the change would do; empty where there is no such change. */
    public Optional<UndoPlan> plan(long change) {
        return history.change(change).map(this::plan);
    }

    private UndoPlan plan(PastChange change) {
        var drafts = new ArrayList<ObservationDraft>();
        var valueClashes = new ArrayList<TouchedValue>();
        for (int from = 0; from < change.values(); from += AT_ONCE) {
            for (var value : history.values(change.id(), from, AT_ONCE)) {
                if (value.isBack()) {
                    continue;
                }
                if (value.changedSince()) {
                    valueClashes.add(value);
                } else {
                    drafts.add(back(value));
                }
            }
        }
        var records = Batch.EMPTY;
        var seen = new HashMap<RecordKey, Integer>();
        var kept = new ArrayList<TouchedRecord>();
        var recordClashes = new ArrayList<TouchedRecord>();
        var touched = history.records(change.id(), 0, Integer.MAX_VALUE);
        boolean renamed = change.kind().equals(Act.Kind.RENAME.code());
        for (var record : touched) {
            if (record.isNew()) {
                kept.add(record);
            } else if (record.changedSince() && !record.isBack()) {
                recordClashes.add(record);
            } else if (!record.isBack() && !renamed) {
                records = records.and(Bodies.batch(record.key().kind(), record.before()));
                seen.put(record.key(), record.nowNumber());
            }
        }
        var batch = records.and(Batch.values(drafts)).seen(seen);
        var rename = renamed ? touched.getFirst() : null;
        return new UndoPlan(change, batch, drafts.size(), seen.size(), kept, valueClashes, recordClashes, rename,
                obstacle(change, drafts.isEmpty() && seen.isEmpty() && valueClashes.isEmpty()
                        && recordClashes.isEmpty(), rename));
    }

    private static Optional<String> obstacle(PastChange change, boolean nothing, @Nullable TouchedRecord rename) {
        if (change.kind().equals(Act.Kind.MERGE.code())) {
            return Optional.of("merge");
        }
        return nothing && (rename == null || rename.isBack()) ? Optional.of("nothing") : Optional.empty();
    }

    private static ObservationDraft back(TouchedValue value) {
        return value.before() == null ? value.written().withdrawal(value.point())
                : value.before().draft(value.point(), value.written().number());
    }

    /**
     * Undoes the change, or nothing of it.
     *
     * @param reason why
     * @return refused with {@code changed-meanwhile} for everything that was changed since
     */
    public Outcome apply(long change, String actor, String origin, @Nullable String reason) {
        var plan = plan(change).orElseThrow(() -> new IllegalArgumentException("There is no change " + change));
        var act = new Act(Act.Kind.UNDO, actor, origin, reason);
        if (!plan.isPossible()) {
            return new Outcome(OptionalLong.empty(), 0, 0, 0, faults(plan), List.of());
        }
        if (plan.rename() instanceof TouchedRecord renamed) {
            var column = Bodies.columns(renamed.key().kind()).getFirst();
            return ledger.rename(renamed.key(), renamed.nowNumber(), (String) renamed.before().get(column), act);
        }
        return ledger.save(plan.batch(), act);
    }

    private static List<Fault> faults(UndoPlan plan) {
        var faults = new ArrayList<Fault>();
        for (var clash : plan.valueClashes()) {
            var now = clash.now().amount();
            faults.add(new Fault(Kind.OBSERVATION, faults.size(), clash.point().toString(), "value",
                    "changed-meanwhile", now == null ? null : now.toPlainString(),
                    "somebody has changed %s since; look at it".formatted(clash.point()),
                    new Fault.Clash(clash.written().number(), clash.now().number())));
        }
        for (var clash : plan.recordClashes()) {
            faults.add(new Fault(clash.key().kind(), faults.size(), clash.key().key(),
                    Bodies.columns(clash.key().kind()).getFirst(), "changed-meanwhile", clash.key().key(),
                    "somebody has changed %s since; look at it".formatted(clash.key().key()),
                    new Fault.Clash(clash.writtenNumber(), clash.nowNumber())));
        }
        plan.obstacle().ifPresent(why -> faults.add(new Fault(Kind.OBSERVATION, 0, "change " + plan.change().id(),
                "change", "not-undoable", why, "change %d cannot be undone: %s".formatted(plan.change().id(),
                        why.equals("merge") ? "two sources were made one" : "all is as it was before"), null)));
        return faults;
    }
}
