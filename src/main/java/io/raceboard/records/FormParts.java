package io.raceboard.records;

import io.raceboard.access.SignedIn;
import io.raceboard.history.HistoryQueries;
import io.raceboard.ledger.RecordQueries;
import io.raceboard.review.FormDrafts;
import io.raceboard.review.Presence;
import io.raceboard.review.RecordNames;
import io.raceboard.review.Submissions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** All that the form of a record needs. */
@Component
record FormParts(RecordQueries records, HistoryQueries history, PickQueries picks, ListQueries lists,
        MergeQueries merges, Moves moves, Submissions submissions, FormDrafts drafts, Presence presence,
        SignedIn signedIn, RecordNames names, Clock clock) {
}
