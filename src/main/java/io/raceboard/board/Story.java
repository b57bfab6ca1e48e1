package io.raceboard.board;

import io.raceboard.page.Words;
import java.util.Set;

/** What a panel of the overview tells, computed from the rows of its indicators and nothing else. */
interface Story {

    /** Slug of the topic it belongs to. */
    String topic();

    /** All indicators it reads. */
    Set<String> indicators();

    /** Missing data make it more modest, never wrong; with no data at all it says that there is no current figure. */
    Told tell(Snapshots snapshots, Words words);
}
