package io.raceboard.board;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A story in one language.
 *
 * @param headline the finding
 * @param also what must be known beside it, or null
 * @param comparison the same question by other counts, or null
 * @param chart slug of the indicator that is drawn
 * @param view parameters of the drawing, empty for the indicator's own
 */
public record Told(Phrase headline, @Nullable Phrase also, List<Tile> tiles, @Nullable Comparison comparison,
        String chart, Map<String, String> view) {
}
