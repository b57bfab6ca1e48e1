package io.raceboard.wall;

import io.raceboard.page.Words;
import java.util.List;

/**
 * Why a wall is not taken as it is.
 *
 * @param field where: slug, title, slides …, or a slide's part such as {@code slides.2.of}
 * @param key of the message
 * @param values for its places
 */
record WallFault(String field, String key, Object... values) {

    String say(Words words) {
        return words.say(key, values);
    }

    /** A wall was not saved. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient List<WallFault> faults;

        Refused(List<WallFault> faults) {
            super(faults.getFirst().key());
            this.faults = faults;
        }

        List<WallFault> faults() {
            return faults;
        }
    }
}
