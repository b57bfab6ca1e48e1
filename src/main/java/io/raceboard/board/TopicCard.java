package io.raceboard.board;

import io.raceboard.catalog.Indicator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator in a list.
 *
 * @param spark a small drawing without text, escaped
 * @param values the newest value of the entities drawn first
 * @param freshness null when nothing is known yet
 */
public record TopicCard(Indicator indicator, String href, String spark, List<Value> values,
        @Nullable Freshness freshness) {

    /** Whose value, how much, when. */
    public record Value(String key, String name, String colour, Quantity value, String when) {
    }

    /** Cards under one heading. */
    public record Section(String code, String title, List<TopicCard> cards) {
    }
}
