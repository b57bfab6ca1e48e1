package io.raceboard.live;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.REVISION;
import static io.raceboard.db.Tables.SERIES;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the public change log: what was changed, from what to what. */
@Component
class ChangeQueries {

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

    private java.util.Map<Long, List<ChangeEntry.Value>> samples(List<Long> changes, @Nullable String indicator) {
        var before = OBSERVATION.as("before");
        var nth = rowNumber().over().partitionBy(OBSERVATION.CHANGE_ID).orderBy(OBSERVATION.ID.desc()).as("nth");
        var written = select(OBSERVATION.CHANGE_ID, INDICATOR.SLUG.as("indicator_slug"),
                        ENTITY.SLUG.as("entity_slug"), SERIES.ESTIMATOR, OBSERVATION.PERIOD,
                        before.AMOUNT.as("amount_before"), OBSERVATION.AMOUNT, nth)
                .from(OBSERVATION)
                .join(SERIES).on(OBSERVATION.SERIES_ID.eq(SERIES.ID))
                .join(INDICATOR).on(SERIES.INDICATOR_ID.eq(INDICATOR.ID))
                .join(ENTITY).on(SERIES.ENTITY_ID.eq(ENTITY.ID))
                .leftJoin(before).on(before.SERIES_ID.eq(OBSERVATION.SERIES_ID),
                        before.PERIOD.eq(OBSERVATION.PERIOD),
                        before.VINTAGE.eq(OBSERVATION.VINTAGE.minus(1)))
                .where(OBSERVATION.CHANGE_ID.in(changes),
                        indicator == null ? noCondition() : INDICATOR.SLUG.eq(indicator))
                .asTable("written");
        return sql.select(written.field(OBSERVATION.CHANGE_ID), written.field("indicator_slug", String.class),
                        written.field("entity_slug", String.class), written.field(SERIES.ESTIMATOR),
                        written.field(OBSERVATION.PERIOD), written.field("amount_before", before.AMOUNT.getType()),
                        written.field(OBSERVATION.AMOUNT))
                .from(written)
                .where(field(name("nth"), Integer.class).le(ReadModel.SAMPLE))
                .orderBy(field(name("nth")))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(r -> r.value1(), Collectors.mapping(
                        r -> new ChangeEntry.Value(r.value2(), r.value3(), r.value4(), r.value5(), r.value6(),
                                r.value7()),
                        Collectors.toList())));
    }
}
