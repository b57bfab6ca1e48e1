package io.raceboard.ledger;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed indicator; parts as in {@link io.raceboard.catalog.Indicator}, but the unit by its code.
 *
 * @param topic slug
 * @param unit code; fixed as soon as the indicator has values
 * @param defaultEntities slugs
 */
public record IndicatorDraft(String slug, String topic, int position, Label title, Label subtitle, String unit,
        Cadence cadence, int lagDays, Draw draw, Label method, @Nullable Label caveat, String licence,
        @Nullable String interval, boolean allEstimates, List<String> defaultEntities,
        @Nullable String defaultTime) {

    public IndicatorDraft {
        defaultEntities = List.copyOf(defaultEntities);
    }
}
