package io.raceboard.board;

import io.raceboard.page.Words;
import java.util.Collection;
import java.util.List;

/** What a page says about parts of an address that it did not use. */
final class Notices {

    private Notices() {
    }

    /** One sentence for each parameter name that means nothing on the page. */
    static List<String> unknown(Collection<String> names, Words words) {
        return names.stream().map(name -> words.say("board.notice.parameter", name)).toList();
    }
}
