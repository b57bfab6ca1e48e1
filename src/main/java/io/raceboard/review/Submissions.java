package io.raceboard.review;

import io.raceboard.access.Person;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Bodies;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.Preview;
import io.raceboard.ledger.RecordKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How every form and import of the desk writes: at once through the ledger, or as a proposal. Which of both is what the
 * person asks for; what they may not do is answered, never silently replaced by something else.
 */
@Service
public class Submissions {

    private final Ledger ledger;
    private final Rules rules;
    private final ReviewQueries queries;
    private final ProposalStore store;
    private final Drafts drafts;
    private final ReviewLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Submissions(Ledger ledger, Rules rules, ReviewQueries queries, ProposalStore store, Drafts drafts,
            ReviewLog log, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.rules = rules;
        this.queries = queries;
        this.store = store;
        this.drafts = drafts;
        this.log = log;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** As {@link #submit(Person, Batch, Act.Kind, String, String, Wish)}, from a form. */
    public Submission submit(Person who, Batch batch, String origin, @Nullable String reason, Wish wish) {
        return submit(who, batch, Act.Kind.EDIT, origin, reason, wish);
    }

    /**
     * Does with the batch what the person wishes, whole or not at all.
     *
     * @param kind what saving it is: an edit, an import, a withdrawal
     * @param origin the form or file it comes from, at most 200 characters
     * @param reason in the person's own words; null or blank for none
     */
    public Submission submit(Person who, Batch batch, Act.Kind kind, String origin, @Nullable String reason,
            Wish wish) {
        var why = Said.text(reason);
        if (why != null && why.length() > Said.MOST) {
            return new Submission.Refused(List.of(Said.tooLong("reason")));
        }
        var obstacle = wish == Wish.PUBLISH ? mayPublish(who, batch) : Rules.toEnter(who);
        if (obstacle.isPresent()) {
            return new Submission.NotAllowed(obstacle.get());
        }
        if (wish == Wish.PUBLISH) {
            var outcome = ledger.save(batch, new Act(kind, who.name(), origin, why));
            if (outcome.faults().stream().anyMatch(f -> f.code().equals("reason-needed"))) {
                return new Submission.NeedsReason(outcome.surprises());
            }
            if (outcome.refused()) {
                return new Submission.Refused(outcome.faults());
            }
            return outcome.changeId().isPresent()
                    ? new Submission.Published(outcome.changeId().getAsLong(), outcome)
                    : new Submission.Unchanged(outcome);
        }
        var preview = ledger.preview(batch);
        var faults = preview.faults();
        if (wish == Wish.ASK_REVIEW && why == null && faults.isEmpty() && !preview.surprises().isEmpty()) {
            return new Submission.NeedsReason(preview.surprises());
        }
        var items = items(batch, preview);
        if (!faults.isEmpty() && (wish == Wish.ASK_REVIEW || items.stream().anyMatch(this::isTooLong))) {
            return new Submission.Refused(faults);
        }
        var state = wish == Wish.ASK_REVIEW ? ProposalState.WAITING : ProposalState.DRAFT;
        long id = transaction.execute(status -> {
            long added = store.add(who, kind, origin, why, state, items);
            var deed = wish == Wish.ASK_REVIEW ? "asked" : "kept";
            store.comment(added, who.displayName(), deed, null);
            log.proposal(who, added, deed);
            return added;
        });
        events.publishEvent(new QueueChanged(id));
        return new Submission.Proposed(id, state, faults);
    }

    /** What keeps this person from publishing this batch at once; empty when nothing does. For the buttons of a form. */
    public Optional<Obstacle> mayPublish(Person who, Batch batch) {
        return rules.toPublish(who, touched(batch).topics(batch));
    }

    /**
     * What keeps this person from publishing records of these topics at once.
     *
     * @param topics slugs; {@code *} stands for what all topics share, such as sources
     */
    public Optional<Obstacle> mayPublish(Person who, Collection<String> topics) {
        return rules.toPublish(who, topics);
    }

    Touched touched(Batch batch) {
        var slugs = new HashSet<String>();
        batch.indicators().forEach(i -> slugs.add(i.slug()));
        batch.series().forEach(s -> slugs.add(s.indicator()));
        batch.observations().forEach(o -> slugs.add(o.indicator()));
        return Touched.by(batch, queries.topicsOf(slugs));
    }

    private boolean isTooLong(ProposalItem item) {
        return drafts.write(item.draft()).length() > ProposalStore.MOST_BODY;
    }

    /**
     * The batch record by record. Where nothing is wrong with it the preview knows today's names of records that are
     * called by an old one, and what is in the store now.
     */
    private List<ProposalItem> items(Batch batch, Preview preview) {
        var touched = touched(batch);
        var known = preview.values().stream().collect(Collectors.toMap(Preview.ValueChange::index, v -> v));
        Map<String, Integer> vintages = known.size() == batch.observations().size() ? Map.of()
                : queries.currentVintages(indicators(batch));
        var items = new ArrayList<ProposalItem>();
        var once = new HashMap<Kind, Set<String>>();
        for (var kind : Kind.values()) {
            var records = Bodies.drafts(batch, kind);
            Map<String, Integer> revisions = kind == Kind.OBSERVATION || records.isEmpty() ? vintages
                    : queries.currentRevisions(kind,
                            records.stream().map(r -> Bodies.key(kind, r)).collect(Collectors.toSet()));
            for (int i = 0; i < records.size(); i++) {
                if (kind == Kind.OBSERVATION) {
                    items.add(value(items.size(), (ObservationDraft) records.get(i), known.get(i), touched, vintages));
                    continue;
                }
                var key = Bodies.key(kind, records.get(i));
                // the same record may be given twice if both are equal
                if (once.computeIfAbsent(kind, k -> new HashSet<>()).add(key)) {
                    int base = batch.seen().getOrDefault(new RecordKey(kind, key), revisions.getOrDefault(key, 0));
                    items.add(item(items.size(), kind, key, records.get(i), touched, base));
                }
            }
        }
        return items;
    }

    private static ProposalItem value(int position, ObservationDraft asked, Preview.@Nullable ValueChange known,
            Touched touched, Map<String, Integer> vintages) {
        var draft = known == null ? asked : known.draft();
        var key = Bodies.key(Kind.OBSERVATION, draft);
        int now = known == null ? vintages.getOrDefault(key, 0) : known.before() == null ? 0 : known.before().vintage();
        int base = asked.seen() == null ? now : asked.seen();
        return item(position, Kind.OBSERVATION, key, Drafts.seen(draft, base), touched, base);
    }

    private static ProposalItem item(int position, Kind kind, String key, Object draft, Touched touched, int base) {
        return new ProposalItem(position, kind, key, touched.topic(draft), Touched.indicator(draft), base, draft,
                ProposalItem.State.OPEN, null);
    }

    private static Set<String> indicators(Batch batch) {
        return batch.observations().stream().map(ObservationDraft::indicator).collect(Collectors.toSet());
    }
}
