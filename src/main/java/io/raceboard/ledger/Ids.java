package io.raceboard.ledger;

import io.raceboard.ledger.Fault.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The numbers of records by kind and key: of those that were in the store, and of those written just now. */
class Ids {

    private final DSLContext sql;
    private final Map<Kind, Map<String, Long>> known = new EnumMap<>(Kind.class);

    Ids(DSLContext sql, State state) {
        this.sql = sql;
        state.records().forEach((kind, records) -> {
            var ids = new HashMap<String, Long>();
            records.forEach((key, stored) -> ids.put(key, stored.id()));
            known.put(kind, ids);
        });
    }

    long of(Kind kind, String key) {
        return known.get(kind).get(key);
    }

    /** Reads again, after records were inserted. */
    void learn(Shelf<?> shelf) {
        if (shelf.id() == null) {
            return;
        }
        var keys = shelf.columns().subList(0, shelf.keyColumns());
        var fields = new ArrayList<Field<?>>(List.of(shelf.id()));
        keys.forEach(c -> fields.add(c.read()));
        var ids = new HashMap<String, Long>();
        for (var row : sql.select(fields).from(shelf.table()).fetch()) {
            var body = new LinkedHashMap<String, @Nullable Object>();
            keys.forEach(c -> body.put(c.name(), row.get(c.read())));
            ids.put(shelf.key(body), row.get(shelf.id()));
        }
        known.put(shelf.kind(), ids);
    }
}
