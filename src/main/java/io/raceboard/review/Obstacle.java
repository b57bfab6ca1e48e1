package io.raceboard.review;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Why somebody may not do what they wanted.
 *
 * @param topics those whose rule stands in the way, {@code *} for what all topics share; empty for other reasons
 */
public record Obstacle(Why why, List<String> topics) {

    /** The reasons. */
    public enum Why {
        /** The role may only look. */
        MAY_NOT_ENTER,
        /** The person may enter but not publish; a reviewer may. */
        MAY_NOT_PUBLISH,
        /** The topic asks for a second person. */
        FOUR_EYES,
        /** Only reviewers decide. */
        MAY_NOT_REVIEW,
        /** Only the author may do this. */
        NOT_THE_AUTHOR,
        /** Only administrators may do this. */
        MAY_NOT_ADMINISTER,
        /** It was decided already, or is not before a reviewer. */
        NOT_IN_THIS_STATE;

        /** The end of its message key {@code review.obstacle...}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Obstacle {
        topics = List.copyOf(topics);
    }

    static Obstacle of(Why why) {
        return new Obstacle(why, List.of());
    }

    static Obstacle fourEyes(Collection<String> topics) {
        return new Obstacle(Why.FOUR_EYES, topics.stream().sorted().toList());
    }
}
