package io.raceboard.intake;

import io.raceboard.catalog.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file may call the records of the store.
 *
 * @param units of indicators, by slug
 * @param series estimators by {@code indicator/entity}, the preferred one first
 */
record Names(Lookup indicators, Lookup entities, Lookup estimators, Lookup sources, Map<String, Unit> units,
        Map<String, List<String>> series) {

    @Nullable Unit unit(String indicator) {
        return units.get(indicator);
    }

    List<String> estimatorsOf(String indicator, String entity) {
        return series.getOrDefault(indicator + "/" + entity, List.of());
    }
}
