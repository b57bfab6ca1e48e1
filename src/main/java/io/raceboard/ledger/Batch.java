package io.raceboard.ledger;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody wants to have in the store, in any order: records refer to each other, and to what is there already,
 * by slug; old slugs of renamed records do. What is not mentioned stays as it is. The same catalogue entry or event may
 * be given twice if both are equal; a value may be given once.
 *
 * @param seen the revision that the writer of a record started from, 0 for none; if another one is current by now, and
 *         it says something else, the batch is refused. Records that are not in it replace whatever is current. Values
 *         carry theirs themselves
 */
public record Batch(List<Topic> topics, List<Unit> units, List<Estimator> estimators, List<Source> sources,
        List<Entity> entities, List<IndicatorDraft> indicators, List<SeriesDraft> series,
        List<ObservationDraft> observations, List<EventDraft> events, Map<RecordKey, Integer> seen) {

    /** Nothing. */
    public static final Batch EMPTY = new Batch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of());

    public Batch {
        topics = List.copyOf(topics);
        units = List.copyOf(units);
        estimators = List.copyOf(estimators);
        sources = List.copyOf(sources);
        entities = List.copyOf(entities);
        indicators = List.copyOf(indicators);
        series = List.copyOf(series);
        observations = List.copyOf(observations);
        events = List.copyOf(events);
        seen = Map.copyOf(seen);
    }

    public Batch(List<Topic> topics, List<Unit> units, List<Estimator> estimators, List<Source> sources,
            List<Entity> entities, List<IndicatorDraft> indicators, List<SeriesDraft> series,
            List<ObservationDraft> observations, List<EventDraft> events) {
        this(topics, units, estimators, sources, entities, indicators, series, observations, events, Map.of());
    }

    /** A batch of nothing but values. */
    public static Batch of(ObservationDraft... observations) {
        return values(List.of(observations));
    }

    /** A batch of nothing but values. */
    public static Batch values(List<ObservationDraft> observations) {
        return new Batch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), observations,
                List.of());
    }

    public static Batch of(Topic... topics) {
        return new Batch(List.of(topics), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    public static Batch of(Unit... units) {
        return new Batch(List.of(), List.of(units), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    public static Batch of(Estimator... estimators) {
        return new Batch(List.of(), List.of(), List.of(estimators), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    public static Batch of(Source... sources) {
        return new Batch(List.of(), List.of(), List.of(), List.of(sources), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    public static Batch of(Entity... entities) {
        return new Batch(List.of(), List.of(), List.of(), List.of(), List.of(entities), List.of(), List.of(),
                List.of(), List.of());
    }

    public static Batch of(IndicatorDraft... indicators) {
        return new Batch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(indicators), List.of(),
                List.of(), List.of());
    }

    public static Batch of(SeriesDraft... series) {
        return new Batch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(series), List.of(),
                List.of());
    }

    public static Batch of(EventDraft... events) {
        return new Batch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(events));
    }

    /** Both together, to be saved as one change. */
    public Batch and(Batch other) {
        var both = new HashMap<>(seen);
        both.putAll(other.seen);
        return new Batch(join(topics, other.topics), join(units, other.units), join(estimators, other.estimators),
                join(sources, other.sources), join(entities, other.entities), join(indicators, other.indicators),
                join(series, other.series), join(observations, other.observations), join(events, other.events), both);
    }

    /** The same, written by somebody who started from these revisions. */
    public Batch seen(Map<RecordKey, Integer> revisions) {
        return new Batch(topics, units, estimators, sources, entities, indicators, series, observations, events,
                revisions);
    }

    private static <T> List<T> join(List<T> one, List<T> other) {
        return one.isEmpty() ? other : other.isEmpty() ? one : Stream.concat(one.stream(), other.stream()).toList();
    }
}
