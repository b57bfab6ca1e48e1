package io.raceboard.intake;

import io.raceboard.access.Person;
import io.raceboard.catalog.Indicator;
import io.raceboard.intake.Became.What;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.live.ReadModel;
import io.raceboard.review.Obstacle;
import io.raceboard.review.Submission;
import io.raceboard.review.Submissions;
import io.raceboard.review.Wish;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the rows of a file to the desk's one way of writing, as one change. */
@Component
class Handover {

    private final Submissions submissions;
    private final ReadModel readModel;

    Handover(Submissions submissions, ReadModel readModel) {
        this.submissions = submissions;
        this.readModel = readModel;
    }

    /** What keeps this person from putting values of these indicators onto the board at once. */
    Optional<Obstacle> mayPublish(Person person, Collection<String> indicators) {
        var catalog = readModel.catalog();
        return submissions.mayPublish(person, indicators.stream().map(catalog::indicator).flatMap(Optional::stream)
                .map(Indicator::topic).distinct().toList());
    }

    Became submit(Person person, Batch batch, String file, @Nullable String reason, Wish wish) {
        return switch (submissions.submit(person, batch, Act.Kind.IMPORT, file, reason, wish)) {
            case Submission.Published p -> new Became(What.PUBLISHED, p.changeId(), p.outcome().added(),
                    p.outcome().changed(), Optional.empty(), Optional.empty());
            case Submission.Unchanged u -> Became.of(What.UNCHANGED);
            case Submission.Proposed p -> new Became(What.PROPOSED, p.proposalId(), 0, 0, Optional.empty(),
                    Optional.empty());
            case Submission.Refused r -> new Became(What.REFUSED, 0, 0, 0, r.faults().stream().findFirst(),
                    Optional.empty());
            case Submission.NeedsReason n -> Became.of(What.NEEDS_REASON);
            case Submission.NotAllowed n -> new Became(What.NOT_ALLOWED, 0, 0, 0, Optional.empty(),
                    Optional.of(n.obstacle()));
        };
    }
}
