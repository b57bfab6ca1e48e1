package io.raceboard.records;

import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.POLICY_EVENT;
import static io.raceboard.db.Tables.POLICY_EVENT_SOURCE;
import static io.raceboard.db.Tables.SOURCE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;

import io.raceboard.catalog.Label;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What names a source today, and would name the other one after a merge. */
@Component
class MergeQueries {

    private final DSLContext sql;

    MergeQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** How many current values of an indicator name the source. */
    record Use(Label indicator, int values) {
    }

    /** @param events titles of policy events */
    record Uses(List<Use> values, List<Label> events) {

        int count() {
            return values.stream().mapToInt(Use::values).sum();
        }
    }

    Uses of(String source) {
        var o = OBSERVATION;
        var i = o.series().indicator();
        var values = sql.select(i.TITLE_EN, i.TITLE_ZH, count()).from(o)
                .where(o.SOURCE_ID.in(sql.select(SOURCE.ID).from(SOURCE).where(SOURCE.SLUG.eq(source)).fetch(SOURCE.ID)),
                        o.CURRENT_MARK.eq((short) 1))
                .groupBy(i.TITLE_EN, i.TITLE_ZH).orderBy(count().desc(), i.TITLE_EN)
                .fetch(mapping((en, zh, n) -> new Use(new Label(en, zh), n)));
        var s = POLICY_EVENT_SOURCE;
        var events = sql.select(POLICY_EVENT.TITLE_EN, POLICY_EVENT.TITLE_ZH).from(s)
                .join(POLICY_EVENT).on(POLICY_EVENT.ID.eq(s.EVENT_ID))
                .where(s.source().SLUG.eq(source)).orderBy(POLICY_EVENT.STARTS_ON).fetch(mapping(Label::new));
        return new Uses(values, events);
    }
}
