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
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/** What one can choose from: records of a kind by slug and title, a few at a time. */
@Component
class PickQueries {

    private final DSLContext sql;

    PickQueries(DSLContext sql) {
        this.sql = sql;
    }

    private record Names(Table<?> table, TableField<?, String> slug, TableField<?, String> en,
            TableField<?, String> zh, TableField<?, String> other, Condition which) {
    }

    /** Those whose slug or title holds the text. */
    List<Choice> find(Kind kind, String text, int offset, int limit) {
        var n = names(kind);
        var holds = text.isBlank() ? noCondition() : Stream.of(n.slug(), n.en(), n.zh(), n.other())
                .map(f -> f.containsIgnoreCase(text.strip())).reduce(noCondition(), Condition::or);
        return choices(n, holds).orderBy(n.en(), n.slug()).offset(offset).limit(limit).fetch(mapping(PickQueries::choice));
    }

    /** Those of these slugs that there are, in no order. */
    List<Choice> named(Kind kind, Collection<String> slugs) {
        var n = names(kind);
        return choices(n, n.slug().in(slugs)).fetch(mapping(PickQueries::choice));
    }

    /** Those who appear in policy events. */
    List<Choice> jurisdictions() {
        var n = names(Kind.ENTITY);
        return choices(n, ENTITY.ID.in(select(POLICY_EVENT_JURISDICTION.ENTITY_ID).from(POLICY_EVENT_JURISDICTION)))
                .orderBy(n.en()).fetch(mapping(PickQueries::choice));
    }

    private org.jooq.SelectConditionStep<org.jooq.Record3<String, String, String>> choices(Names n, Condition where) {
        return sql.select(n.slug(), n.en(), n.zh()).from(n.table()).where(n.which(), where);
    }

    private static Choice choice(String slug, String en, String zh) {
        return new Choice(slug, new Label(en, zh));
    }

    private static Names names(Kind kind) {
        return switch (kind) {
            case TOPIC -> new Names(TOPIC, TOPIC.SLUG, TOPIC.TITLE_EN, TOPIC.TITLE_ZH, TOPIC.SLUG, noCondition());
            case UNIT -> new Names(UNIT, UNIT.CODE, UNIT.LABEL_EN, UNIT.LABEL_ZH, UNIT.SHORT_EN, noCondition());
            case ESTIMATOR -> new Names(ESTIMATOR, ESTIMATOR.SLUG, ESTIMATOR.TITLE_EN, ESTIMATOR.TITLE_ZH,
                    ESTIMATOR.SLUG, noCondition());
            case SOURCE -> new Names(SOURCE, SOURCE.SLUG, SOURCE.TITLE, SOURCE.TITLE, SOURCE.PUBLISHER,
                    SOURCE.MERGED_INTO.isNull());
            case ENTITY -> new Names(ENTITY, ENTITY.SLUG, ENTITY.TITLE_EN, ENTITY.TITLE_ZH, ENTITY.SHORT_EN,
                    noCondition());
            case INDICATOR -> new Names(INDICATOR, INDICATOR.SLUG, INDICATOR.TITLE_EN, INDICATOR.TITLE_ZH,
                    INDICATOR.SUBTITLE_EN, noCondition());
            case SERIES, OBSERVATION, EVENT -> throw new IllegalArgumentException("nothing refers to " + kind);
        };
    }
}
