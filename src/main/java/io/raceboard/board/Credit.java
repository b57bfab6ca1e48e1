package io.raceboard.board;

import io.raceboard.catalog.Source;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Series;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A source and how many of the values shown come from it.
 *
 * @param values number of readings
 */
public record Credit(Source source, int values) {

    /** The sources of these series, those of most values first. */
    static List<Credit> of(IndicatorSnapshot snapshot, Collection<Series> series) {
        var counts = new LinkedHashMap<String, Integer>();
        series.stream().flatMap(s -> s.readings().stream()).forEach(r -> counts.merge(r.source(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(e -> snapshot.sources().containsKey(e.getKey()))
                .map(e -> new Credit(snapshot.sources().get(e.getKey()), e.getValue()))
                .sorted(Comparator.comparingInt(Credit::values).reversed())
                .toList();
    }
}
