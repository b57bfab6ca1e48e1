package io.raceboard.live;

import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that pages and charts know of one indicator, immutable and shared by everyone.
 *
 * @param series in order of the indicator's default entities, then title, then preference
 * @param sources those of the readings, by slug
 * @param version id of the newest change to its values or its catalogue entry; a new version is a new snapshot
 * @param changedAt when that change was saved
 */
public record IndicatorSnapshot(Indicator indicator, List<Series> series, Map<String, Source> sources,
        long version, Instant changedAt) {

    /** The estimator drawn by default for the entity; empty where nothing is known of it. */
    public Optional<Series> preferred(String entity) {
        return series.stream()
                .filter(s -> s.entity().slug().equals(entity))
                .min(java.util.Comparator.comparingInt(Series::preference));
    }

    public Optional<Series> series(String entity, String estimator) {
        return series.stream()
                .filter(s -> s.entity().slug().equals(entity) && s.estimator().slug().equals(estimator))
                .findFirst();
    }
}
