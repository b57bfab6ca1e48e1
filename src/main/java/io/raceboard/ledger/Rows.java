package io.raceboard.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Rows for one table, inserted together as one prepared statement. */
class Rows {

    private final DSLContext sql;
    private final Table<?> table;
    private final Collection<? extends Field<?>> fields;
    private final List<@Nullable Object[]> values = new ArrayList<>();

    Rows(DSLContext sql, Table<?> table, Collection<? extends Field<?>> fields) {
        this.sql = sql;
        this.table = table;
        this.fields = fields;
    }

    /** One row, in the order of the fields. */
    void add(@Nullable Object... row) {
        values.add(row);
    }

    void insert() {
        if (!values.isEmpty()) {
            sql.batch(sql.insertInto(table, fields).values(new Object[fields.size()]))
                    .bind(values.toArray(Object[][]::new))
                    .execute();
        }
    }
}
