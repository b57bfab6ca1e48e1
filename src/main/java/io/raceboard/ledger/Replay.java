package io.raceboard.ledger;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.REVISION;
import static io.raceboard.db.Tables.SLUG_MOVE;
import static io.raceboard.db.Tables.SOURCE;

import io.raceboard.catalog.Period;
import io.raceboard.ledger.ChangeContent.WrittenRecord;
import io.raceboard.ledger.ChangeContent.WrittenValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Changes as they were, out of a store and into an empty one: same numbers, times and people. */
@Component
public class Replay {

    private final DSLContext sql;
    private final StateQueries states;
    private final Writer writer;
    private final Renames renames;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Replay(DSLContext sql, StateQueries states, Writer writer, Renames renames, JsonMapper json,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.states = states;
        this.writer = writer;
        this.renames = renames;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The id of the newest change in the store; 0 for an empty one. */
    public long last() {
        return states.lastChange().id();
    }

    /** The ids of all changes after this one, in their order. */
    public List<Long> after(long change) {
        return sql.select(CHANGE.ID).from(CHANGE).where(CHANGE.ID.gt(change)).orderBy(CHANGE.ID).fetch(CHANGE.ID);
    }

    /** What a change wrote; empty where there is no such change. */
    public Optional<ChangeContent> read(long change) {
        return sql.selectFrom(CHANGE).where(CHANGE.ID.eq(change)).fetchOptional(c -> new ChangeContent(change,
                new Act(Act.Kind.of(c.getKind()), c.getActor(), c.getOrigin(), c.getReason()), c.getRecordedAt(),
                move(change), records(change), values(change)));
    }

    private ChangeContent.@Nullable Move move(long change) {
        return sql.selectFrom(SLUG_MOVE).where(SLUG_MOVE.CHANGE_ID.eq(change))
                .fetchOne(m -> new ChangeContent.Move(Shelves.of(m.getRecordType()).kind(), m.getOldSlug(),
                        m.getSlug(), m.getMerged()));
    }

    private List<WrittenRecord> records(long change) {
        return sql.select(REVISION.RECORD_TYPE, REVISION.RECORD_KEY, REVISION.REVISION_, REVISION.BODY).from(REVISION)
                .where(REVISION.CHANGE_ID.eq(change)).orderBy(REVISION.ID)
                .fetch(r -> new WrittenRecord(Shelves.of(r.value1()).kind(), r.value2(), r.value3(),
                        Bodies.parse(json, r.value4())));
    }

    /** With the slugs that were in use then: what was renamed later is called as it was. */
    private List<WrittenValue> values(long change) {
        var then = new OldNames(change);
        var o = OBSERVATION;
        return sql.select(o.series().indicator().SLUG, o.series().entity().SLUG, o.series().ESTIMATOR, o.PERIOD,
                        o.AMOUNT, o.LOW, o.HIGH, o.STATUS, o.PARTIAL, o.WITHDRAWN, o.source().SLUG, o.NOTE, o.VINTAGE)
                .from(o).where(o.CHANGE_ID.eq(change)).orderBy(o.ID)
                .fetch(r -> new WrittenValue(then.of(Fault.Kind.INDICATOR, r.value1()),
                        then.of(Fault.Kind.ENTITY, r.value2()), then.of(Fault.Kind.ESTIMATOR, r.value3()),
                        r.value4().text(), r.value5(), r.value6(), r.value7(), r.value8().code(), r.value9(),
                        r.value10(), then.of(Fault.Kind.SOURCE, r.value11()), r.value12(), r.value13()));
    }

    /** Takes back all renames after a change, the newest first. */
    private final class OldNames {

        private final List<ChangeContent.Move> later;

        OldNames(long change) {
            later = sql.selectFrom(SLUG_MOVE).where(SLUG_MOVE.CHANGE_ID.gt(change), SLUG_MOVE.MERGED.isFalse())
                    .orderBy(SLUG_MOVE.CHANGE_ID.desc()).fetch(m -> new ChangeContent.Move(
                            Shelves.of(m.getRecordType()).kind(), m.getOldSlug(), m.getSlug(), false));
        }

        String of(Fault.Kind kind, String slug) {
            var name = slug;
            for (var move : later) {
                if (move.kind() == kind && move.to().equals(name)) {
                    name = move.from();
                }
            }
            return name;
        }
    }

    /**
     * Writes changes into the store as they were. Nobody is told, so this is for a store that nobody reads yet.
     *
     * @param contents calls its argument with each change, in their order
     * @throws IllegalStateException when a change does not follow from those before it; those are in the store
     */
    public void write(Consumer<Consumer<ChangeContent>> contents) {
        contents.accept(content -> transaction.executeWithoutResult(status -> write(content)));
        transaction.executeWithoutResult(status -> sql.execute("alter table change alter column id restart with %d"
                .formatted(last() + 1)));
    }

    private void write(ChangeContent content) {
        writer.takeTurn();
        var last = states.lastChange();
        if (content.id() <= last.id() || !content.at().isAfter(last.at())) {
            throw new IllegalStateException("change %d of %s cannot follow change %d of %s".formatted(content.id(),
                    content.at(), last.id(), last.at()));
        }
        writer.begin(content.id(), content.act(), content.at());
        var move = content.move();
        if (move != null) {
            move(move, content.id());
        }
        var kinds = EnumSet.of(Fault.Kind.SOURCE, Fault.Kind.SERIES, Fault.Kind.ENTITY, Fault.Kind.INDICATOR);
        content.records().forEach(r -> kinds.add(r.kind()));
        var state = content.values().isEmpty() ? states.read(kinds) : states.read(Batch.values(
                content.values().stream().map(WrittenValue::draft).toList())).with(states.read(kinds));
        var plan = new Plan(records(content, state), values(content, state), 0, List.of());
        writer.write(plan, state, content.id(), content.at());
    }

    private void move(ChangeContent.Move move, long change) {
        var state = states.read(EnumSet.of(move.kind()));
        var stored = state.record(move.kind(), move.from());
        if (stored == null) {
            throw new IllegalStateException("change %d renames %s, which is not there".formatted(change, move.from()));
        }
        if (move.merged()) {
            long into = sql.select(SOURCE.ID).from(SOURCE).where(SOURCE.SLUG.eq(move.to())).fetchSingle(SOURCE.ID);
            renames.markMerged(stored, move.from(), into, move.to(), change);
        } else {
            renames.rename(Shelves.of(move.kind()), stored, move.from(), move.to(), change);
        }
    }

    private static List<Plan.RecordWrite> records(ChangeContent content, State state) {
        var writes = new ArrayList<Plan.RecordWrite>();
        for (var record : content.records()) {
            var move = content.move();
            if (move != null && move.kind() == record.kind()
                    && record.key().equals(move.merged() ? move.from() : move.to())) {
                continue;
            }
            Map<String, @Nullable Object> body = new LinkedHashMap<>(record.body());
            var write = new Plan.RecordWrite(Shelves.of(record.kind()), writes.size(), record.key(), body,
                    state.record(record.kind(), record.key()));
            check(write.revision() == record.revision(), content, record.key());
            writes.add(write);
        }
        return writes;
    }

    private static List<Plan.ValueWrite> values(ChangeContent content, State state) {
        var writes = new ArrayList<Plan.ValueWrite>(content.values().size());
        for (var value : content.values()) {
            var draft = value.draft();
            var write = new Plan.ValueWrite(draft, writes.size(), Period.parse(value.period()),
                    state.values().get(draft.key()));
            check(write.vintage() == value.vintage(), content, draft.key());
            writes.add(write);
        }
        return writes;
    }

    private static void check(boolean follows, ChangeContent content, String key) {
        if (!follows) {
            throw new IllegalStateException("change %d does not follow: another version of %s is there"
                    .formatted(content.id(), key));
        }
    }
}
