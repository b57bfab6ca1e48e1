package io.raceboard.review;

import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Bodies;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.review.Obstacle.Why;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What can be done with a proposal. Everything carries the version that whoever does it has looked at, is checked
 * against their rights here and not only on the page, and is done whole or not at all.
 */
@Service
public class Proposals {

    private static final Set<ProposalState> OPEN =
            EnumSet.of(ProposalState.DRAFT, ProposalState.WAITING, ProposalState.SENT_BACK);
    private static final int MOST_NAME = 55;

    private final ReviewQueries queries;
    private final ProposalStore store;
    private final Rules rules;
    private final Submissions submissions;
    private final Ledger ledger;
    private final ReviewLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    /** While the ledger saves in a transaction of its own, the proposal is held in another: one at a time. */
    private final ReentrantLock accepting = new ReentrantLock(true);

    Proposals(ReviewQueries queries, ProposalStore store, Rules rules, Submissions submissions, Ledger ledger,
            ReviewLog log, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.queries = queries;
        this.store = store;
        this.rules = rules;
        this.submissions = submissions;
        this.ledger = ledger;
        this.log = log;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Optional<Proposal> find(long id) {
        return queries.find(id);
    }

    /** Puts a draft, or what was sent back, before a reviewer; refused while anything is wrong with it. */
    public Decision ask(Person who, long id, int version, @Nullable String comment) {
        return change(id, version, EnumSet.of(ProposalState.DRAFT, ProposalState.SENT_BACK), ProposalState.WAITING,
                p -> author(who, p), p -> {
                    var faults = ledger.check(Drafts.batch(queries.open(id, Selection.all())));
                    if (faults.isEmpty()) {
                        note(who, id, "asked", Said.text(comment));
                    }
                    return faults;
                });
    }

    /** Takes what waits back into a draft. */
    public Decision takeBack(Person who, long id, int version) {
        return change(id, version, EnumSet.of(ProposalState.WAITING), ProposalState.DRAFT, p -> author(who, p),
                p -> done(() -> note(who, id, "taken-back", null)));
    }

    /** Returns what is open of it to the author, who can change it and ask again. */
    public Decision sendBack(Person who, long id, int version, String comment) {
        return change(id, version, EnumSet.of(ProposalState.WAITING), ProposalState.SENT_BACK, p -> reviewer(who),
                p -> done(() -> {
                    store.decided(id, ProposalState.SENT_BACK, who.displayName());
                    note(who, id, "sent-back", Said.text(comment));
                }));
    }

    /** Ends it: what is open of it will not be on the board. The author may, and a reviewer when it waits. */
    public Decision discard(Person who, long id, int version, @Nullable String comment) {
        return change(id, version, OPEN, ProposalState.DISCARDED,
                p -> p.isBy(who) ? Optional.empty()
                        : p.state() == ProposalState.WAITING ? reviewer(who)
                        : Optional.of(Obstacle.of(Why.NOT_THE_AUTHOR)),
                p -> done(() -> {
                    store.mark(id, ProposalItem.State.REFUSED, OptionalLong.empty());
                    store.decided(id, p.open() < p.items() ? ProposalState.ACCEPTED_IN_PART : ProposalState.DISCARDED,
                            who.displayName());
                    note(who, id, "discarded", Said.text(comment));
                }));
    }

    /** Adds a remark; changes nothing else. */
    public Decision say(Person who, long id, String comment) {
        var obstacle = Rules.toEnter(who);
        if (obstacle.isPresent()) {
            return new Decision.NotAllowed(obstacle.get());
        }
        var proposal = queries.find(id).orElseThrow();
        var said = Said.text(comment);
        if (said != null && said.length() > Said.MOST) {
            return new Decision.Refused(List.of(Said.tooLong("comment")));
        }
        if (said != null) {
            transaction.executeWithoutResult(s -> note(who, id, "said", said));
            events.publishEvent(new QueueChanged(id));
        }
        return new Decision.Done(proposal, OptionalLong.empty());
    }

    /** Replaces one record of it by another version of the same; only its author can. */
    Decision revise(Person who, long id, int version, int position, Object draft) {
        var item = queries.item(id, position).filter(i -> i.state() == ProposalItem.State.OPEN).orElseThrow();
        if (!item.draft().getClass().equals(draft.getClass())) {
            throw new IllegalArgumentException("a record stays of its kind");
        }
        var kept = draft instanceof ObservationDraft value ? Drafts.seen(value, item.base()) : draft;
        var batch = Drafts.batch(List.of(item.with(kept, Bodies.key(item.kind(), kept))));
        return edit(who, id, version, p -> {
            // others of the same proposal may be what it refers to, so only what is wrong with its own parts counts
            var faults = ledger.check(batch).stream().filter(f -> !f.code().startsWith("unknown-")
                    && !f.code().equals("changed-meanwhile")).toList();
            if (faults.isEmpty()) {
                store.replace(id, item.with(kept, Bodies.key(item.kind(), kept)));
                note(who, id, "edited", item.key());
            }
            return faults;
        });
    }

    /** Leaves one record out; only its author can. */
    Decision remove(Person who, long id, int version, int position) {
        var item = queries.item(id, position).filter(i -> i.state() == ProposalItem.State.OPEN).orElseThrow();
        return edit(who, id, version, p -> done(() -> {
            store.remove(id, position);
            note(who, id, "left-out", item.key());
        }));
    }

    private Decision edit(Person who, long id, int version, Function<Proposal, List<Fault>> work) {
        return change(id, version, OPEN, null, p -> author(who, p), work);
    }

    /**
     * Puts what is selected onto the board as one change that names author and reviewer. Refused as a whole when any of
     * it is wrong, or replaces something that neither the author nor the reviewer has looked at.
     */
    public Decision accept(Person who, long id, int version, Selection selection, @Nullable String comment) {
        return accept(who, id, version, selection, comment, () -> { });
    }

    /**
     * Like this, for what may take long.
     *
     * @param stillWanted asked until the first of it is written; ends everything, of which nothing is left, by a
     *         {@link java.util.concurrent.CancellationException}
     */
    public Decision accept(Person who, long id, int version, Selection selection, @Nullable String comment,
            Runnable stillWanted) {
        if (comment != null && comment.strip().length() > Said.MOST) {
            return new Decision.Refused(List.of(Said.tooLong("comment")));
        }
        accepting.lock();
        try {
            stillWanted.run();
            var change = new long[] {0};
            var decision = change(id, version, EnumSet.of(ProposalState.WAITING), ProposalState.WAITING,
                    p -> reviewer(who), p -> {
                        var picked = pick(id, selection);
                        var batch = picked.batch();
                        var obstacle = rules.toDecide(who, p, submissions.touched(batch).topics(batch));
                        if (obstacle.isPresent()) {
                            throw new NotAllowed(obstacle.get());
                        }
                        stillWanted.run();
                        var outcome = ledger.save(batch, act(p, who, comment));
                        if (!outcome.refused()) {
                            change[0] = outcome.changeId().orElse(0);
                            accepted(p, picked, outcome.changeId(), who, comment);
                        }
                        return outcome.faults();
                    });
            return decision instanceof Decision.Done done && change[0] > 0
                    ? new Decision.Done(done.proposal(), OptionalLong.of(change[0])) : decision;
        } finally {
            accepting.unlock();
        }
    }

    /**
     * What is to be saved.
     *
     * @param positions of the items; empty for all that are open
     */
    private record Picked(Batch batch, int size, Optional<List<Integer>> positions) {
    }

    /** The batch alone, without the items: there may be very many. */
    private Picked pick(long id, Selection selection) {
        var items = queries.open(id, selection).stream().map(i -> looked(i, selection)).toList();
        return new Picked(Drafts.batch(items), items.size(),
                selection.positions().map(p -> items.stream().map(ProposalItem::position).toList()));
    }

    private void accepted(Proposal p, Picked picked, OptionalLong change, Person who, @Nullable String comment) {
        picked.positions().ifPresentOrElse(
                positions -> store.mark(p.id(), positions, ProposalItem.State.ACCEPTED, change),
                () -> store.mark(p.id(), ProposalItem.State.ACCEPTED, change));
        boolean all = picked.size() == p.open();
        store.decided(p.id(), all ? ProposalState.ACCEPTED : ProposalState.WAITING, who.displayName());
        note(who, p.id(), all ? "accepted" : "accepted-part", Said.text(comment));
    }

    private static ProposalItem looked(ProposalItem item, Selection selection) {
        var now = selection.looked().get(item.position());
        if (now == null) {
            return item;
        }
        return new ProposalItem(item.position(), item.kind(), item.key(), item.topic(), item.indicator(), now,
                item.draft() instanceof ObservationDraft value ? Drafts.seen(value, now) : item.draft(),
                item.state(), item.changeId());
    }

    private static Act act(Proposal p, Person reviewer, @Nullable String comment) {
        var actor = p.isBy(reviewer) ? p.actor()
                : cut(p.actor()) + Act.REVIEWED_BY + cut(reviewer.name());
        var why = p.reason() == null ? Said.text(comment) : p.reason();
        return new Act(p.kind(), actor, p.origin(), why);
    }

    private static String cut(String name) {
        return name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME - 1) + "…";
    }

    /** Takes the proposal's turn, does the work and commits both, or neither when there are faults. */
    private Decision change(long id, int version, Set<ProposalState> from, @Nullable ProposalState to,
            Function<Proposal, Optional<Obstacle>> allowed, Function<Proposal, List<Fault>> work) {
        Decision decision;
        try {
            decision = transaction.execute(status -> {
                var before = queries.find(id).orElseThrow();
                var obstacle = allowed.apply(before);
                if (obstacle.isPresent()) {
                    return new Decision.NotAllowed(obstacle.get());
                }
                if (before.version() != version || !store.turn(id, version, to == null ? before.state() : to)) {
                    status.setRollbackOnly();
                    return new Decision.Stale(queries.find(id).orElseThrow());
                }
                if (!from.contains(before.state())) {
                    status.setRollbackOnly();
                    return new Decision.NotAllowed(Obstacle.of(Why.NOT_IN_THIS_STATE));
                }
                var faults = work.apply(before);
                if (!faults.isEmpty()) {
                    status.setRollbackOnly();
                    return new Decision.Refused(faults);
                }
                return new Decision.Done(queries.find(id).orElseThrow(), OptionalLong.empty());
            });
        } catch (NotAllowed refused) {
            return new Decision.NotAllowed(refused.obstacle);
        } catch (TooLong refused) {
            return new Decision.Refused(List.of(Said.tooLong("comment")));
        }
        if (decision instanceof Decision.Done) {
            events.publishEvent(new QueueChanged(id));
        }
        return decision;
    }

    /** Last in its transaction: whoever else writes into the log waits until that ends. */
    private void note(Person who, long id, String deed, @Nullable String said) {
        if (said != null && said.length() > Said.MOST) {
            throw new TooLong();
        }
        store.comment(id, who.displayName(), deed, said);
        log.proposal(who, id, deed);
    }

    private static Optional<Obstacle> author(Person who, Proposal proposal) {
        return !Rules.is(who, Role.EDITOR) ? Optional.of(Obstacle.of(Why.MAY_NOT_ENTER))
                : proposal.isBy(who) ? Optional.empty() : Optional.of(Obstacle.of(Why.NOT_THE_AUTHOR));
    }

    private static Optional<Obstacle> reviewer(Person who) {
        return Rules.is(who, Role.REVIEWER) ? Optional.empty() : Optional.of(Obstacle.of(Why.MAY_NOT_REVIEW));
    }

    private static List<Fault> done(Runnable work) {
        work.run();
        return List.of();
    }

    /** Undoes the transaction. */
    private static final class TooLong extends RuntimeException {

        TooLong() {
            super(null, null, false, false);
        }
    }

    /** Undoes the transaction. */
    private static final class NotAllowed extends RuntimeException {

        private final transient Obstacle obstacle;

        NotAllowed(Obstacle obstacle) {
            super(obstacle.why().name(), null, false, false);
            this.obstacle = obstacle;
        }
    }
}
