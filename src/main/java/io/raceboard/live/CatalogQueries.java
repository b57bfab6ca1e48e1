package io.raceboard.live;

import static io.raceboard.db.Tables.ALIAS;
import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.POLICY_EVENT;
import static io.raceboard.db.Tables.REVISION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;
import static io.raceboard.db.Tables.TOPIC;
import static io.raceboard.db.Tables.UNIT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.db.tables.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the catalogue, the newest versions of everything, and the totals. */
@Component
class CatalogQueries {

    private static final Change CHANGE = io.raceboard.db.Tables.CHANGE;

    private final DSLContext sql;

    CatalogQueries(DSLContext sql) {
        this.sql = sql;
    }

    Catalog catalog() {
        var topics = sql.select(TOPIC.SLUG, TOPIC.TITLE_EN, TOPIC.TITLE_ZH, TOPIC.QUESTION_EN, TOPIC.QUESTION_ZH,
                        TOPIC.SORT_ORDER)
                .from(TOPIC)
                .orderBy(TOPIC.SORT_ORDER)
                .fetch(mapping((slug, en, zh, askEn, askZh, order) ->
                        new Topic(slug, new Label(en, zh), new Label(askEn, askZh), order)));
        var units = sql.select(UNIT.CODE, UNIT.DIMENSION, UNIT.LABEL_EN, UNIT.LABEL_ZH, UNIT.SHORT_EN, UNIT.SHORT_ZH)
                .from(UNIT)
                .fetch(mapping((code, dimension, en, zh, shortEn, shortZh) ->
                        new Unit(code, dimension, new Label(en, zh), new Label(shortEn, shortZh))))
                .stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        return new Catalog(topics, indicators(units), entities(), sources(), version(), renamed());
    }

    private List<Indicator> indicators(Map<String, Unit> units) {
        return sql.select(INDICATOR.asterisk())
                .from(INDICATOR)
                .join(TOPIC).on(INDICATOR.TOPIC.eq(TOPIC.SLUG))
                .orderBy(TOPIC.SORT_ORDER, INDICATOR.SORT_ORDER, INDICATOR.SLUG)
                .fetch(r -> new Indicator(r.get(INDICATOR.SLUG), r.get(INDICATOR.TOPIC), r.get(INDICATOR.SORT_ORDER),
                        new Label(r.get(INDICATOR.TITLE_EN), r.get(INDICATOR.TITLE_ZH)),
                        new Label(r.get(INDICATOR.SUBTITLE_EN), r.get(INDICATOR.SUBTITLE_ZH)),
                        units.get(r.get(INDICATOR.UNIT)), Cadence.of(r.get(INDICATOR.CADENCE)),
                        r.get(INDICATOR.LAG_DAYS), Draw.of(r.get(INDICATOR.DRAW)),
                        new Label(r.get(INDICATOR.METHOD_EN), r.get(INDICATOR.METHOD_ZH)),
                        label(r.get(INDICATOR.CAVEAT_EN), r.get(INDICATOR.CAVEAT_ZH)), r.get(INDICATOR.LICENCE),
                        r.get(INDICATOR.INTERVAL_KIND), r.get(INDICATOR.ESTIMATES).equals("all"),
                        list(r.get(INDICATOR.DEFAULT_ENTITIES)), r.get(INDICATOR.DEFAULT_TIME)));
    }

    private Map<String, Entity> entities() {
        return sql.select(ENTITY.SLUG, ENTITY.KIND, ENTITY.PARENT, ENTITY.TITLE_EN, ENTITY.TITLE_ZH, ENTITY.SHORT_EN,
                        ENTITY.SHORT_ZH, ENTITY.COLOUR, ENTITY.DASH, ENTITY.MARKER)
                .from(ENTITY)
                .orderBy(ENTITY.ID)
                .fetch(mapping((slug, kind, parent, en, zh, shortEn, shortZh, colour, dash, marker) ->
                        new Entity(slug, Entity.Kind.valueOf(upper(kind)), parent, new Label(en, zh),
                                new Label(shortEn, shortZh), colour, Entity.Dash.valueOf(upper(dash)),
                                Entity.Marker.valueOf(upper(marker)))))
                .stream().collect(Collectors.toMap(Entity::slug, Function.identity(), (a, b) -> a,
                        LinkedHashMap::new));
    }

    private Map<String, Source> sources() {
        return sql.select(SOURCE.SLUG, SOURCE.TITLE, SOURCE.PUBLISHER, SOURCE.URL, SOURCE.PUBLISHED, SOURCE.LICENCE,
                        SOURCE.LICENCE_KIND, SOURCE.REDISTRIBUTABLE, SOURCE.SHARE_ALIKE, SOURCE.NOTE)
                .from(SOURCE)
                .where(SOURCE.MERGED_INTO.isNull())
                .orderBy(SOURCE.PUBLISHER, SOURCE.TITLE)
                .fetch(mapping(Source::new))
                .stream().collect(Collectors.toMap(Source::slug, Function.identity(), (a, b) -> a,
                        LinkedHashMap::new));
    }

    private Map<String, Map<String, String>> renamed() {
        return sql.select(ALIAS.RECORD_TYPE, ALIAS.OLD_SLUG, ALIAS.SLUG).from(ALIAS).fetch().stream()
                .collect(Collectors.groupingBy(r -> r.value1(), Collectors.toMap(r -> r.value2(), r -> r.value3())));
    }

    private long version() {
        return sql.select(coalesce(max(REVISION.CHANGE_ID), inline(0L)))
                .from(REVISION)
                .where(REVISION.RECORD_TYPE.ne("policy_event"))
                .fetchSingle()
                .value1();
    }

    /** The newest versions, in two round trips whatever the size of the store. */
    Versions versions(LocalDate today) {
        var newest = sql.select(
                        coalesce(max(CHANGE.ID), inline(0L)),
                        max(CHANGE.RECORDED_AT),
                        field(select(coalesce(max(REVISION.CHANGE_ID), inline(0L))).from(REVISION)
                                .where(REVISION.RECORD_TYPE.ne("policy_event"))),
                        field(select(coalesce(max(REVISION.CHANGE_ID), inline(0L))).from(REVISION)
                                .where(REVISION.RECORD_TYPE.eq("policy_event"))),
                        field(select(max(REVISION.change().RECORDED_AT)).from(REVISION)
                                .where(REVISION.RECORD_TYPE.eq("policy_event"))))
                .from(CHANGE)
                .fetchSingle();
        var ofIndicators = sql.select(INDICATOR.SLUG, max(OBSERVATION.CHANGE_ID))
                .from(OBSERVATION)
                .join(SERIES).on(OBSERVATION.SERIES_ID.eq(SERIES.ID))
                .join(INDICATOR).on(SERIES.INDICATOR_ID.eq(INDICATOR.ID))
                .groupBy(INDICATOR.SLUG)
                .fetchMap(INDICATOR.SLUG, max(OBSERVATION.CHANGE_ID));
        return new Versions(newest.value1(), newest.value3(), newest.value4(), Map.copyOf(ofIndicators),
                Objects.requireNonNullElse(newest.value2(), Instant.EPOCH),
                Objects.requireNonNullElse(newest.value5(), Instant.EPOCH), today);
    }

    Totals totals() {
        return totals(sql.fetchCount(OBSERVATION,
                OBSERVATION.CURRENT_MARK.eq((short) 1).and(OBSERVATION.WITHDRAWN.isFalse())));
    }

    /** The totals with so many current observations, which take long to count. */
    Totals totals(int observations) {
        return sql.select(inline(observations), rows(SERIES), rows(INDICATOR), rows(ENTITY),
                        field(selectCount().from(SOURCE).where(SOURCE.MERGED_INTO.isNull())), rows(POLICY_EVENT), rows(CHANGE))
                .fetchSingle(mapping(Totals::new));
    }

    /** How many more current observations there are since this change; it reads no others. */
    int observationsAddedBy(long change) {
        var before = OBSERVATION.as("before");
        return sql.select(coalesce(sum(when(OBSERVATION.WITHDRAWN, 0).otherwise(1)
                        .minus(when(before.WITHDRAWN.isFalse(), 1).otherwise(0))), BigDecimal.ZERO))
                .from(OBSERVATION)
                .leftJoin(before).on(before.SERIES_ID.eq(OBSERVATION.SERIES_ID), before.PERIOD.eq(OBSERVATION.PERIOD),
                        before.VINTAGE.eq(OBSERVATION.VINTAGE.minus(1)))
                .where(OBSERVATION.CHANGE_ID.eq(change))
                .fetchSingle(r -> r.value1().intValueExact());
    }

    /** Current observations by source, for the list of sources. */
    Map<String, Integer> observationsBySource() {
        return sql.select(SOURCE.SLUG, count())
                .from(OBSERVATION)
                .join(SOURCE).on(OBSERVATION.SOURCE_ID.eq(SOURCE.ID))
                .where(OBSERVATION.CURRENT_MARK.eq((short) 1), OBSERVATION.WITHDRAWN.isFalse())
                .groupBy(SOURCE.SLUG)
                .fetchMap(SOURCE.SLUG, count());
    }

    private static Field<Integer> rows(Table<?> table) {
        return field(selectCount().from(table));
    }

    private static @Nullable Label label(@Nullable String en, @Nullable String zh) {
        return en == null ? null : new Label(en, zh);
    }

    private static List<String> list(@Nullable String joined) {
        return joined == null || joined.isBlank() ? List.of() : List.of(joined.split(";"));
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
