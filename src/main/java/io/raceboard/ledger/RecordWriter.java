package io.raceboard.ledger;

import static io.raceboard.db.Tables.POLICY_EVENT;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import io.raceboard.catalog.Period;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.Plan.RecordWrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes catalogue records and events into their tables. */
@Component
class RecordWriter {

    private final DSLContext sql;
    private final EventLinks links;

    RecordWriter(DSLContext sql, EventLinks links) {
        this.sql = sql;
        this.links = links;
    }

    /** Writes records of one kind; {@code ids} knows the new ones afterwards. */
    void write(Shelf<?> shelf, List<RecordWrite> writes, Ids ids, long change) {
        var isNew = writes.stream().collect(partitioningBy(w -> w.before() == null));
        if (!isNew.get(true).isEmpty()) {
            insert(shelf, isNew.get(true), ids, change);
            ids.learn(shelf);
        }
        if (!isNew.get(false).isEmpty()) {
            update(shelf, isNew.get(false), ids, change);
        }
        if (shelf.kind() == Kind.EVENT) {
            links.write(writes.stream().map(w -> linksOf(w, ids)).toList());
        }
    }

    private void insert(Shelf<?> shelf, List<RecordWrite> writes, Ids ids, long change) {
        var ordered = shelf.kind() == Kind.ENTITY ? parentsFirst(writes) : writes;
        try (var rows = Rows.insert(sql, shelf.table(),
                List.copyOf(cells(shelf, ordered.getFirst(), ids, change).keySet()))) {
            ordered.forEach(w -> rows.add(cells(shelf, w, ids, change).values().toArray()));
        }
    }

    private void update(Shelf<?> shelf, List<RecordWrite> writes, Ids ids, long change) {
        var nothing = new LinkedHashMap<Field<?>, @Nullable Object>();
        cells(shelf, writes.getFirst(), ids, change).keySet().forEach(field -> nothing.put(field, null));
        @SuppressWarnings("unchecked")
        var key = (Field<Object>) (shelf.id() != null ? shelf.id() : shelf.columns().getFirst().write());
        sql.batch(sql.update(shelf.table()).set(nothing).where(key.eq((Object) null)))
                .bind(writes.stream().map(w -> {
                    var cells = new ArrayList<>(cells(shelf, w, ids, change).values());
                    cells.add(shelf.id() != null ? ids.of(shelf.kind(), w.key()) : w.key());
                    return cells.toArray();
                }).toArray(Object[][]::new))
                .execute();
    }

    /** What goes into the record's row, always in the same order. */
    private static SequencedMap<Field<?>, @Nullable Object> cells(Shelf<?> shelf, RecordWrite write, Ids ids,
            long change) {
        var cells = new LinkedHashMap<Field<?>, @Nullable Object>();
        for (var column : shelf.columns()) {
            if (column.write() != null) {
                cells.put(column.write(), cell(column, write.body().get(column.name()), ids));
            }
        }
        if (shelf.kind() == Kind.EVENT) {
            cells.put(POLICY_EVENT.STARTS_ON, Period.parse((String) write.body().get("date")).start());
            cells.put(POLICY_EVENT.ENDS_ON, write.body().get("end_date") instanceof String ends
                    ? Period.parse(ends).end() : null);
        }
        cells.put(shelf.revision(), write.revision());
        cells.put(shelf.changeId(), change);
        return cells;
    }

    private static @Nullable Object cell(Column<?> column, @Nullable Object value, Ids ids) {
        if (value == null) {
            return column.write().getDataType().nullable() ? null : "";
        }
        return column.write().getType() == Long.class ? (Object) ids.of(column.refersTo(), (String) value) : value;
    }

    private static List<RecordWrite> parentsFirst(List<RecordWrite> entities) {
        var byKey = entities.stream().collect(toMap(RecordWrite::key, w -> w));
        return entities.stream().sorted(Comparator.comparingInt(w -> depth(w, byKey))).toList();
    }

    private static int depth(RecordWrite entity, Map<String, RecordWrite> entities) {
        var parent = entities.get(entity.body().get("parent"));
        return parent == null ? 0 : 1 + depth(parent, entities);
    }

    private static EventLinks.Links linksOf(RecordWrite event, Ids ids) {
        return new EventLinks.Links(ids.of(Kind.EVENT, event.key()),
                ids(event, "jurisdictions", Kind.ENTITY, ids),
                ids(event, "sources", Kind.SOURCE, ids),
                ids(event, "indicators", Kind.INDICATOR, ids),
                EventStep.split((String) event.body().get("history")));
    }

    private static List<Long> ids(RecordWrite event, String column, Kind kind, Ids ids) {
        return event.body().get(column) instanceof String slugs
                ? List.of(slugs.split(";")).stream().map(slug -> ids.of(kind, slug)).toList()
                : List.of();
    }
}
