package io.raceboard.review;

import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.review.Obstacle.Why;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may do what: by role and by the four-eyes rules of the topics. Asks the store each time, so it is never late. */
@Service
class Rules {

    private final RuleStore store;
    private final ReviewLog log;
    private final TransactionTemplate transaction;

    Rules(RuleStore store, ReviewLog log, PlatformTransactionManager transactions) {
        this.store = store;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The rules of these topics, in their order. */
    List<Rule> of(Collection<String> topics) {
        var set = store.read();
        return topics.stream().map(t -> set.getOrDefault(t, Rule.unset(t))).toList();
    }

    /** What keeps this person from putting their own work on these topics onto the board; empty when nothing does. */
    Optional<Obstacle> toPublish(Person who, Collection<String> topics) {
        if (!is(who, Role.EDITOR)) {
            return Optional.of(Obstacle.of(Why.MAY_NOT_ENTER));
        }
        if (!who.mayPublish() && !is(who, Role.REVIEWER)) {
            return Optional.of(Obstacle.of(Why.MAY_NOT_PUBLISH));
        }
        return alone(who, topics);
    }

    /** What keeps this person from deciding on a proposal that touches these topics. */
    Optional<Obstacle> toDecide(Person who, Proposal proposal, Collection<String> topics) {
        if (!is(who, Role.REVIEWER)) {
            return Optional.of(Obstacle.of(Why.MAY_NOT_REVIEW));
        }
        return proposal.isBy(who) ? alone(who, topics) : Optional.empty();
    }

    static Optional<Obstacle> toEnter(Person who) {
        return is(who, Role.EDITOR) ? Optional.empty() : Optional.of(Obstacle.of(Why.MAY_NOT_ENTER));
    }

    static boolean is(Person who, Role atLeast) {
        return who.role().compareTo(atLeast) >= 0;
    }

    private Optional<Obstacle> alone(Person who, Collection<String> topics) {
        Map<String, Rule> rules = store.read();
        var inTheWay = topics.stream()
                .filter(t -> rules.containsKey(t) && !rules.get(t).fourEyes().letsAlone(who.role())).toList();
        return inTheWay.isEmpty() ? Optional.empty() : Optional.of(Obstacle.fourEyes(inTheWay));
    }

    /**
     * Sets the rule of a topic; only administrators can.
     *
     * @param version of the rule that whoever sets it has looked at
     */
    RuleChange set(Person who, String topic, FourEyes rule, int version) {
        if (!is(who, Role.ADMIN)) {
            return new RuleChange.NotAllowed(Obstacle.of(Why.MAY_NOT_ADMINISTER));
        }
        boolean saved = transaction.execute(status -> {
            var before = of(List.of(topic)).getFirst().fourEyes();
            boolean written = store.save(topic, rule, version, who.displayName());
            if (written) {
                log.rule(who, topic, before, rule);
            } else {
                status.setRollbackOnly();
            }
            return written;
        });
        var now = of(List.of(topic)).getFirst();
        return saved ? new RuleChange.Saved(now) : new RuleChange.Stale(now);
    }
}
