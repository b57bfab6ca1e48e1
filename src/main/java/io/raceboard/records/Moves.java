package io.raceboard.records;

import io.raceboard.access.Person;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.Outcome;
import io.raceboard.ledger.RecordQueries.Version;
import io.raceboard.review.Submission;
import io.raceboard.review.Submissions;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Other names for records and two sources made one: by those who may publish there, at once and as one change. */
@Service
class Moves {

    private final Ledger ledger;
    private final Submissions submissions;

    Moves(Ledger ledger, Submissions submissions) {
        this.ledger = ledger;
        this.submissions = submissions;
    }

    /** @param record as the person saw it */
    Submission rename(Person who, RecordKind kind, Version record, String slug, @Nullable String reason) {
        var act = act(who, Act.Kind.RENAME, kind.address(record.key().key()), reason);
        return move(who, kind.topics(record.key().key(), record.body()),
                () -> ledger.rename(record.key(), record.revision(), slug, act));
    }

    /** @param duplicate as the person saw it */
    Submission merge(Person who, Version duplicate, String into, @Nullable String reason) {
        var act = act(who, Act.Kind.MERGE, RecordKind.SOURCE.address(duplicate.key().key()), reason);
        return move(who, List.of("*"),
                () -> ledger.mergeSources(duplicate.key().key(), into, duplicate.revision(), act));
    }

    private Submission move(Person who, Collection<String> topics, Supplier<Outcome> how) {
        var obstacle = submissions.mayPublish(who, topics);
        if (obstacle.isPresent()) {
            return new Submission.NotAllowed(obstacle.get());
        }
        var outcome = how.get();
        return outcome.refused() ? new Submission.Refused(outcome.faults())
                : outcome.changeId().isPresent() ? new Submission.Published(outcome.changeId().getAsLong(), outcome)
                : new Submission.Unchanged(outcome);
    }

    static Act act(Person who, Act.Kind kind, String origin, @Nullable String reason) {
        return new Act(kind, who.name(), origin.length() > 200 ? origin.substring(0, 200) : origin,
                reason == null || reason.isBlank() ? null : reason.strip());
    }
}
