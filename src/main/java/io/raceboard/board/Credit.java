package io.raceboard.board;

import io.raceboard.catalog.Source;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Series;
import io.raceboard.page.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A source and how many of the values shown come from it.
 *
 * @param name who is credited: the publisher, or what own arithmetic stands on
 * @param values number of readings
 */
public record Credit(Source source, String name, int values) {

    /** The sources of these series, those of most values first. */
    static List<Credit> of(IndicatorSnapshot snapshot, Collection<Series> series, Words words) {
        var counts = new LinkedHashMap<String, Integer>();
        var counters = new LinkedHashMap<String, String>();
        for (var s : series) {
            for (var reading : s.readings()) {
                counts.merge(reading.source(), 1, Integer::sum);
                counters.putIfAbsent(reading.source(), s.estimator().title().in(words.lang()));
            }
        }
        return counts.entrySet().stream()
                .filter(e -> snapshot.sources().containsKey(e.getKey()))
                .map(e -> credit(snapshot.sources().get(e.getKey()), counters.get(e.getKey()), e.getValue()))
                .sorted(Comparator.comparingInt(Credit::values).reversed())
                .toList();
    }

    /** A source without an address is no publication but our own arithmetic: the estimator says on what. */
    private static Credit credit(Source source, String counter, int values) {
        return new Credit(source, source.url() == null ? counter : source.publisher(), values);
    }
}
