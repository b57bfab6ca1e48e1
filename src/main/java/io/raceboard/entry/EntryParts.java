package io.raceboard.entry;

import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskWords;
import io.raceboard.live.ReadModel;
import io.raceboard.review.FormDrafts;
import io.raceboard.review.Presence;
import io.raceboard.review.Submissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** What the entry page needs of the rest of the program. */
@Component
record EntryParts(EntryQueries queries, ReadModel board, Submissions submissions, FormDrafts drafts, Presence presence,
        SignedIn signedIn, DeskWords words, Clock clock) {

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
