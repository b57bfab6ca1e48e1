package io.raceboard.review;

import io.raceboard.live.ReadModel;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the parts of the review page work with. */
@Component
record ReviewDesk(Proposals proposals, ReviewQueries queries, RecordNames names, Presence presence, FormDrafts typed,
        Drafts drafts, ReadModel board, Clock clock) {
}
