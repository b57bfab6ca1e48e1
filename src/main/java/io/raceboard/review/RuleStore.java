package io.raceboard.review;

import static io.raceboard.db.Tables.TOPIC_RULE;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The four-eyes rules, by topic. */
@Component
class RuleStore {

    private final DSLContext sql;
    private final Clock clock;

    RuleStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those that were ever set. */
    Map<String, Rule> read() {
        var t = TOPIC_RULE;
        return sql.select(t.TOPIC, t.FOUR_EYES, t.VERSION, t.CHANGED_BY, t.CHANGED_AT).from(t)
                .fetchMap(t.TOPIC, r -> new Rule(r.value1(), FourEyes.of(r.value2()), r.value3(), r.value4(),
                        r.value5()));
    }

    /** False when the rule is not the one that whoever calls has looked at; nothing is changed then. */
    boolean save(String topic, FourEyes rule, int version, String by) {
        var t = TOPIC_RULE;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (version > 0) {
            return sql.update(t).set(t.FOUR_EYES, rule.code()).set(t.VERSION, version + 1).set(t.CHANGED_BY, by)
                    .set(t.CHANGED_AT, now).where(t.TOPIC.eq(topic), t.VERSION.eq(version)).execute() == 1;
        }
        try {
            return sql.insertInto(t, t.TOPIC, t.FOUR_EYES, t.VERSION, t.CHANGED_BY, t.CHANGED_AT)
                    .values(topic, rule.code(), 1, by, now).execute() == 1;
        } catch (DuplicateKeyException setMeanwhile) {
            return false;
        }
    }
}
