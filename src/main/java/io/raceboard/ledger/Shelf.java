package io.raceboard.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of catalogue record lies in the store.
 *
 * @param recordType its name in the table of revisions
 * @param id the number by which other tables refer to it; null where they do by its slug
 * @param keyColumns how many of the columns, from the first, make up its key
 */
record Shelf<T>(Fault.Kind kind, String recordType, Table<?> table, @Nullable TableField<?, Long> id,
        TableField<?, Integer> revision, TableField<?, Long> changeId, Function<Batch, List<T>> drafts,
        int keyColumns, List<Column<T>> columns) {

    /** The whole record by column name, in the order of the data set's files. */
    SequencedMap<String, @Nullable Object> body(T draft) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        columns.forEach(c -> body.put(c.name(), c.of(draft)));
        return body;
    }

    /** What others call the record with this body: {@code us}, {@code solar/us/ember}. */
    String key(Map<String, @Nullable Object> body) {
        return columns.stream().limit(keyColumns)
                .map(c -> body.get(c.name()) instanceof String s ? s : "")
                .collect(Collectors.joining("/"));
    }
}
