package io.raceboard.records;

import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.ESTIMATOR;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.POLICY_EVENT_JURISDICTION;
import static io.raceboard.db.Tables.SOURCE;
import static io.raceboard.db.Tables.TOPIC;
import static io.raceboard.db.Tables.UNIT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.raceboard.catalog.Label;
import io.raceboard.ledger.Fault.Kind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one can choose from: records of a kind by slug and title, a few at a time. */
@Component
class PickQueries {

    private static final int MANY = 1000;

    private final DSLContext sql;

    PickQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** @param slugs only these; null for all */
    private record Wanted(String text, @Nullable Collection<String> slugs, int offset, int limit) {
    }

    /** Those whose slug or title holds the text, by title. */
    List<Choice> find(Kind kind, String text, int offset, int limit) {
        return choices(kind, new Wanted(text, null, offset, limit));
    }

    /** Those of these slugs that there are, by title. */
    List<Choice> named(Kind kind, Collection<String> slugs) {
        return choices(kind, new Wanted("", slugs, 0, MANY));
    }

    /** Those who appear in policy events. */
    List<Choice> jurisdictions() {
        return choices(ENTITY.SLUG, ENTITY.TITLE_EN, ENTITY.TITLE_ZH, ENTITY.SHORT_EN, ENTITY.ID.in(
                select(POLICY_EVENT_JURISDICTION.ENTITY_ID).from(POLICY_EVENT_JURISDICTION)),
                new Wanted("", null, 0, MANY));
    }

    private List<Choice> choices(Kind kind, Wanted wanted) {
        var all = noCondition();
        return switch (kind) {
            case TOPIC -> choices(TOPIC.SLUG, TOPIC.TITLE_EN, TOPIC.TITLE_ZH, TOPIC.QUESTION_EN, all, wanted);
            case UNIT -> choices(UNIT.CODE, UNIT.LABEL_EN, UNIT.LABEL_ZH, UNIT.SHORT_EN, all, wanted);
            case ESTIMATOR -> choices(ESTIMATOR.SLUG, ESTIMATOR.TITLE_EN, ESTIMATOR.TITLE_ZH, ESTIMATOR.SLUG, all,
                    wanted);
            case SOURCE -> choices(SOURCE.SLUG, SOURCE.TITLE, SOURCE.TITLE, SOURCE.PUBLISHER,
                    SOURCE.MERGED_INTO.isNull(), wanted);
            case ENTITY -> choices(ENTITY.SLUG, ENTITY.TITLE_EN, ENTITY.TITLE_ZH, ENTITY.SHORT_EN, all, wanted);
            case INDICATOR -> choices(INDICATOR.SLUG, INDICATOR.TITLE_EN, INDICATOR.TITLE_ZH, INDICATOR.SUBTITLE_EN,
                    all, wanted);
            case SERIES, OBSERVATION, EVENT -> throw new IllegalArgumentException("nothing refers to " + kind);
        };
    }

    private List<Choice> choices(TableField<?, String> slug, TableField<?, String> en, TableField<?, String> zh,
            TableField<?, String> other, Condition which, Wanted wanted) {
        var text = wanted.text().strip();
        var holds = text.isEmpty() ? noCondition() : Stream.of(slug, en, zh, other)
                .map(field -> field.containsIgnoreCase(text)).reduce(noCondition(), Condition::or);
        return sql.select(slug, en, zh).from(slug.getTable())
                .where(which, holds, wanted.slugs() == null ? noCondition() : slug.in(wanted.slugs()))
                .orderBy(en, slug).offset(wanted.offset()).limit(wanted.limit())
                .fetch(mapping((key, english, chinese) -> new Choice(key, new Label(english, chinese))));
    }
}
