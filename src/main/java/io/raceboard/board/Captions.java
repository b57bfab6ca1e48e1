package io.raceboard.board;

import io.raceboard.catalog.Indicator;
import io.raceboard.page.Words;

/** What a card shows: measure, scope, unit. */
final class Captions {

    private Captions() {
    }

    static String of(Indicator indicator, Words words) {
        return words.say("board.caption", indicator.title().in(words.lang()), indicator.subtitle().in(words.lang()),
                indicator.unit().label().in(words.lang()));
    }
}
