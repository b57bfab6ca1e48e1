package io.raceboard.ledger;

import io.raceboard.ledger.Verdict.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to write. A batch is written whole or not at all, as one change, in a transaction of its own; nothing
 * is overwritten: a changed value becomes a new vintage, a changed record a new revision. Saves take turns, across all
 * nodes, so a larger change id always means a later change.
 */
@Service
public class Ledger {

    private final StateQueries states;
    private final Writer writer;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;
    /** Waiting here costs no connection, and keeps announcements in the order of changes. */
    private final ReentrantLock turn = new ReentrantLock(true);

    Ledger(StateQueries states, Writer writer, ApplicationEventPublisher events, Clock clock,
            PlatformTransactionManager transactions) {
        this.states = states;
        this.writer = writer;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether nothing was ever saved. */
    public boolean isEmpty() {
        return states.lastChange().id() == 0;
    }

    /**
     * Everything that {@link #save} would refuse the batch for.
     *
     * @return empty when it would be saved, or is in the store already
     */
    public List<Fault> check(Batch batch) {
        return Plan.of(batch, states.read(batch)).faults();
    }

    /**
     * What saving the batch would come to, value by value; nothing is written and nothing is kept, however many values
     * and faults there are.
     *
     * @param each is told of each value, in their order
     * @return what is wrong with the other records of the batch
     */
    public List<Fault> survey(Batch batch, Consumer<Verdict> each) {
        var state = states.read(batch);
        var prospect = new Prospect(state, batch);
        var faults = new Faults();
        new RecordChecks(state, prospect, faults).check(batch);
        var ofRecords = faults.drain();
        var checks = new ValueChecks(state, prospect, faults);
        for (int index = 0; index < batch.observations().size(); index++) {
            var draft = batch.observations().get(index);
            checks.check(index, draft);
            var current = state.values().get(draft.key());
            var wrong = faults.drain();
            each.accept(new Verdict(index, !wrong.isEmpty() ? Standing.REFUSED
                    : current == null ? Standing.NEW
                    : current.says(draft) ? Standing.UNCHANGED : Standing.CHANGED, Verdict.Before.of(current), wrong));
        }
        return ofRecords;
    }

    /**
     * Saves the batch, or nothing of it if there is any fault in it. What the store holds already is left as it is;
     * when that is all of the batch, no change is written. Afterwards everybody is told by {@link ChangeSaved}. A batch
     * that would replace something saved by somebody else while it was being checked is refused with the code
     * {@code changed-meanwhile}.
     *
     * @param act who saves it, and why
     * @return what became of it, with all faults
     */
    public Outcome save(Batch batch, Act act) {
        var seen = states.read(batch);
        var plan = Plan.of(batch, seen);
        if (plan.nothingToWrite()) {
            return plan.outcome(OptionalLong.empty());
        }
        turn.lock();
        try {
            return transaction.execute(status -> write(batch, act, seen, plan));
        } catch (DuplicateKeyException | OptimisticLockingFailureException writtenPastTheLedger) {
            var clash = Plan.of(batch, states.read(batch)).refusingWhatChangedSince(seen);
            if (clash.faults().isEmpty()) {
                throw writtenPastTheLedger;
            }
            return clash.outcome(OptionalLong.empty());
        } finally {
            turn.unlock();
        }
    }

    private Outcome write(Batch batch, Act act, State seen, Plan plan) {
        writer.takeTurn();
        var last = states.lastChange();
        var now = seen;
        if (last.id() != seen.last().id()) {
            now = states.read(batch);
            plan = Plan.of(batch, now).refusingWhatChangedSince(seen);
            if (plan.nothingToWrite()) {
                return plan.outcome(OptionalLong.empty());
            }
        }
        var at = later(last.at());
        long change = writer.write(plan, now, act, at);
        events.publishEvent(
                new ChangeSaved(change, at, plan.indicators(), plan.touchesCatalog(), plan.touchesEvents()));
        return plan.outcome(OptionalLong.of(change));
    }

    /** Now, in the precision of the store, and after the last change even where the clock was put back. */
    private Instant later(Instant last) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }
}
