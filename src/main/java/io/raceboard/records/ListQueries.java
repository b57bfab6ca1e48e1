package io.raceboard.records;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.POLICY_EVENT;
import static io.raceboard.db.Tables.POLICY_EVENT_JURISDICTION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;
import static io.raceboard.db.Tables.TOPIC;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import io.raceboard.catalog.Label;
import io.raceboard.catalog.Lang;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Searches, filters, sorts and pages records in the database. */
@Component
class ListQueries {

    private static final SelectField<Line.Saved> SAVED =
            row(CHANGE.RECORDED_AT, CHANGE.ACTOR).mapping(Line.Saved::new);
    private static final io.raceboard.db.tables.Entity PARENT = ENTITY.as("parent");

    private final DSLContext sql;

    ListQueries(DSLContext sql) {
        this.sql = sql;
    }

    Listed<Line.Event> events(Asked asked) {
        var e = POLICY_EVENT;
        var j = POLICY_EVENT_JURISDICTION;
        var where = words(asked.text(), e.SLUG, e.TITLE_EN, e.TITLE_ZH, e.SUMMARY_EN, e.SUMMARY_ZH)
                .and(only(asked, "status", e.STATUS::eq))
                .and(only(asked, "category", e.CATEGORY::eq))
                .and(only(asked, "place", slug -> exists(selectOne().from(j)
                        .where(j.EVENT_ID.eq(e.ID), j.entity().SLUG.eq(slug)))));
        var places = multiset(select(j.entity().SHORT_EN, j.entity().SHORT_ZH).from(j).where(j.EVENT_ID.eq(e.ID))
                .orderBy(j.POSITION)).convertFrom(rows -> rows.map(mapping(Label::new)));
        return page(sql.select(e.SLUG, row(e.TITLE_EN, e.TITLE_ZH).mapping(Label::new), e.STARTS, e.ENDS, e.CATEGORY,
                        e.STATUS, places, SAVED).from(e).join(CHANGE).on(CHANGE.ID.eq(e.CHANGE_ID)).where(where),
                asked, mapping(Line.Event::new), e.SLUG,
                Map.of("title", title(asked, e.TITLE_EN, e.TITLE_ZH), "date", e.STARTS_ON, "category", e.CATEGORY,
                        "status", e.STATUS, "saved", e.CHANGE_ID));
    }

    Listed<Line.Indicator> indicators(Asked asked) {
        var i = INDICATOR;
        var where = words(asked.text(), i.SLUG, i.TITLE_EN, i.TITLE_ZH, i.SUBTITLE_EN, i.SUBTITLE_ZH)
                .and(only(asked, "topic", i.TOPIC::eq))
                .and(only(asked, "unit", i.UNIT::eq))
                .and(only(asked, "cadence", i.CADENCE::eq));
        Field<Integer> series = field(selectCount().from(SERIES).where(SERIES.INDICATOR_ID.eq(i.ID)));
        return page(sql.select(i.SLUG, row(i.TITLE_EN, i.TITLE_ZH).mapping(Label::new),
                        row(i.topic().TITLE_EN, i.topic().TITLE_ZH).mapping(Label::new), i.UNIT, i.CADENCE, series,
                        SAVED).from(i).join(CHANGE).on(CHANGE.ID.eq(i.CHANGE_ID)).where(where),
                asked, mapping(Line.Indicator::new), i.SLUG,
                Map.of("title", title(asked, i.TITLE_EN, i.TITLE_ZH), "topic", i.TOPIC, "unit", i.UNIT, "cadence",
                        i.CADENCE, "saved", i.CHANGE_ID));
    }

    Listed<Line.Entity> entities(Asked asked) {
        var e = ENTITY;
        var where = words(asked.text(), e.SLUG, e.TITLE_EN, e.TITLE_ZH, e.SHORT_EN, e.SHORT_ZH)
                .and(only(asked, "kind", e.KIND::eq))
                .and(only(asked, "parent", e.PARENT::eq));
        Field<Integer> series = field(selectCount().from(SERIES).where(SERIES.ENTITY_ID.eq(e.ID)));
        return page(sql.select(e.SLUG, row(e.TITLE_EN, e.TITLE_ZH).mapping(Label::new), e.KIND,
                        row(PARENT.TITLE_EN, PARENT.TITLE_ZH).mapping((en, zh) -> en == null ? null : new Label(en, zh)),
                        e.COLOUR, series, SAVED)
                        .from(e).join(CHANGE).on(CHANGE.ID.eq(e.CHANGE_ID))
                        .leftJoin(PARENT).on(PARENT.SLUG.eq(e.PARENT)).where(where),
                asked, mapping(Line.Entity::new), e.SLUG,
                Map.of("title", title(asked, e.TITLE_EN, e.TITLE_ZH), "kind", e.KIND, "parent", e.PARENT, "saved",
                        e.CHANGE_ID));
    }

    Listed<Line.Source> sources(Asked asked) {
        var s = SOURCE;
        var where = words(asked.text(), s.SLUG, s.TITLE, s.PUBLISHER, s.URL)
                .and(s.MERGED_INTO.isNull())
                .and(only(asked, "licence", s.LICENCE_KIND::eq))
                .and(only(asked, "twice", yes -> or(s.ID.in(duplicates(address())), s.ID.in(duplicates(name())))));
        // duplicates stand beside each other
        Field<?> title = asked.filters().containsKey("twice") ? name() : s.TITLE;
        return page(sql.select(s.SLUG, s.TITLE.convertFrom(t -> new Label(t, null)), s.PUBLISHER, s.URL, s.PUBLISHED,
                        s.LICENCE_KIND, s.REDISTRIBUTABLE, SAVED)
                        .from(s).join(CHANGE).on(CHANGE.ID.eq(s.CHANGE_ID)).where(where),
                asked, mapping(Line.Source::new), s.SLUG,
                Map.of("title", title, "publisher", s.PUBLISHER, "published", s.PUBLISHED, "licence", s.LICENCE_KIND,
                        "saved", s.CHANGE_ID));
    }

    Listed<Line.Topic> topics(Asked asked) {
        var t = TOPIC;
        var where = words(asked.text(), t.SLUG, t.TITLE_EN, t.TITLE_ZH, t.QUESTION_EN, t.QUESTION_ZH);
        Field<Integer> indicators = field(selectCount().from(INDICATOR).where(INDICATOR.TOPIC.eq(t.SLUG)));
        return page(sql.select(t.SLUG, row(t.TITLE_EN, t.TITLE_ZH).mapping(Label::new),
                        row(t.QUESTION_EN, t.QUESTION_ZH).mapping(Label::new), t.SORT_ORDER, indicators, SAVED)
                        .from(t).join(CHANGE).on(CHANGE.ID.eq(t.CHANGE_ID)).where(where),
                asked, mapping(Line.Topic::new), t.SLUG,
                Map.of("title", title(asked, t.TITLE_EN, t.TITLE_ZH), "position", t.SORT_ORDER, "saved",
                        t.CHANGE_ID));
    }

    /**
     * Sources that are likely the same as this one: at the same address, or with the same title.
     *
     * @return slugs, at most 20
     */
    List<String> likeSource(String slug) {
        var s = SOURCE;
        var one = sql.select(address(), name()).from(s).where(s.SLUG.eq(slug)).fetchOne();
        if (one == null) {
            return List.of();
        }
        var same = name().eq(one.value2());
        return sql.select(s.SLUG).from(s)
                .where(s.MERGED_INTO.isNull(), s.SLUG.ne(slug),
                        one.value1() == null ? same : same.or(address().eq(one.value1())))
                .orderBy(s.SLUG).limit(20).fetch(s.SLUG);
    }

    /** An address without what does not matter: scheme, www and the last slash. */
    private static Field<String> address() {
        return DSL.rtrim(without(without(without(lower(SOURCE.URL), "https://"), "http://"), "www."), inline("/"));
    }

    private static Field<String> name() {
        return without(lower(SOURCE.TITLE), " ");
    }

    /** With the text itself in the statement: PostgreSQL takes two placeholders for two different expressions. */
    private static Field<String> without(Field<String> field, String text) {
        return replace(field, inline(text), inline(""));
    }

    private static org.jooq.Select<org.jooq.Record1<Long>> duplicates(Field<String> of) {
        var twice = select(of).from(SOURCE).where(SOURCE.MERGED_INTO.isNull(), of.isNotNull()).groupBy(of)
                .having(DSL.count().gt(1));
        return select(SOURCE.ID).from(SOURCE).where(SOURCE.MERGED_INTO.isNull(), of.in(twice));
    }

    private <T extends Record, R> Listed<R> page(SelectConditionStep<T> found, Asked asked, RecordMapper<T, R> as,
            Field<String> slug, Map<String, Field<?>> sorts) {
        int total = sql.fetchCount(found);
        var by = sorts.getOrDefault(asked.sort(), sorts.get("title"));
        var rows = found.orderBy(asked.descending() ? by.desc().nullsLast() : by.asc().nullsLast(), slug)
                .limit(Asked.PAGE).offset((long) asked.page() * Asked.PAGE).fetch(as);
        return new Listed<>(rows, total);
    }

    /** Every word of the text is in one of the columns at least. */
    @SafeVarargs
    private static Condition words(String text, TableField<?, String>... columns) {
        var all = noCondition();
        for (var word : text.strip().split("\\s+")) {
            all = word.isEmpty() ? all
                    : all.and(or(Arrays.stream(columns).map(c -> c.containsIgnoreCase(word)).toList()));
        }
        return all;
    }

    private static Condition only(Asked asked, String filter, Function<String, Condition> is) {
        return asked.filter(filter).map(is).orElse(noCondition());
    }

    private static Field<String> title(Asked asked, Field<String> en, Field<String> zh) {
        return asked.lang() == Lang.ZH ? zh : lower(en);
    }
}
