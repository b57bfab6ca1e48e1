package io.raceboard.wall;

import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskWords;
import io.raceboard.review.FormDrafts;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** All that the editor of a wall, and the list that leads to it, need. */
@Component
record WallParts(Walls walls, WallDesk desk, FormDrafts drafts, SignedIn signedIn, DeskWords words, Clock clock) {

    /** Where the editor begins for who is signed in. */
    WallStarts starts() {
        var person = signedIn.person();
        return new WallStarts(walls, key -> drafts.load(person, key), words.words());
    }
}
