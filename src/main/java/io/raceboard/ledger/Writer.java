package io.raceboard.ledger;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.LEDGER_TURN;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.REVISION;
import static org.jooq.impl.DSL.inline;

import io.raceboard.catalog.Status;
import io.raceboard.ledger.Fault.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a plan: one statement per table, however many rows. Must run inside the ledger's transaction. */
@Component
class Writer {

    private final DSLContext sql;
    private final RecordWriter records;
    private final JsonMapper json;

    Writer(DSLContext sql, RecordWriter records, JsonMapper json) {
        this.sql = sql;
        this.records = records;
        this.json = json;
    }

    /** Waits until every other save is over; lasts until the transaction ends. */
    void takeTurn() {
        sql.select(LEDGER_TURN.ID).from(LEDGER_TURN).forUpdate().fetch();
    }

    /**
     * Writes it all.
     *
     * @param state what the plan was made from
     * @return the id of the change
     */
    long write(Plan plan, State state, Act act, Instant at) {
        long change = begin(act, at);
        write(plan, state, change, at);
        return change;
    }

    /** Writes who, when and why; what belongs to it follows. */
    long begin(Act act, Instant at) {
        return sql.insertInto(CHANGE, CHANGE.KIND, CHANGE.ACTOR, CHANGE.ORIGIN, CHANGE.REASON,
                        CHANGE.RECORDED_AT)
                .values(act.kind().code(), act.actor(), act.origin(), act.reason(), at)
                .returning(CHANGE.ID).fetchSingle(CHANGE.ID);
    }

    /** The same under a number that it had in another store. */
    void begin(long id, Act act, Instant at) {
        sql.insertInto(CHANGE, CHANGE.ID, CHANGE.KIND, CHANGE.ACTOR, CHANGE.ORIGIN, CHANGE.REASON, CHANGE.RECORDED_AT)
                .values(id, act.kind().code(), act.actor(), act.origin(), act.reason(), at).execute();
    }

    /** Writes records and values of a change that has begun. */
    void write(Plan plan, State state, long change, Instant at) {
        var ids = new Ids(sql, state);
        for (var shelf : Shelves.ALL) {
            var writes = plan.records().stream().filter(w -> w.shelf() == shelf).toList();
            if (!writes.isEmpty()) {
                records.write(shelf, writes, ids, change);
                keepRevisions(shelf, writes, change);
            }
        }
        supersede(plan.values(), at);
        insert(plan.values(), ids, change, at);
    }

    void keepRevisions(Shelf<?> shelf, List<Plan.RecordWrite> writes, long change) {
        var r = REVISION;
        try (var rows = Rows.insert(sql, r,
                List.of(r.RECORD_TYPE, r.RECORD_KEY, r.REVISION_, r.BODY, r.CHANGE_ID))) {
            writes.forEach(w -> rows.add(shelf.recordType(), w.key(), w.revision(),
                    json.writeValueAsString(w.body()), change));
        }
    }

    private void supersede(List<Plan.ValueWrite> values, Instant at) {
        var o = OBSERVATION;
        int old = 0;
        try (var rows = new Rows(sql, sql.update(o).set(o.SUPERSEDED_AT, (Instant) null)
                .set(o.CURRENT_MARK, inline((Short) null)).where(o.ID.eq((Long) null), o.CURRENT_MARK.eq(inline((short) 1))),
                List.of(o.SUPERSEDED_AT, o.ID))) {
            for (var value : values) {
                if (value.before() != null) {
                    rows.add(at, value.before().id());
                    old++;
                }
            }
            if (rows.touched() != old) {
                throw new OptimisticLockingFailureException("a current value was superseded past the ledger");
            }
        }
    }

    private void insert(List<Plan.ValueWrite> values, Ids ids, long change, Instant at) {
        var o = OBSERVATION;
        try (var rows = Rows.insert(sql, o, List.of(o.SERIES_ID, o.PERIOD, o.PERIOD_TYPE, o.PERIOD_START, o.PERIOD_END,
                o.AMOUNT, o.LOW, o.HIGH, o.STATUS, o.PARTIAL, o.WITHDRAWN, o.SOURCE_ID, o.NOTE, o.VINTAGE,
                o.CURRENT_MARK, o.RECORDED_AT, o.CHANGE_ID))) {
            for (var placed : inOrder(values, ids)) {
                var d = placed.value().draft();
                var p = placed.value().period();
                rows.add(placed.series(), p, p.type().code(), p.start(), p.end(), d.amount(), d.low(),
                        d.high(), Status.of(d.status()), d.partial(), d.withdrawn(), ids.of(Kind.SOURCE, d.source()),
                        Current.blankToNull(d.note()), placed.value().vintage(), (short) 1, at, change);
            }
        }
    }

    private record Placed(long series, Plan.ValueWrite value) {
    }

    /** As the indexes have them: neighbours go to the same page. */
    private static List<Placed> inOrder(List<Plan.ValueWrite> values, Ids ids) {
        return values.stream().map(v -> new Placed(ids.of(Kind.SERIES, v.draft().series()), v))
                .sorted(Comparator.comparingLong(Placed::series).thenComparing(p -> p.value().period().text()))
                .toList();
    }
}
