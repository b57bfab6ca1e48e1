package io.raceboard.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is measured.
 *
 * @param lagDays usual days between the end of a period and its publication
 * @param interval what low and high mean, for example "90% interval"
 * @param allEstimates draw competing estimates side by side, not only each entity's preferred one
 * @param defaultEntities slugs drawn when the reader has not chosen, in draw order; empty: all
 * @param defaultTime span drawn when the reader has not chosen, as in addresses ({@code 2015..latest})
 */
public record Indicator(String slug, String topic, int position, Label title, Label subtitle, Unit unit,
        Cadence cadence, int lagDays, Draw draw, Label method, @Nullable Label caveat, String licence,
        @Nullable String interval, boolean allEstimates, List<String> defaultEntities, @Nullable String defaultTime) {
}
