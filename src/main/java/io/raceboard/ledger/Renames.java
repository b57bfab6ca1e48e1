package io.raceboard.ledger;

import static io.raceboard.db.Tables.ALIAS;
import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.ESTIMATOR;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SLUG_MOVE;
import static io.raceboard.db.Tables.SOURCE;
import static io.raceboard.db.Tables.TOPIC;

import io.raceboard.ledger.Fault.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Other slugs for records, and two sources made one. Must run inside the ledger's transaction. */
@Component
class Renames {

    private static final Set<Kind> CAN_BE_RENAMED =
            EnumSet.of(Kind.TOPIC, Kind.SOURCE, Kind.ENTITY, Kind.ESTIMATOR, Kind.INDICATOR, Kind.EVENT);

    /** What was done, for those who are told. */
    record Moved(Outcome outcome, Set<String> indicators, boolean catalog, boolean events,
            ChangeContent.@Nullable Move move, Plan plan) {

        private static final Plan NOTHING = new Plan(List.of(), List.of(), 0, List.of());

        static Moved refused(Fault fault) {
            return new Moved(new Outcome(OptionalLong.empty(), 0, 0, 0, List.of(fault), List.of()), Set.of(), false,
                    false, null, NOTHING);
        }
    }

    private final DSLContext sql;
    private final StateQueries states;
    private final Writer writer;

    Renames(DSLContext sql, StateQueries states, Writer writer) {
        this.sql = sql;
        this.states = states;
        this.writer = writer;
    }

    Moved rename(RecordKey record, int seen, String slug, Act act, Instant at) {
        var state = states.read(EnumSet.of(record.kind()));
        var fault = whyNot(record, seen, slug, state);
        if (fault != null) {
            return Moved.refused(fault);
        }
        if (record.key().equals(slug)) {
            return new Moved(new Outcome(OptionalLong.empty(), 0, 0, 1, List.of(), List.of()), Set.of(), false, false,
                    null, Moved.NOTHING);
        }
        long change = writer.begin(act, at);
        var write = rename(Shelves.of(record.kind()), state.record(record.kind(), record.key()), record.key(), slug,
                change);
        var touched = record.kind() == Kind.INDICATOR ? Set.of(record.key(), slug) : Set.<String>of();
        return new Moved(new Outcome(OptionalLong.of(change), 0, 1, 0, List.of(), List.of()), touched,
                record.kind() != Kind.EVENT, record.kind() == Kind.EVENT || record.kind() == Kind.ENTITY
                        || record.kind() == Kind.SOURCE || record.kind() == Kind.INDICATOR,
                new ChangeContent.Move(record.kind(), record.key(), slug, false),
                new Plan(List.of(write), List.of(), 0, List.of()));
    }

    /** Moves the record, what refers to it by its slug, and leaves the old slug as an alias. */
    Plan.RecordWrite rename(Shelf<?> shelf, Stored before, String from, String to, long change) {
        var body = new LinkedHashMap<>(before.body());
        body.put(shelf.columns().getFirst().name(), to);
        moveSlug(shelf, from, to);
        leaveAlias(shelf, from, to, false, change);
        int revision = before.revision() + 1;
        sql.update(shelf.table()).set(shelf.revision(), revision).set(shelf.changeId(), change)
                .where(slug(shelf).eq(to)).execute();
        var write = new Plan.RecordWrite(shelf, 0, to, body, before);
        writer.keepRevisions(shelf, List.of(write), change);
        return write;
    }

    private void moveSlug(Shelf<?> shelf, String from, String to) {
        switch (shelf.kind()) {
            case TOPIC -> copyAndDelete(TOPIC, TOPIC.SLUG, from, to, INDICATOR, INDICATOR.TOPIC);
            case ESTIMATOR -> copyAndDelete(ESTIMATOR, ESTIMATOR.SLUG, from, to, SERIES, SERIES.ESTIMATOR);
            case ENTITY -> moveEntity(from, to);
            default -> sql.update(shelf.table()).set(slug(shelf), to).where(slug(shelf).eq(from)).execute();
        }
    }

    /** Others refer to the slug itself, so the new one must be there before they can and the old one until then. */
    private void copyAndDelete(Table<?> table, TableField<?, String> slug, String from, String to,
            Table<?> referring, TableField<?, String> reference) {
        var fields = Arrays.asList(table.fields());
        var copied = fields.stream().map(f -> f.equals(slug) ? DSL.val(to) : f).toList();
        sql.insertInto(table, fields).select(sql.select(copied).from(table).where(slug.eq(from))).execute();
        sql.update(referring).set(reference, to).where(reference.eq(from)).execute();
        sql.deleteFrom(table).where(slug.eq(from)).execute();
    }

    private void moveEntity(String from, String to) {
        var children = sql.select(ENTITY.ID).from(ENTITY).where(ENTITY.PARENT.eq(from)).fetch(ENTITY.ID);
        sql.update(ENTITY).setNull(ENTITY.PARENT).where(ENTITY.PARENT.eq(from)).execute();
        sql.update(ENTITY).set(ENTITY.SLUG, to).where(ENTITY.SLUG.eq(from)).execute();
        sql.update(ENTITY).set(ENTITY.PARENT, to).where(ENTITY.ID.in(children)).execute();
        sql.select(INDICATOR.ID, INDICATOR.DEFAULT_ENTITIES).from(INDICATOR)
                .where(INDICATOR.DEFAULT_ENTITIES.contains(from)).fetch()
                .forEach(row -> sql.update(INDICATOR)
                        .set(INDICATOR.DEFAULT_ENTITIES, Arrays.stream(row.value2().split(";"))
                                .map(slug -> slug.equals(from) ? to : slug).collect(Collectors.joining(";")))
                        .where(INDICATOR.ID.eq(row.value1())).execute());
    }

    /** Whatever led to the old slug leads to the new one; a record may take back a slug of its own. */
    private void leaveAlias(Shelf<?> shelf, String from, String to, boolean merged, long change) {
        var a = ALIAS;
        sql.deleteFrom(a).where(a.RECORD_TYPE.eq(shelf.recordType()), a.OLD_SLUG.eq(to)).execute();
        sql.update(a).set(a.SLUG, to).where(a.RECORD_TYPE.eq(shelf.recordType()), a.SLUG.eq(from)).execute();
        sql.insertInto(a, a.RECORD_TYPE, a.OLD_SLUG, a.SLUG, a.MERGED, a.CHANGE_ID)
                .values(shelf.recordType(), from, to, merged, change).execute();
        var m = SLUG_MOVE;
        sql.insertInto(m, m.CHANGE_ID, m.RECORD_TYPE, m.OLD_SLUG, m.SLUG, m.MERGED)
                .values(change, shelf.recordType(), from, to, merged).execute();
    }

    private @Nullable Fault whyNot(RecordKey record, int seen, String slug, State state) {
        var stored = state.record(record.kind(), record.key());
        var faults = new Faults();
        var at = faults.at(record.kind(), 0, record.key());
        var column = Shelves.of(record.kind()).columns().getFirst();
        if (!CAN_BE_RENAMED.contains(record.kind())) {
            at.add(column.name(), "not-renamable", record.key(), "%s keeps its name".formatted(record.key()));
        } else if (stored == null || isMerged(record)) {
            at.unknown(column.name(), record.kind(), record.key());
        } else if (seen != stored.revision()) {
            at.changedMeanwhile(column.name(), record.key(), seen, stored.revision());
        } else if (!Form.SLUG.fits(slug)) {
            at.add(column.name(), Form.SLUG.code(), slug, "%s \"%s\" must be %s".formatted(column.name(), slug,
                    Form.SLUG.wanted()));
        } else {
            Texts.check(column.name(), slug, column.write(), at);
            boolean own = state.aliases().now(record.kind(), slug).equals(record.key());
            if (!slug.equals(record.key()) && (state.record(record.kind(), slug) != null
                    || state.aliases().isOld(record.kind(), slug) && (!own || leadsHereByMerging(record, slug)))) {
                at.add(column.name(), "slug-taken", slug,
                        "%s is, or was, the name of another record; choose another".formatted(slug));
            }
        }
        return faults.isEmpty() ? null : faults.found().getFirst();
    }

    private boolean isMerged(RecordKey record) {
        return record.kind() == Kind.SOURCE && sql.fetchExists(SOURCE, SOURCE.SLUG.eq(record.key()),
                SOURCE.MERGED_INTO.isNotNull());
    }

    private boolean leadsHereByMerging(RecordKey record, String slug) {
        return sql.fetchExists(ALIAS, ALIAS.RECORD_TYPE.eq(Shelves.of(record.kind()).recordType()),
                ALIAS.OLD_SLUG.eq(slug), ALIAS.MERGED.isTrue());
    }

    Moved merge(String duplicate, String into, int seen, Act act, Instant at) {
        var state = states.read(EnumSet.of(Kind.SOURCE, Kind.SERIES, Kind.EVENT));
        var fault = whyNotMerge(duplicate, into, seen, state);
        if (fault != null) {
            return Moved.refused(fault);
        }
        var b = state.record(Kind.SOURCE, duplicate);
        var a = state.record(Kind.SOURCE, into);
        var values = new ArrayList<Plan.ValueWrite>();
        states.valuesOf(b.id(), state).forEach((key, current) -> {
            var parts = key.split("/");
            values.add(new Plan.ValueWrite(new ObservationDraft(parts[0], parts[1], parts[2], parts[3],
                    current.amount(), current.low(), current.high(), current.status().code(), current.partial(),
                    current.withdrawn(), into, current.note(), current.vintage()), values.size(), current.period(),
                    current));
        });
        var events = new ArrayList<Plan.RecordWrite>();
        state.records().get(Kind.EVENT).forEach((key, event) -> {
            var named = List.of(((String) event.body().get("sources")).split(";"));
            if (named.contains(duplicate)) {
                Map<String, @Nullable Object> body = new LinkedHashMap<>(event.body());
                body.put("sources", Column.join(named.stream().map(s -> s.equals(duplicate) ? into : s).distinct()
                        .toList()));
                events.add(new Plan.RecordWrite(Shelves.EVENTS, events.size(), key, body, event));
            }
        });
        var plan = new Plan(List.copyOf(events), values, 0, List.of());
        long change = writer.begin(act, at);
        var marked = markMerged(b, duplicate, a.id(), into, change);
        // links of events are written by id of everything that they name
        writer.write(plan, states.read(EnumSet.of(Kind.SOURCE, Kind.SERIES, Kind.EVENT, Kind.ENTITY, Kind.INDICATOR)),
                change, at);
        events.addFirst(marked);
        return new Moved(plan.outcome(OptionalLong.of(change), List.of()), plan.indicators(), true,
                events.size() > 1, new ChangeContent.Move(Kind.SOURCE, duplicate, into, true),
                new Plan(List.copyOf(events), values, 0, List.of()));
    }

    /** Gives the duplicate a last revision, marks it and lets its slug lead to the other. */
    Plan.RecordWrite markMerged(Stored duplicate, String slug, long into, String intoSlug, long change) {
        sql.update(SOURCE).set(SOURCE.MERGED_INTO, into).set(SOURCE.REVISION, duplicate.revision() + 1)
                .set(SOURCE.CHANGE_ID, change).where(SOURCE.ID.eq(duplicate.id())).execute();
        var write = new Plan.RecordWrite(Shelves.SOURCES, 0, slug, duplicate.body(), duplicate);
        writer.keepRevisions(Shelves.SOURCES, List.of(write), change);
        leaveAlias(Shelves.SOURCES, slug, intoSlug, true, change);
        return write;
    }

    private @Nullable Fault whyNotMerge(String duplicate, String into, int seen, State state) {
        var faults = new Faults();
        var at = faults.at(Kind.SOURCE, 0, duplicate);
        var stored = state.record(Kind.SOURCE, duplicate);
        if (stored == null || isMerged(new RecordKey(Kind.SOURCE, duplicate))) {
            at.unknown("key", Kind.SOURCE, duplicate);
        } else if (state.record(Kind.SOURCE, into) == null || isMerged(new RecordKey(Kind.SOURCE, into))) {
            at.unknown("into", Kind.SOURCE, into);
        } else if (duplicate.equals(into)) {
            at.add("into", "same-source", into, "a source cannot be merged into itself");
        } else if (seen != stored.revision()) {
            at.changedMeanwhile("key", duplicate, seen, stored.revision());
        }
        return faults.isEmpty() ? null : faults.found().getFirst();
    }

    @SuppressWarnings("unchecked")
    private static TableField<?, String> slug(Shelf<?> shelf) {
        return (TableField<?, String>) shelf.columns().getFirst().write();
    }
}
