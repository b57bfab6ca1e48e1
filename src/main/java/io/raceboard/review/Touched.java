package io.raceboard.review;

import io.raceboard.ledger.Batch;
import io.raceboard.ledger.EventDraft;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.catalog.Topic;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which topics a batch touches. */
record Touched(Map<String, String> topicOf, Map<String, String> proposedTopicOf) {

    /** Stands for what all topics share: sources, entities, units, estimators. */
    static final String SHARED = "*";
    /** The topic that policy events belong to. */
    static final String EVENTS = "policy";

    /** @param topicOf the topics of indicators as they are in the store, by slug */
    static Touched by(Batch batch, Map<String, String> topicOf) {
        var proposed = new java.util.HashMap<String, String>();
        batch.indicators().forEach(i -> proposed.put(i.slug(), i.topic()));
        return new Touched(topicOf, proposed);
    }

    /** Of the record alone, for lists. */
    String topic(Object draft) {
        return switch (draft) {
            case Topic topic -> topic.slug();
            case EventDraft event -> EVENTS;
            default -> indicator(draft) instanceof String slug
                    ? topicOf.getOrDefault(slug, proposedTopicOf.getOrDefault(slug, SHARED)) : SHARED;
        };
    }

    /** The indicator whose page the record changes; null for what belongs to none. */
    static @Nullable String indicator(Object draft) {
        return switch (draft) {
            case IndicatorDraft i -> i.slug();
            case SeriesDraft s -> s.indicator();
            case ObservationDraft o -> o.indicator();
            default -> null;
        };
    }

    /** All topics whose rules hold for the batch; an indicator that moves touches the one it leaves, too. */
    Set<String> topics(Batch batch) {
        var found = new HashSet<String>();
        batch.topics().forEach(t -> found.add(topic(t)));
        batch.indicators().forEach(i -> {
            found.add(topic(i));
            found.add(i.topic());
        });
        batch.series().forEach(s -> found.add(topic(s)));
        batch.observations().stream().map(ObservationDraft::indicator).distinct()
                .forEach(slug -> found.add(topicOf.getOrDefault(slug, proposedTopicOf.getOrDefault(slug, SHARED))));
        if (!batch.events().isEmpty()) {
            found.add(EVENTS);
        }
        if (!batch.units().isEmpty() || !batch.estimators().isEmpty() || !batch.sources().isEmpty()
                || !batch.entities().isEmpty()) {
            found.add(SHARED);
        }
        return found;
    }
}
