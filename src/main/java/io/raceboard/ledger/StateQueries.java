package io.raceboard.ledger;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.SERIES;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;

import io.raceboard.ledger.Fault.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a batch is checked against and compared with: one query per table, however large the batch. */
@Component
class StateQueries {

    private final DSLContext sql;
    private final EventLinks links;

    StateQueries(DSLContext sql, EventLinks links) {
        this.sql = sql;
        this.links = links;
    }

    /** The newest change first, so that whatever is saved while the rest is read can be noticed. */
    State read(Batch batch) {
        var last = lastChange();
        var records = new EnumMap<Kind, Map<String, Stored>>(Kind.class);
        for (var shelf : Shelves.ALL) {
            // nothing refers to events
            if (shelf.kind() != Kind.EVENT || !batch.events().isEmpty()) {
                records.put(shelf.kind(), records(shelf));
            }
        }
        return new State(last, records, values(batch, records), indicatorsWithValues(batch, records));
    }

    State.LastChange lastChange() {
        return sql.select(CHANGE.ID, CHANGE.RECORDED_AT).from(CHANGE).orderBy(CHANGE.ID.desc()).limit(1)
                .fetchOptional(r -> new State.LastChange(r.value1(), r.value2()))
                .orElse(new State.LastChange(0, Instant.EPOCH));
    }

    private <T> Map<String, Stored> records(Shelf<T> shelf) {
        Field<Long> id = shelf.id() == null ? inline(0L) : shelf.id();
        var fields = new ArrayList<Field<?>>(List.of(id, shelf.revision()));
        shelf.columns().stream().filter(c -> c.read() != null).forEach(c -> fields.add(c.read()));
        Map<String, Map<Long, String>> linked = shelf.kind() == Kind.EVENT ? links.read() : Map.of();
        var found = new HashMap<String, Stored>();
        for (var row : sql.select(fields).from(shelf.table()).fetch()) {
            var body = new LinkedHashMap<String, @Nullable Object>();
            for (var column : shelf.columns()) {
                body.put(column.name(), column.read() == null
                        ? linked.get(column.name()).get(row.get(id))
                        : emptyToNull(row.get(column.read())));
            }
            found.put(shelf.key(body), new Stored(row.get(id), row.get(shelf.revision()), body));
        }
        return found;
    }

    private Map<String, Current> values(Batch batch, Map<Kind, Map<String, Stored>> records) {
        var indicators = batch.observations().stream()
                .map(o -> records.get(Kind.INDICATOR).get(o.indicator()))
                .filter(stored -> stored != null)
                .map(Stored::id).collect(toSet());
        if (indicators.isEmpty()) {
            return Map.of();
        }
        var seriesKeys = records.get(Kind.SERIES).entrySet().stream()
                .collect(toMap(e -> e.getValue().id(), Map.Entry::getKey));
        var o = OBSERVATION;
        return sql.select(o.ID, o.SERIES_ID, o.PERIOD, o.VINTAGE, o.AMOUNT, o.LOW, o.HIGH, o.STATUS, o.PARTIAL,
                        o.WITHDRAWN, o.source().SLUG, o.NOTE)
                .from(o)
                .where(o.CURRENT_MARK.eq((short) 1), o.series().INDICATOR_ID.in(indicators))
                .fetchMap(
                        r -> seriesKeys.get(r.value2()) + "/" + r.value3(),
                        r -> new Current(r.value1(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(),
                                r.value9(), r.value10(), r.value11(), r.value12()));
    }

    private Set<String> indicatorsWithValues(Batch batch, Map<Kind, Map<String, Stored>> records) {
        if (batch.indicators().isEmpty() && batch.units().isEmpty()) {
            return Set.of();
        }
        var slugs = records.get(Kind.INDICATOR).entrySet().stream()
                .collect(toMap(e -> e.getValue().id(), Map.Entry::getKey));
        return sql.selectDistinct(SERIES.INDICATOR_ID).from(SERIES)
                .where(exists(selectOne().from(OBSERVATION).where(OBSERVATION.SERIES_ID.eq(SERIES.ID))))
                .fetchSet(r -> slugs.get(r.value1()));
    }

    private static @Nullable Object emptyToNull(@Nullable Object value) {
        return "".equals(value) ? null : value;
    }
}
