package io.raceboard.review;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.EventDraft;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.RecordKey;
import io.raceboard.ledger.SeriesDraft;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger's own records as text and back, and the batch that a proposal's items make. */
@Component
class Drafts {

    private static final Map<Kind, Class<?>> TYPES = Map.of(
            Kind.TOPIC, Topic.class, Kind.UNIT, Unit.class, Kind.ESTIMATOR, Estimator.class,
            Kind.SOURCE, Source.class, Kind.ENTITY, Entity.class, Kind.INDICATOR, IndicatorDraft.class,
            Kind.SERIES, SeriesDraft.class, Kind.OBSERVATION, ObservationDraft.class, Kind.EVENT, EventDraft.class);

    private final JsonMapper json;

    Drafts(JsonMapper json) {
        this.json = json;
    }

    String write(Object draft) {
        return json.writeValueAsString(draft);
    }

    Object read(Kind kind, String text) {
        return json.readValue(text, TYPES.get(kind));
    }

    JsonNode tree(Object draft) {
        return json.valueToTree(draft);
    }

    Object fromTree(Kind kind, JsonNode tree) {
        return json.treeToValue(tree, TYPES.get(kind));
    }

    /** All that these items want, by somebody who started from their bases. */
    static Batch batch(Collection<ProposalItem> items) {
        return new Batch(of(items, Topic.class), of(items, Unit.class), of(items, Estimator.class),
                of(items, Source.class), of(items, Entity.class), of(items, IndicatorDraft.class),
                of(items, SeriesDraft.class), of(items, ObservationDraft.class), of(items, EventDraft.class))
                .seen(items.stream().filter(i -> i.kind() != Kind.OBSERVATION).collect(Collectors.toMap(
                        i -> new RecordKey(i.kind(), i.key()), ProposalItem::base, (one, same) -> one)));
    }

    private static <T> List<T> of(Collection<ProposalItem> items, Class<T> type) {
        return items.stream().map(ProposalItem::draft).filter(type::isInstance).map(type::cast).toList();
    }

    /** The same value, with the vintage that its writer looked at. */
    static ObservationDraft seen(ObservationDraft d, int vintage) {
        return new ObservationDraft(d.indicator(), d.entity(), d.estimator(), d.period(), d.amount(), d.low(),
                d.high(), d.status(), d.partial(), d.withdrawn(), d.source(), d.note(), vintage);
    }
}
