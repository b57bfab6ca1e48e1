package io.raceboard.ledger;

import io.raceboard.catalog.Entity;
import io.raceboard.ledger.Fault.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Slugs that were in use, by kind, with the slug of today. What refers to a record by an old slug means the record of
 * today; a record itself cannot be given under an old slug.
 */
record Aliases(Map<Kind, Map<String, String>> slugs) {

    static final Aliases NONE = new Aliases(Map.of());

    boolean isOld(Kind kind, String slug) {
        return slugs.getOrDefault(kind, Map.of()).containsKey(slug);
    }

    String now(Kind kind, String slug) {
        return slugs.getOrDefault(kind, Map.of()).getOrDefault(slug, slug);
    }

    /** The batch with the slugs of today in all that refers to something. */
    Batch resolve(Batch batch) {
        if (slugs.isEmpty()) {
            return batch;
        }
        var seen = new HashMap<RecordKey, Integer>();
        batch.seen().forEach((key, revision) -> seen.put(
                key.kind() == Kind.SERIES ? new RecordKey(Kind.SERIES, series(key.key())) : key, revision));
        return new Batch(batch.topics(), batch.units(), batch.estimators(), batch.sources(),
                all(batch.entities(), this::resolve), all(batch.indicators(), this::resolve),
                all(batch.series(), this::resolve), all(batch.observations(), this::resolve),
                all(batch.events(), this::resolve), seen);
    }

    /** The key of a series with the slugs of today. */
    String series(String key) {
        var parts = key.split("/", -1);
        return parts.length != 3 ? key : now(Kind.INDICATOR, parts[0]) + "/" + now(Kind.ENTITY, parts[1]) + "/"
                + now(Kind.ESTIMATOR, parts[2]);
    }

    /** A record's body, by column, with the slugs of today in all that refers to something. */
    void resolve(Shelf<?> shelf, Map<String, @Nullable Object> body) {
        if (slugs.isEmpty()) {
            return;
        }
        for (var column : shelf.columns()) {
            if (column.refersTo() != null && body.get(column.name()) instanceof String text) {
                body.put(column.name(), column.many() ? Column.join(now(column.refersTo(), List.of(text.split(";"))))
                        : now(column.refersTo(), text));
            }
        }
    }

    private Entity resolve(Entity e) {
        return e.parent() == null || !isOld(Kind.ENTITY, e.parent()) ? e : new Entity(e.slug(), e.kind(),
                now(Kind.ENTITY, e.parent()), e.title(), e.shortTitle(), e.colour(), e.dash(), e.marker());
    }

    private IndicatorDraft resolve(IndicatorDraft i) {
        return new IndicatorDraft(i.slug(), now(Kind.TOPIC, i.topic()), i.position(), i.title(), i.subtitle(),
                i.unit(), i.cadence(), i.lagDays(), i.draw(), i.method(), i.caveat(), i.licence(), i.interval(),
                i.allEstimates(), now(Kind.ENTITY, i.defaultEntities()), i.defaultTime());
    }

    private SeriesDraft resolve(SeriesDraft s) {
        return new SeriesDraft(now(Kind.INDICATOR, s.indicator()), now(Kind.ENTITY, s.entity()),
                now(Kind.ESTIMATOR, s.estimator()), s.preference(), s.title());
    }

    private ObservationDraft resolve(ObservationDraft o) {
        if (!isOld(Kind.INDICATOR, o.indicator()) && !isOld(Kind.ENTITY, o.entity())
                && !isOld(Kind.ESTIMATOR, o.estimator()) && !isOld(Kind.SOURCE, o.source())) {
            return o;
        }
        return new ObservationDraft(now(Kind.INDICATOR, o.indicator()), now(Kind.ENTITY, o.entity()),
                now(Kind.ESTIMATOR, o.estimator()), o.period(), o.amount(), o.low(), o.high(), o.status(),
                o.partial(), o.withdrawn(), now(Kind.SOURCE, o.source()), o.note(), o.seen());
    }

    private EventDraft resolve(EventDraft e) {
        return new EventDraft(e.slug(), e.starts(), e.ends(), now(Kind.ENTITY, e.jurisdictions()), e.category(),
                e.status(), e.direction(), e.title(), e.summary(), now(Kind.SOURCE, e.sources()),
                now(Kind.INDICATOR, e.indicators()), e.history());
    }

    /** Two old slugs of one record are the record once; what was named twice on purpose or by mistake stays so. */
    private List<String> now(Kind kind, List<String> named) {
        return named.stream().anyMatch(slug -> isOld(kind, slug))
                ? named.stream().map(slug -> now(kind, slug)).distinct().toList() : named;
    }

    private static <T> List<T> all(List<T> drafts, UnaryOperator<T> resolve) {
        return drafts.stream().map(resolve).toList();
    }
}
