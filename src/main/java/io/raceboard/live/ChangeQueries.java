package io.raceboard.live;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.REVISION;
import static io.raceboard.db.Tables.SERIES;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import io.raceboard.db.tables.Observation;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the public change log: what was changed, from what to what. */
@Component
class ChangeQueries {

    private static final Observation BEFORE = OBSERVATION.as("before");
    private static final Field<String> ENTITY_SLUG = field(name("entity_slug"), String.class);
    private static final Field<BigDecimal> AMOUNT_BEFORE = field(name("amount_before"), BigDecimal.class);

    private final DSLContext sql;

    ChangeQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The newest changes first; only those that touched this indicator, unless it is null. */
    List<ChangeEntry> latest(int most, @Nullable String indicator) {
        Condition touches = indicator == null ? noCondition() : exists(selectOne()
                .from(OBSERVATION)
                .join(SERIES).on(OBSERVATION.SERIES_ID.eq(SERIES.ID))
                .join(INDICATOR).on(SERIES.INDICATOR_ID.eq(INDICATOR.ID))
                .where(OBSERVATION.CHANGE_ID.eq(CHANGE.ID), INDICATOR.SLUG.eq(indicator)));
        var values = field(selectCount().from(OBSERVATION).where(OBSERVATION.CHANGE_ID.eq(CHANGE.ID)));
        var records = field(selectCount().from(REVISION).where(REVISION.CHANGE_ID.eq(CHANGE.ID)));
        var changes = sql.select(CHANGE.ID, CHANGE.KIND, CHANGE.ACTOR, CHANGE.ORIGIN, CHANGE.REASON,
                        CHANGE.RECORDED_AT, values, records)
                .from(CHANGE)
                .where(touches)
                .orderBy(CHANGE.ID.desc())
                .limit(most)
                .fetch();
        var samples = samples(changes.getValues(CHANGE.ID), indicator);
        return changes.map(c -> new ChangeEntry(c.value1(), c.value2(), c.value3(), c.value4(), c.value5(),
                c.value6(), c.value7(), c.value8(), samples.getOrDefault(c.value1(), List.of())));
    }

    /** The newest values of each change, few of however many. */
    private Map<Long, List<ChangeEntry.Value>> samples(List<Long> changes, @Nullable String indicator) {
        return changes.stream().map(change -> sample(change, indicator)).reduce(Select::unionAll)
                .map(all -> sql.fetch(all).stream()
                        .sorted(Comparator.comparing((Record r) -> r.get(OBSERVATION.ID)).reversed())
                        .collect(groupingBy(r -> r.get(OBSERVATION.CHANGE_ID), mapping(ChangeQueries::value, toList()))))
                .orElse(Map.of());
    }

    private static Select<Record> sample(long change, @Nullable String indicator) {
        var newest = select(OBSERVATION.ID).from(OBSERVATION)
                .where(OBSERVATION.CHANGE_ID.eq(change), indicator == null ? noCondition() : OBSERVATION.SERIES_ID.in(
                        select(SERIES.ID).from(SERIES).where(SERIES.indicator().SLUG.eq(indicator))))
                .orderBy(OBSERVATION.ID.desc()).limit(ReadModel.SAMPLE).asTable("newest");
        return select(List.of(OBSERVATION.CHANGE_ID, INDICATOR.SLUG, ENTITY.SLUG.as(ENTITY_SLUG), SERIES.ESTIMATOR,
                        OBSERVATION.PERIOD, BEFORE.AMOUNT.as(AMOUNT_BEFORE), OBSERVATION.AMOUNT, OBSERVATION.ID))
                .from(newest)
                .join(OBSERVATION).on(OBSERVATION.ID.eq(newest.field(OBSERVATION.ID)))
                .join(SERIES).on(OBSERVATION.SERIES_ID.eq(SERIES.ID))
                .join(INDICATOR).on(SERIES.INDICATOR_ID.eq(INDICATOR.ID))
                .join(ENTITY).on(SERIES.ENTITY_ID.eq(ENTITY.ID))
                .leftJoin(BEFORE).on(BEFORE.SERIES_ID.eq(OBSERVATION.SERIES_ID), BEFORE.PERIOD.eq(OBSERVATION.PERIOD),
                        BEFORE.VINTAGE.eq(OBSERVATION.VINTAGE.minus(1)));
    }

    private static ChangeEntry.Value value(Record row) {
        return new ChangeEntry.Value(row.get(INDICATOR.SLUG), row.get(ENTITY_SLUG), row.get(SERIES.ESTIMATOR),
                row.get(OBSERVATION.PERIOD), row.get(AMOUNT_BEFORE), row.get(OBSERVATION.AMOUNT));
    }
}
