package io.raceboard.intake;

import static io.raceboard.db.Tables.OBSERVATION;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Some values of the store as a file of a user would have them. */
@Component
class ExampleQueries {

    private static final int ROWS = 24;

    private final DSLContext sql;

    ExampleQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** In the order of {@link Template#FIELDS}; only values that may be passed on. */
    List<List<String>> rows() {
        var o = OBSERVATION;
        return sql.select(o.series().indicator().SLUG, o.series().entity().SLUG, o.series().ESTIMATOR, o.PERIOD,
                        o.AMOUNT, o.LOW, o.HIGH, o.series().indicator().UNIT, o.STATUS, o.PARTIAL, o.source().SLUG,
                        o.NOTE)
                .from(o)
                .where(o.CURRENT_MARK.eq((short) 1), o.WITHDRAWN.isFalse(), o.source().REDISTRIBUTABLE.isTrue())
                .orderBy(o.ID)
                .limit(ROWS)
                .fetch(r -> List.of(r.value1(), r.value2(), r.value3(), r.value4().text(), plain(r.value5()),
                        plain(r.value6()), plain(r.value7()), r.value8(), r.value9().code(),
                        String.valueOf(r.value10()), r.value11(), r.value12() == null ? "" : r.value12()));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
