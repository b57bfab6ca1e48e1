package io.raceboard.board;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The snapshots a page was given, asked in the words of its sentences. Unknown slugs simply have no readings. */
record Snapshots(Map<String, IndicatorSnapshot> bySlug) {

    private static final Comparator<Cited> NEWEST = Comparator
            .comparing((Cited c) -> c.reading().period().end())
            .thenComparing(c -> c.reading().period().start(), Comparator.reverseOrder());

    Optional<IndicatorSnapshot> snapshot(String indicator) {
        return Optional.ofNullable(bySlug.get(indicator));
    }

    /** Series of an entity, the preferred estimator first. */
    Stream<Series> series(String indicator, String entity) {
        return snapshot(indicator).stream()
                .flatMap(s -> s.series().stream())
                .filter(s -> s.entity().slug().equals(entity))
                .sorted(Comparator.comparingInt(Series::preference));
    }

    /** All readings of an entity by all estimators, the preferred one first. */
    Stream<Cited> readings(String indicator, String entity) {
        return series(indicator, entity).flatMap(s -> readings(indicator, s));
    }

    private Stream<Cited> readings(String indicator, Series series) {
        var of = bySlug.get(indicator).indicator();
        return series.readings().stream().map(r -> new Cited(of, series, r));
    }

    /** The newest value of an entity that is known and complete, by the most preferred estimator that has one. */
    Optional<Cited> latest(String indicator, String entity) {
        return series(indicator, entity)
                .flatMap(s -> newest(readings(indicator, s)).stream())
                .findFirst();
    }

    /** As {@link #latest}, among periods of one length only. */
    Optional<Cited> latest(String indicator, String entity, Period.Type type) {
        return series(indicator, entity)
                .flatMap(s -> newest(readings(indicator, s)
                        .filter(c -> c.reading().period().type() == type)).stream())
                .findFirst();
    }

    /** The value of an entity for exactly this period, known and complete, by the most preferred estimator. */
    Optional<Cited> at(String indicator, String entity, Period period) {
        return readings(indicator, entity)
                .filter(c -> c.reading().period().equals(period) && settled(c.reading()))
                .findFirst();
    }

    /** The newest of these readings that is known and complete. */
    static Optional<Cited> newest(Stream<Cited> readings) {
        return readings.filter(c -> settled(c.reading())).max(NEWEST);
    }

    /** Whether a value is known (not announced or projected) and its period was over. */
    static boolean settled(Reading reading) {
        return known(reading) && !reading.partial();
    }

    static boolean known(Reading reading) {
        return reading.status() == Status.ACTUAL || reading.status() == Status.ESTIMATE;
    }
}
