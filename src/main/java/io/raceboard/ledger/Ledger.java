package io.raceboard.ledger;

import io.raceboard.ledger.Verdict.Standing;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
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
    private final Renames renames;
    private final ObjectProvider<ChangeWitness> witnesses;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;
    /** Waiting here costs no connection, and keeps announcements in the order of changes. */
    private final ReentrantLock turn = new ReentrantLock(true);

    Ledger(StateQueries states, Writer writer, Renames renames, ObjectProvider<ChangeWitness> witnesses,
            ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions) {
        this.states = states;
        this.writer = writer;
        this.renames = renames;
        this.witnesses = witnesses;
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
        return Plan.of(states.read(batch)).faults();
    }

    /**
     * Values that may be right but do not look it: whoever saves them by form or file must give a reason. Values with
     * faults are left out.
     */
    public List<Fault> surprises(Batch batch) {
        var state = states.read(batch);
        var faults = new Faults();
        var checks = new ValueChecks(state, new Prospect(state, state.batch()), faults);
        var writes = new ArrayList<Plan.ValueWrite>();
        for (int index = 0; index < state.batch().observations().size(); index++) {
            var draft = state.batch().observations().get(index);
            checks.check(index, draft);
            if (faults.drain().isEmpty()) {
                var write = Plan.write(index, draft, state);
                if (!write.changesNothing()) {
                    writes.add(write);
                }
            }
        }
        return surprises(writes, state);
    }

    /** What {@link #save} would do, record by record and value by value; nothing is written. */
    public Preview preview(Batch batch) {
        var state = states.read(batch);
        var plan = Plan.of(state);
        return plan.preview(surprises(plan.values(), state));
    }

    /**
     * What saving the batch would come to, value by value; nothing is written and nothing is kept, however many values
     * and faults there are.
     *
     * @param each is told of each value, in their order
     */
    public Survey survey(Batch batch, Consumer<Verdict> each) {
        var state = states.read(batch);
        var drafts = state.batch().observations();
        var prospect = new Prospect(state, state.batch());
        var faults = new Faults();
        new RecordChecks(state, prospect, faults).check(state.batch());
        var ofRecords = faults.drain();
        var checks = new ValueChecks(state, prospect, faults);
        var writes = new ArrayList<Plan.ValueWrite>();
        for (int index = 0; index < drafts.size(); index++) {
            var draft = drafts.get(index);
            checks.check(index, draft);
            var current = state.values().get(draft.key());
            var wrong = faults.drain();
            var standing = !wrong.isEmpty() ? Standing.REFUSED
                    : current == null ? Standing.NEW
                    : current.says(draft) ? Standing.UNCHANGED : Standing.CHANGED;
            if (standing == Standing.NEW || standing == Standing.CHANGED) {
                writes.add(Plan.write(index, draft, state));
            }
            each.accept(new Verdict(index, standing, Verdict.Before.of(current), wrong));
        }
        return new Survey(ofRecords, surprises(writes, state));
    }

    /**
     * Saves the batch, or nothing of it if there is any fault in it. What the store holds already is left as it is;
     * when that is all of the batch, no change is written. Afterwards everybody is told by {@link ChangeSaved}. A batch
     * that would replace something saved by somebody else while it was being checked is refused with the code
     * {@code changed-meanwhile}; one that takes values back, or has surprising ones, without a reason with
     * {@code reason-needed}.
     *
     * @param act who saves it, and why
     * @return what became of it, with all faults
     * @throws NotSaved when the store cannot be written
     */
    public Outcome save(Batch batch, Act act) {
        var seen = read(batch);
        var plan = Plan.of(seen);
        var surprises = surprises(plan.values(), seen);
        var wanted = explained(plan, surprises, act);
        if (wanted.nothingToWrite()) {
            return wanted.outcome(OptionalLong.empty(), surprises);
        }
        return inTurn(() -> write(batch, act, seen, wanted, surprises), () -> {
            var now = states.read(batch);
            var clash = Plan.of(now).refusingWhatChangedSince(seen);
            return clash.faults().isEmpty() ? null : clash.outcome(OptionalLong.empty(), surprises(clash.values(), now));
        });
    }

    /** A store that could not be written is closed by some engines, and opened again for the next who asks. */
    private State read(Batch batch) {
        try {
            return states.read(batch);
        } catch (DataAccessException closed) {
            throw new NotSaved(closed);
        }
    }

    /**
     * Gives a topic, source, entity, estimator, indicator or event another slug. The old one stays its own: addresses,
     * files and drafts that name it lead to the record, and no other record ever gets it.
     *
     * @param seen the revision that the writer started from
     * @return refused with a fault at {@code slug} when that cannot be
     */
    public Outcome rename(RecordKey record, int seen, String slug, Act act) {
        var as = act.kind() == Act.Kind.UNDO ? act : act.as(Act.Kind.RENAME);
        return inTurn(() -> move(at -> renames.rename(record, seen, slug, as, at), as), () -> null);
    }

    /**
     * Makes two sources one: current values and events that name the duplicate name the other one from now on, each as
     * a new vintage or revision. The duplicate's slug leads to the other source.
     *
     * @param duplicate slug
     * @param into slug
     * @param seen the revision of the duplicate that the writer started from
     */
    public Outcome mergeSources(String duplicate, String into, int seen, Act act) {
        var as = act.as(Act.Kind.MERGE);
        return inTurn(() -> move(at -> renames.merge(duplicate, into, seen, as, at), as), () -> null);
    }

    private Outcome move(Function<Instant, Renames.Moved> how, Act act) {
        writer.takeTurn();
        var last = states.lastChange();
        var at = later(last.at());
        var moved = how.apply(at);
        moved.outcome().changeId().ifPresent(change -> {
            witness(last, () -> new ChangeContent(change, act, at, moved.move(), ChangeContent.records(moved.plan()),
                    ChangeContent.values(moved.plan())));
            events.publishEvent(
                    new ChangeSaved(change, at, moved.indicators(), moved.catalog(), moved.events(), act));
        });
        return moved.outcome();
    }

    private void witness(State.LastChange last, Supplier<ChangeContent> change) {
        witnesses.ifAvailable(witness -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    witness.afterCompletion(status == STATUS_COMMITTED);
                }
            });
            witness.beforeCommit(change.get(), last.id());
        });
    }

    /** Does something while nobody saves on this node: whoever wants to waits. */
    public <T> T whileNobodySaves(Supplier<T> act) {
        turn.lock();
        try {
            return act.get();
        } finally {
            turn.unlock();
        }
    }

    /** One save at a time; what fails because somebody wrote past the ledger is looked at again. */
    private Outcome inTurn(Supplier<Outcome> write, Supplier<@Nullable Outcome> lookAgain) {
        turn.lock();
        try {
            return transaction.execute(status -> write.get());
        } catch (DuplicateKeyException | OptimisticLockingFailureException writtenPastTheLedger) {
            var clash = lookAgain.get();
            if (clash == null) {
                throw writtenPastTheLedger;
            }
            return clash;
        } catch (DataAccessException | TransactionException | UncheckedIOException full) {
            throw new NotSaved(full);
        } finally {
            turn.unlock();
        }
    }

    private Outcome write(Batch batch, Act act, State seen, Plan plan, List<Fault> surprises) {
        writer.takeTurn();
        var last = states.lastChange();
        var now = seen;
        if (last.id() != seen.last().id()) {
            now = states.read(batch);
            plan = Plan.of(now).refusingWhatChangedSince(seen);
            surprises = surprises(plan.values(), now);
            plan = explained(plan, surprises, act);
            if (plan.nothingToWrite()) {
                return plan.outcome(OptionalLong.empty(), surprises);
            }
        }
        var at = later(last.at());
        long change = writer.write(plan, now, act, at);
        var written = plan;
        witness(last, () -> new ChangeContent(change, act, at, null, ChangeContent.records(written),
                ChangeContent.values(written)));
        events.publishEvent(
                new ChangeSaved(change, at, plan.indicators(), plan.touchesCatalog(), plan.touchesEvents(), act));
        return plan.outcome(OptionalLong.of(change), surprises);
    }

    private List<Fault> surprises(List<Plan.ValueWrite> values, State state) {
        return new SurpriseChecks(state, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).find(values);
    }

    private static Plan explained(Plan plan, List<Fault> surprises, Act act) {
        if (act.reason() != null && !act.reason().isBlank()) {
            return plan;
        }
        var withdrawn = plan.values().stream().filter(w -> w.draft().withdrawn()).findFirst();
        if (withdrawn.isPresent() && (act.kind().mustExplain() || act.kind() == Act.Kind.WITHDRAW)) {
            return plan.refusedFor(new Fault(Fault.Kind.OBSERVATION, withdrawn.get().index(),
                    withdrawn.get().draft().key(), "reason", "reason-needed", null,
                    "say why the value is withdrawn", null));
        }
        if (surprises.isEmpty() || !act.kind().mustExplain()) {
            return plan;
        }
        var first = surprises.getFirst();
        return plan.refusedFor(new Fault(first.kind(), first.index(), first.key(), "reason", "reason-needed", null,
                "%s; if it is right, say why".formatted(first.sentence()), null));
    }

    /** Now, in the precision of the store, and after the last change even where the clock was put back. */
    private Instant later(Instant last) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }
}
