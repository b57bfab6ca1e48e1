package io.raceboard.board;

import io.raceboard.page.Links;
import io.raceboard.page.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One or two large numbers under a label.
 *
 * @param key unique on the page and stable over versions
 * @param label what is measured
 * @param note one more fact that the numbers should not be read without, or null
 * @param href the page of the indicator
 */
public record Tile(String key, String label, List<Figure> figures, @Nullable Phrase note, String href) {

    /** Empty when there is no value to show. */
    static Optional<Tile> of(String key, String label, String indicator, List<Cited> values, @Nullable Phrase note,
            Words words) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var figures = values.stream()
                .map(c -> Figure.of(key + "-" + c.series().entity().slug(), c, words))
                .toList();
        return Optional.of(new Tile(key, label, figures, note, Links.indicator(indicator, words.lang())));
    }
}
