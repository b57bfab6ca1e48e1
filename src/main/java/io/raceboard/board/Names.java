package io.raceboard.board;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Lang;
import io.raceboard.page.Words;
import java.util.Set;

/** Names of entities inside a sentence. */
final class Names {

    /** Those that English gives an article or a small letter. */
    private static final Set<String> SPECIAL = Set.of("us", "eu", "uk", "nl", "ae", "world", "rest");

    private Names() {
    }

    /** {@code the United States}, {@code China}; {@code 美国}. */
    static String of(Entity entity, Words words) {
        return words.lang() == Lang.EN && SPECIAL.contains(entity.slug())
                ? words.say("board.name." + entity.slug())
                : entity.title().in(words.lang());
    }
}
