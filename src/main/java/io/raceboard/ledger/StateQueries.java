package io.raceboard.ledger;

import static io.raceboard.db.Tables.ALIAS;
import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.SERIES;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import io.raceboard.catalog.Period;
import io.raceboard.ledger.Fault.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a batch is checked against and compared with: one query per table, however large the batch. */
@Component
class StateQueries {

    /** So many periods before and after those of a batch are read with them. */
    private static final long REACH = 24;
    /** Runs of neighbouring series, each a statement. */
    private static final int MOST_RUNS = 16;

    private final DSLContext sql;
    private final EventLinks links;

    StateQueries(DSLContext sql, EventLinks links) {
        this.sql = sql;
        this.links = links;
    }

    /** The newest change first, so that whatever is saved while the rest is read can be noticed. */
    State read(Batch batch) {
        var last = lastChange();
        var aliases = aliases();
        var now = aliases.resolve(batch);
        var records = new EnumMap<Kind, Map<String, Stored>>(Kind.class);
        for (var shelf : Shelves.ALL) {
            // nothing refers to events
            if (shelf.kind() != Kind.EVENT || !batch.events().isEmpty()) {
                records.put(shelf.kind(), records(shelf));
            }
        }
        return new State(now, last, aliases, records, values(now, records), indicatorsWithValues(now, records));
    }

    /** The records of these kinds, and nothing else. */
    State read(Set<Kind> kinds) {
        var last = lastChange();
        var records = new EnumMap<Kind, Map<String, Stored>>(Kind.class);
        Shelves.ALL.stream().filter(s -> kinds.contains(s.kind())).forEach(s -> records.put(s.kind(), records(s)));
        return new State(Batch.EMPTY, last, aliases(), records, Map.of(), Set.of());
    }

    Aliases aliases() {
        var slugs = new EnumMap<Kind, Map<String, String>>(Kind.class);
        for (var row : sql.select(ALIAS.RECORD_TYPE, ALIAS.OLD_SLUG, ALIAS.SLUG).from(ALIAS).fetch()) {
            slugs.computeIfAbsent(Shelves.of(row.value1()).kind(), k -> new HashMap<>()).put(row.value2(), row.value3());
        }
        return slugs.isEmpty() ? Aliases.NONE : new Aliases(slugs);
    }

    State.LastChange lastChange() {
        return sql.select(CHANGE.ID, CHANGE.RECORDED_AT).from(CHANGE).orderBy(CHANGE.ID.desc()).limit(1)
                .fetchOptional(r -> new State.LastChange(r.value1(), r.value2()))
                .orElse(new State.LastChange(0, Instant.EPOCH));
    }

    private Map<String, Stored> records(Shelf<?> shelf) {
        return records(shelf, noCondition());
    }

    <T> Map<String, Stored> records(Shelf<T> shelf, Condition which) {
        Field<Long> id = shelf.id() == null ? inline(0L) : shelf.id();
        var fields = new ArrayList<Field<?>>(List.of(id, shelf.revision()));
        shelf.columns().stream().filter(c -> c.read() != null).forEach(c -> fields.add(c.read()));
        Map<String, Map<Long, String>> linked = shelf.kind() == Kind.EVENT ? links.read() : Map.of();
        var found = new HashMap<String, Stored>();
        for (var row : sql.select(fields).from(shelf.table()).where(which).fetch()) {
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

    /** Of the series in the batch, and of its periods with as much before and after as shows what is usual. */
    private Map<String, Current> values(Batch batch, Map<Kind, Map<String, Stored>> records) {
        var series = new HashMap<Long, String>();
        var from = LocalDate.MAX;
        var to = LocalDate.MIN;
        long longest = 0;
        for (var draft : batch.observations()) {
            var key = draft.series();
            var stored = records.get(Kind.SERIES).get(key);
            var period = stored == null ? Optional.<Period>empty() : Period.find(draft.period());
            if (period.isPresent()) {
                series.put(stored.id(), key);
                from = period.get().start().isBefore(from) ? period.get().start() : from;
                to = period.get().start().isAfter(to) ? period.get().start() : to;
                longest = Math.max(longest, ChronoUnit.DAYS.between(period.get().start(), period.get().end()) + 1);
            }
        }
        if (series.isEmpty()) {
            return Map.of();
        }
        var inReach = OBSERVATION.PERIOD_START.between(from.minusDays(REACH * longest), to.plusDays(REACH * longest));
        var found = HashMap.<String, Current>newHashMap(batch.observations().size());
        for (var run : runs(series.keySet(), records.get(Kind.SERIES))) {
            read((run.from() == run.to() ? OBSERVATION.SERIES_ID.eq(run.from())
                    : OBSERVATION.SERIES_ID.between(run.from(), run.to())).and(inReach), series, records, found);
        }
        return found;
    }

    private record Run(long from, long to) {
    }

    /**
     * Ids as a few runs, each read through the index: a list of hundreds of ids would be compared with every row. What
     * a file names usually lies together; where it does not, some series between are read in vain.
     */
    private static List<Run> runs(Set<Long> wanted, Map<String, Stored> all) {
        var ids = all.values().stream().mapToLong(Stored::id).sorted().toArray();
        var runs = new ArrayList<Run>();
        for (int mayLieBetween = 0;; mayLieBetween = mayLieBetween * 4 + 1) {
            runs.clear();
            int between = 0;
            for (long id : ids) {
                if (!wanted.contains(id)) {
                    between++;
                } else {
                    boolean follows = !runs.isEmpty() && between <= mayLieBetween;
                    runs.add(new Run(follows ? runs.removeLast().from() : id, id));
                    between = 0;
                }
            }
            if (runs.size() <= MOST_RUNS) {
                return runs;
            }
        }
    }

    /** All current vintages that name this source, by key. */
    Map<String, Current> valuesOf(long source, State state) {
        var series = state.records().get(Kind.SERIES).entrySet().stream()
                .collect(toMap(e -> e.getValue().id(), Map.Entry::getKey));
        var found = new HashMap<String, Current>();
        read(OBSERVATION.SOURCE_ID.eq(source), series, state.records(), found);
        return found;
    }

    private void read(Condition which, Map<Long, String> series, Map<Kind, Map<String, Stored>> records,
            Map<String, Current> found) {
        var sources = records.get(Kind.SOURCE).entrySet().stream()
                .collect(toMap(e -> e.getValue().id(), Map.Entry::getKey));
        var o = OBSERVATION;
        try (var rows = sql.select(o.ID, o.SERIES_ID, o.PERIOD, o.VINTAGE, o.AMOUNT, o.LOW, o.HIGH, o.STATUS, o.PARTIAL,
                        o.WITHDRAWN, o.SOURCE_ID, o.NOTE)
                .from(o)
                .where(o.CURRENT_MARK.eq((short) 1), which)
                .fetchStream()) {
            rows.filter(r -> series.containsKey(r.value2()))
                    .forEach(r -> found.put(series.get(r.value2()) + "/" + r.value3(),
                            new Current(r.value1(), r.value4(), r.value3(), r.value5(), r.value6(), r.value7(),
                                    r.value8(), r.value9(), r.value10(), sources.get(r.value11()), r.value12())));
        }
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
