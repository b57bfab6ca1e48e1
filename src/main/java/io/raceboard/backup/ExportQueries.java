package io.raceboard.backup;

import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads all values as they stand, however many, one after the other. */
@Component
class ExportQueries {

    static final List<String> COLUMNS = List.of("indicator", "entity", "estimator", "period", "value", "low", "high",
            "status", "partial", "source", "note");

    private final DSLContext sql;

    ExportQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** @param each is told of each value: its parts in the order of {@link #COLUMNS} */
    void values(Consumer<List<String>> each) {
        var o = OBSERVATION;
        try (var rows = sql.select(INDICATOR.SLUG, ENTITY.SLUG, SERIES.ESTIMATOR, o.PERIOD, o.AMOUNT, o.LOW, o.HIGH,
                        o.STATUS, o.PARTIAL, SOURCE.SLUG, o.NOTE)
                .from(o).join(SERIES).on(o.SERIES_ID.eq(SERIES.ID))
                .join(INDICATOR).on(SERIES.INDICATOR_ID.eq(INDICATOR.ID))
                .join(ENTITY).on(SERIES.ENTITY_ID.eq(ENTITY.ID))
                .join(SOURCE).on(o.SOURCE_ID.eq(SOURCE.ID))
                .where(o.CURRENT_MARK.eq((short) 1), o.WITHDRAWN.isFalse())
                .orderBy(o.SERIES_ID, o.PERIOD_START, o.PERIOD)
                .fetchSize(1000).fetchLazy()) {
            for (var r : rows) {
                each.accept(List.of(r.value1(), r.value2(), r.value3(), r.value4().text(), number(r.value5()),
                        number(r.value6()), number(r.value7()), r.value8().code(), r.value9().toString(),
                        r.value10(), r.value11() == null ? "" : r.value11()));
            }
        }
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
