package io.raceboard.ledger;

import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.ESTIMATOR;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.POLICY_EVENT;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;
import static io.raceboard.db.Tables.TOPIC;
import static io.raceboard.db.Tables.UNIT;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Fault.Kind;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * All kinds of catalogue records: the names of their parts in the files, the columns of the store, what each part may
 * hold. In the order in which they can be written.
 */
final class Shelves {

    static final Shelf<Topic> TOPICS = new Shelf<>(Kind.TOPIC, "topic", TOPIC, null, TOPIC.REVISION,
            TOPIC.CHANGE_ID, Batch::topics, 1, columns(
                    key("slug", TOPIC.SLUG, Topic::slug),
                    of("position", TOPIC.SORT_ORDER, Topic::position),
                    both("title", TOPIC.TITLE_EN, TOPIC.TITLE_ZH, Topic::title),
                    both("question", TOPIC.QUESTION_EN, TOPIC.QUESTION_ZH, Topic::question)));

    static final Shelf<Unit> UNITS = new Shelf<>(Kind.UNIT, "unit", UNIT, null, UNIT.REVISION,
            UNIT.CHANGE_ID, Batch::units, 1, columns(
                    key("code", UNIT.CODE, Unit::code),
                    needed("dimension", UNIT.DIMENSION, Unit::dimension),
                    both("label", UNIT.LABEL_EN, UNIT.LABEL_ZH, Unit::label),
                    // a ratio has no short name
                    any("short", UNIT.SHORT_EN, UNIT.SHORT_ZH, Unit::shortLabel)));

    static final Shelf<Estimator> ESTIMATORS = new Shelf<>(Kind.ESTIMATOR, "estimator", ESTIMATOR, null,
            ESTIMATOR.REVISION, ESTIMATOR.CHANGE_ID, Batch::estimators, 1, columns(
                    key("slug", ESTIMATOR.SLUG, Estimator::slug),
                    both("title", ESTIMATOR.TITLE_EN, ESTIMATOR.TITLE_ZH, Estimator::title)));

    static final Shelf<Source> SOURCES = new Shelf<>(Kind.SOURCE, "source", SOURCE, SOURCE.ID,
            SOURCE.REVISION, SOURCE.CHANGE_ID, Batch::sources, 1, columns(
                    key("key", SOURCE.SLUG, Source::slug),
                    needed("title", SOURCE.TITLE, Source::title),
                    needed("publisher", SOURCE.PUBLISHER, Source::publisher),
                    Stream.of(Column.of("url", SOURCE.URL, Source::url).like(Form.ADDRESS)),
                    Stream.of(Column.of("published", SOURCE.PUBLISHED, Source::published).like(Form.PERIOD)),
                    needed("licence", SOURCE.LICENCE, Source::licence),
                    words("licence_kind", SOURCE.LICENCE_KIND, Source::licenceKind, "public-domain", "attribution",
                            "share-alike", "facts", "quote-only", "unknown"),
                    of("redistributable", SOURCE.REDISTRIBUTABLE, Source::redistributable),
                    of("share_alike", SOURCE.SHARE_ALIKE, Source::shareAlike),
                    of("note", SOURCE.NOTE, Source::note)));

    static final Shelf<Entity> ENTITIES = new Shelf<>(Kind.ENTITY, "entity", ENTITY, ENTITY.ID,
            ENTITY.REVISION, ENTITY.CHANGE_ID, Batch::entities, 1, columns(
                    key("slug", ENTITY.SLUG, Entity::slug),
                    of("kind", ENTITY.KIND, e -> code(e.kind())),
                    Stream.of(Column.of("parent", ENTITY.PARENT, Entity::parent).refersTo(Kind.ENTITY)),
                    both("title", ENTITY.TITLE_EN, ENTITY.TITLE_ZH, Entity::title),
                    both("short", ENTITY.SHORT_EN, ENTITY.SHORT_ZH, Entity::shortTitle),
                    Stream.of(Column.of("colour", ENTITY.COLOUR, Entity::colour).needed().like(Form.COLOUR)),
                    of("dash", ENTITY.DASH, e -> code(e.dash())),
                    of("marker", ENTITY.MARKER, e -> code(e.marker()))));

    static final Shelf<IndicatorDraft> INDICATORS = new Shelf<>(Kind.INDICATOR, "indicator", INDICATOR,
            INDICATOR.ID, INDICATOR.REVISION, INDICATOR.CHANGE_ID, Batch::indicators, 1, columns(
                    key("slug", INDICATOR.SLUG, IndicatorDraft::slug),
                    reference("topic", INDICATOR.TOPIC, IndicatorDraft::topic, Kind.TOPIC),
                    of("position", INDICATOR.SORT_ORDER, IndicatorDraft::position),
                    both("title", INDICATOR.TITLE_EN, INDICATOR.TITLE_ZH, IndicatorDraft::title),
                    both("subtitle", INDICATOR.SUBTITLE_EN, INDICATOR.SUBTITLE_ZH, IndicatorDraft::subtitle),
                    reference("unit", INDICATOR.UNIT, IndicatorDraft::unit, Kind.UNIT),
                    of("cadence", INDICATOR.CADENCE, i -> i.cadence().code()),
                    of("lag_days", INDICATOR.LAG_DAYS, IndicatorDraft::lagDays),
                    of("draw", INDICATOR.DRAW, i -> i.draw().code()),
                    both("method", INDICATOR.METHOD_EN, INDICATOR.METHOD_ZH, IndicatorDraft::method),
                    any("caveat", INDICATOR.CAVEAT_EN, INDICATOR.CAVEAT_ZH, IndicatorDraft::caveat),
                    needed("licence", INDICATOR.LICENCE, IndicatorDraft::licence),
                    of("interval", INDICATOR.INTERVAL_KIND, IndicatorDraft::interval),
                    of("estimates", INDICATOR.ESTIMATES, i -> i.allEstimates() ? "all" : "preferred"),
                    Stream.of(Column.<IndicatorDraft>of("default_entities", INDICATOR.DEFAULT_ENTITIES,
                            i -> Column.join(i.defaultEntities())).refersToMany(Kind.ENTITY)),
                    Stream.of(Column.of("default_time", INDICATOR.DEFAULT_TIME, IndicatorDraft::defaultTime)
                            .like(Form.SPAN))));

    static final Shelf<SeriesDraft> SERIES_RECORDS = new Shelf<>(Kind.SERIES, "series", SERIES, SERIES.ID,
            SERIES.REVISION, SERIES.CHANGE_ID, Batch::series, 3, columns(
                    Stream.of(Column.of("indicator", SERIES.INDICATOR_ID, SeriesDraft::indicator).needed()
                            .refersTo(Kind.INDICATOR).readAs(SERIES.indicator().SLUG)),
                    Stream.of(Column.of("entity", SERIES.ENTITY_ID, SeriesDraft::entity).needed()
                            .refersTo(Kind.ENTITY).readAs(SERIES.entity().SLUG)),
                    reference("estimator", SERIES.ESTIMATOR, SeriesDraft::estimator, Kind.ESTIMATOR),
                    of("rank", SERIES.PREFERENCE, SeriesDraft::preference),
                    any("title", SERIES.TITLE_EN, SERIES.TITLE_ZH, SeriesDraft::title)));

    static final Shelf<EventDraft> EVENTS = new Shelf<>(Kind.EVENT, "policy_event", POLICY_EVENT,
            POLICY_EVENT.ID, POLICY_EVENT.REVISION, POLICY_EVENT.CHANGE_ID, Batch::events, 1, columns(
                    key("slug", POLICY_EVENT.SLUG, EventDraft::slug),
                    Stream.of(Column.of("date", POLICY_EVENT.STARTS, EventDraft::starts).needed().like(Form.PERIOD)),
                    Stream.of(Column.of("end_date", POLICY_EVENT.ENDS, EventDraft::ends).like(Form.PERIOD)),
                    Stream.of(Column.links("jurisdictions", Kind.ENTITY, EventDraft::jurisdictions).needed()),
                    words("category", POLICY_EVENT.CATEGORY, EventDraft::category, "export-control",
                            "trade-retaliation", "industrial", "regulation", "investment", "international", "energy",
                            "immigration", "model-release"),
                    words("status", POLICY_EVENT.STATUS, EventDraft::status, "proposed", "announced", "in-force",
                            "suspended", "blocked", "rescinded", "completed"),
                    words("direction", POLICY_EVENT.DIRECTION, EventDraft::direction, "tighten", "loosen", "neutral"),
                    both("title", POLICY_EVENT.TITLE_EN, POLICY_EVENT.TITLE_ZH, EventDraft::title),
                    needed("summary_en", POLICY_EVENT.SUMMARY_EN, e -> e.summary().en()),
                    of("summary_zh", POLICY_EVENT.SUMMARY_ZH, e -> e.summary().zh()),
                    Stream.of(Column.links("sources", Kind.SOURCE, EventDraft::sources).needed()),
                    Stream.of(Column.links("indicators", Kind.INDICATOR,
                            e -> e.indicators().stream().sorted().toList())),
                    Stream.of(Column.list("history", e -> EventStep.join(e.history())))));

    static final List<Shelf<?>> ALL =
            List.of(TOPICS, UNITS, ESTIMATORS, SOURCES, ENTITIES, INDICATORS, SERIES_RECORDS, EVENTS);

    private Shelves() {
    }

    /** The one of that name in the tables of revisions and aliases. */
    static Shelf<?> of(String recordType) {
        return ALL.stream().filter(s -> s.recordType().equals(recordType)).findFirst().orElseThrow();
    }

    static Shelf<?> of(Kind kind) {
        return ALL.stream().filter(s -> s.kind() == kind).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a catalogue record: " + kind));
    }

    @SafeVarargs
    private static <T> List<Column<T>> columns(Stream<Column<T>>... parts) {
        return Stream.of(parts).flatMap(Function.identity()).toList();
    }

    private static <T> Stream<Column<T>> of(String name, TableField<?, ?> field,
            Function<T, @Nullable Object> value) {
        return Stream.of(Column.of(name, field, value));
    }

    private static <T> Stream<Column<T>> needed(String name, TableField<?, ?> field,
            Function<T, @Nullable Object> value) {
        return Stream.of(Column.of(name, field, value).needed());
    }

    private static <T> Stream<Column<T>> key(String name, TableField<?, ?> field,
            Function<T, @Nullable Object> value) {
        return Stream.of(Column.of(name, field, value).needed().like(Form.SLUG));
    }

    private static <T> Stream<Column<T>> words(String name, TableField<?, ?> field,
            Function<T, @Nullable Object> value, String... allowed) {
        return Stream.of(Column.of(name, field, value).needed().oneOf(allowed));
    }

    private static <T> Stream<Column<T>> reference(String name, TableField<?, ?> field,
            Function<T, @Nullable Object> value, Kind kind) {
        return Stream.of(Column.of(name, field, value).needed().refersTo(kind));
    }

    /** A label that must be there in both languages. */
    private static <T> Stream<Column<T>> both(String name, TableField<?, String> en, TableField<?, String> zh,
            Function<T, @Nullable Label> label) {
        return any(name, en, zh, label).map(Column::needed);
    }

    private static <T> Stream<Column<T>> any(String name, TableField<?, String> en, TableField<?, String> zh,
            Function<T, @Nullable Label> label) {
        return Stream.of(
                Column.of(name + "_en", en, t -> label.apply(t) instanceof Label l ? l.en() : null),
                Column.of(name + "_zh", zh, t -> label.apply(t) instanceof Label l ? l.zh() : null));
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
