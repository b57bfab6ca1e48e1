package io.raceboard.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * One statement for any number of rows, sent to the store in bundles as they come: the rows themselves are not kept, and
 * the driver binds them directly, which for 200,000 values is several times as fast.
 */
final class Rows implements AutoCloseable {

    private static final int BUNDLE = 1000;
    private static final SQLExceptionTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

    private final DSLContext sql;
    private final String text;
    private final List<Converter<Object, Object>> converters;
    private final List<@Nullable Object[]> bundle = new ArrayList<>(BUNDLE);
    private int touched;

    /**
     * @param query with a parameter for each of the fields
     * @param fields in the order of the parameters
     */
    @SuppressWarnings("unchecked")
    Rows(DSLContext sql, Query query, List<? extends Field<?>> fields) {
        this.sql = sql;
        this.text = sql.render(query);
        this.converters = fields.stream().map(f -> (Converter<Object, Object>) f.getConverter()).toList();
    }

    /** Rows to be inserted into a table. */
    static Rows insert(DSLContext sql, org.jooq.Table<?> table, List<? extends Field<?>> fields) {
        return new Rows(sql, sql.insertInto(table, fields).values(new Object[fields.size()]), fields);
    }

    /** One row, in the order of the fields. */
    void add(@Nullable Object... row) {
        bundle.add(row);
        if (bundle.size() == BUNDLE) {
            send();
        }
    }

    /** How many rows of the store were inserted or changed so far. */
    int touched() {
        send();
        return touched;
    }

    @Override
    public void close() {
        send();
    }

    private void send() {
        if (bundle.isEmpty()) {
            return;
        }
        var connections = sql.configuration().connectionProvider();
        var connection = connections.acquire();
        try (var statement = connection.prepareStatement(text)) {
            for (var row : bundle) {
                bind(statement, row);
            }
            for (int count : statement.executeBatch()) {
                touched += count;
            }
        } catch (SQLException refused) {
            throw TRANSLATOR.translate("a bundle of rows", text, refused);
        } finally {
            connections.release(connection);
        }
        bundle.clear();
    }

    private void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            var value = row[i] == null ? null : converters.get(i).to(row[i]);
            statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        statement.addBatch();
    }
}
