package io.raceboard.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator or topic, ready to be shown elsewhere than on its own page: on a wall.
 *
 * @param path the page it comes from, with its parameters
 * @param title what is shown: the indicator or the topic
 * @param caption name of what the chart shows, with measure and scope
 * @param finding the sentence above, with the age of the value it rests on
 * @param figures large numbers, the most telling first
 * @param chart address of the chart's data, which holds their version; null when there is nothing to draw
 * @param alt the chart in sentences
 * @param ranking the newest value of every entity in the race, the highest first; empty for topics
 * @param credit who counted
 * @param changedAt when any of the values was last changed
 */
public record Exhibit(String path, String title, String caption, Aged<Phrase> finding, List<Shown> figures,
        @Nullable String chart, String alt, boolean bars, List<Rank> ranking, String credit, Instant changedAt) {

    /**
     * Something said, and how old the value is on which it rests; without an age where it rests on none.
     *
     * @param of what that value measures; empty where it rests on none
     */
    public record Aged<T>(T what, @Nullable Freshness freshness, String of) {
    }

    /** @param of what is measured */
    public record Shown(String of, Figure figure, @Nullable Freshness freshness) {
    }

    /** @param length from zero to the value, on a scale of a thousand */
    public record Rank(Shown shown, int length) {
    }
}
