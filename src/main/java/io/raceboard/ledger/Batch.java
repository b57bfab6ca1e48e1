package io.raceboard.ledger;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import java.util.List;

/**
 * What somebody wants to have in the store, in any order: records refer to each other, and to what is there already,
 * by slug. What is not mentioned stays as it is. The same catalogue entry or event may be given twice if both are
 * equal; a value may be given once.
 */
public record Batch(List<Topic> topics, List<Unit> units, List<Estimator> estimators, List<Source> sources,
        List<Entity> entities, List<IndicatorDraft> indicators, List<SeriesDraft> series,
        List<ObservationDraft> observations, List<EventDraft> events) {

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
    }

    /** A batch of nothing but values. */
    public static Batch of(ObservationDraft... observations) {
        return new Batch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(observations), List.of());
    }
}
