package io.raceboard.policy;

import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.POLICY_EVENT;
import static io.raceboard.db.Tables.POLICY_EVENT_INDICATOR;
import static io.raceboard.db.Tables.POLICY_EVENT_JURISDICTION;
import static io.raceboard.db.Tables.POLICY_EVENT_SOURCE;
import static io.raceboard.db.Tables.POLICY_EVENT_STATUS;
import static io.raceboard.db.Tables.SOURCE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Reads the policy events whole, in one round trip. */
@Component
class PolicyQueries {

    private final DSLContext sql;

    PolicyQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** All events, oldest first; an entity or source that many events name is one object. */
    List<PolicyEvent> events() {
        return List.copyOf(sql.select(
                        POLICY_EVENT.SLUG,
                        POLICY_EVENT.STARTS.convertFrom(Period::parse),
                        POLICY_EVENT.ENDS.convertFrom(ends -> ends == null ? null : Period.parse(ends)),
                        jurisdictions(),
                        POLICY_EVENT.CATEGORY.convertFrom(PolicyEvent.Category::of),
                        POLICY_EVENT.STATUS.convertFrom(PolicyEvent.Status::of),
                        POLICY_EVENT.DIRECTION.convertFrom(PolicyEvent.Direction::of),
                        row(POLICY_EVENT.TITLE_EN, POLICY_EVENT.TITLE_ZH).mapping(Label::new),
                        row(POLICY_EVENT.SUMMARY_EN, POLICY_EVENT.SUMMARY_ZH).mapping(Label::new),
                        sources(),
                        indicators(),
                        history())
                .from(POLICY_EVENT)
                .orderBy(POLICY_EVENT.STARTS_ON, POLICY_EVENT.SLUG)
                .fetch(mapping(PolicyEvent::new)));
    }

    private static Field<List<Entity>> jurisdictions() {
        Map<String, Entity> known = new HashMap<>();
        var of = POLICY_EVENT_JURISDICTION;
        return multiset(select(ENTITY.SLUG, ENTITY.KIND, ENTITY.PARENT, ENTITY.TITLE_EN, ENTITY.TITLE_ZH,
                        ENTITY.SHORT_EN, ENTITY.SHORT_ZH, ENTITY.COLOUR, ENTITY.DASH, ENTITY.MARKER)
                        .from(of)
                        .join(ENTITY).on(of.ENTITY_ID.eq(ENTITY.ID))
                        .where(of.EVENT_ID.eq(POLICY_EVENT.ID))
                        .orderBy(of.POSITION))
                .convertFrom(rows -> List.copyOf(rows.map(mapping(
                        (slug, kind, parent, en, zh, shortEn, shortZh, colour, dash, marker) ->
                                known.computeIfAbsent(slug, first -> new Entity(slug,
                                        Entity.Kind.valueOf(upper(kind)), parent, new Label(en, zh),
                                        new Label(shortEn, shortZh), colour, Entity.Dash.valueOf(upper(dash)),
                                        Entity.Marker.valueOf(upper(marker))))))));
    }

    private static Field<List<Source>> sources() {
        Map<String, Source> known = new HashMap<>();
        var of = POLICY_EVENT_SOURCE;
        return multiset(select(SOURCE.SLUG, SOURCE.TITLE, SOURCE.PUBLISHER, SOURCE.URL, SOURCE.PUBLISHED,
                        SOURCE.LICENCE, SOURCE.LICENCE_KIND, SOURCE.REDISTRIBUTABLE, SOURCE.SHARE_ALIKE, SOURCE.NOTE)
                        .from(of)
                        .join(SOURCE).on(of.SOURCE_ID.eq(SOURCE.ID))
                        .where(of.EVENT_ID.eq(POLICY_EVENT.ID))
                        .orderBy(of.POSITION))
                .convertFrom(rows -> List.copyOf(rows.map(mapping(Source::new)).stream()
                        .map(source -> known.computeIfAbsent(source.slug(), first -> source))
                        .toList()));
    }

    private static Field<List<String>> indicators() {
        var of = POLICY_EVENT_INDICATOR;
        return multiset(select(INDICATOR.SLUG)
                        .from(of)
                        .join(INDICATOR).on(of.INDICATOR_ID.eq(INDICATOR.ID))
                        .where(of.EVENT_ID.eq(POLICY_EVENT.ID))
                        .orderBy(INDICATOR.SORT_ORDER, INDICATOR.SLUG))
                .convertFrom(rows -> List.copyOf(rows.map(mapping(slug -> slug.intern()))));
    }

    private static Field<List<PolicyEvent.Step>> history() {
        var of = POLICY_EVENT_STATUS;
        return multiset(select(of.STATUS, of.SINCE).from(of).where(of.EVENT_ID.eq(POLICY_EVENT.ID))
                        .orderBy(of.POSITION))
                .convertFrom(rows -> List.copyOf(rows.map(mapping((status, since) ->
                        new PolicyEvent.Step(PolicyEvent.Status.of(status), Period.parse(since))))));
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
