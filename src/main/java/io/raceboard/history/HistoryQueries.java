package io.raceboard.history;

import static io.raceboard.db.Tables.ALIAS;
import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.REVISION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import io.raceboard.catalog.Period;
import io.raceboard.db.tables.Observation;
import io.raceboard.ledger.Bodies;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.RecordKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads all that was ever recorded. Old slugs are understood; what is given back carries those of today. */
@Component
public class HistoryQueries {

    private static final Observation BEFORE = OBSERVATION.as("before");
    private static final Observation NOW = OBSERVATION.as("latest");
    private static final Field<Integer> VALUES =
            field(selectCount().from(OBSERVATION).where(OBSERVATION.CHANGE_ID.eq(CHANGE.ID)));
    private static final Field<Integer> RECORDS =
            field(selectCount().from(REVISION).where(REVISION.CHANGE_ID.eq(CHANGE.ID)));
    private static final List<Field<?>> OF_CHANGE = List.of(CHANGE.ID, CHANGE.KIND, CHANGE.ACTOR, CHANGE.ORIGIN,
            CHANGE.REASON, CHANGE.RECORDED_AT, VALUES, RECORDS);

    private final DSLContext sql;
    private final JsonMapper json;

    HistoryQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    // --- Changes ---

    /** The newest first. */
    public List<PastChange> changes(ChangeFilter filter, int offset, int limit) {
        return sql.select(OF_CHANGE).from(CHANGE).where(matches(filter)).orderBy(CHANGE.ID.desc())
                .offset(offset).limit(limit).fetch(HistoryQueries::change);
    }

    public int count(ChangeFilter filter) {
        return sql.fetchCount(CHANGE, matches(filter));
    }

    public Optional<PastChange> change(long id) {
        return sql.select(OF_CHANGE).from(CHANGE).where(CHANGE.ID.eq(id)).fetchOptional(HistoryQueries::change);
    }

    private Condition matches(ChangeFilter filter) {
        var all = noCondition();
        if (!filter.kinds().isEmpty()) {
            all = all.and(CHANGE.KIND.in(filter.kinds()));
        }
        if (!filter.text().isBlank()) {
            var text = filter.text().strip();
            all = all.and(CHANGE.ACTOR.containsIgnoreCase(text).or(CHANGE.ORIGIN.containsIgnoreCase(text))
                    .or(CHANGE.REASON.containsIgnoreCase(text)));
        }
        if (filter.indicator() != null) {
            var slug = names().now(Kind.INDICATOR, filter.indicator());
            var ofRecord = names().all(Kind.INDICATOR, slug);
            all = all.and(CHANGE.ID.in(select(OBSERVATION.CHANGE_ID).from(OBSERVATION).where(OBSERVATION.SERIES_ID
                            .in(select(SERIES.ID).from(SERIES).where(SERIES.indicator().SLUG.eq(slug)))))
                    .or(CHANGE.ID.in(select(REVISION.CHANGE_ID).from(REVISION)
                            .where(REVISION.RECORD_TYPE.eq("indicator"), REVISION.RECORD_KEY.in(ofRecord)))));
        }
        if (filter.from() != null) {
            all = all.and(CHANGE.RECORDED_AT.ge(filter.from()));
        }
        return filter.before() == null ? all : all.and(CHANGE.RECORDED_AT.lt(filter.before()));
    }

    private static PastChange change(Record r) {
        return new PastChange(r.get(CHANGE.ID), r.get(CHANGE.KIND), r.get(CHANGE.ACTOR), r.get(CHANGE.ORIGIN),
                r.get(CHANGE.REASON), r.get(CHANGE.RECORDED_AT), r.get(VALUES), r.get(RECORDS));
    }

    // --- Values ---

    /** All vintages of a value, the newest first. */
    public List<PastVintage> vintages(String indicator, String entity, String estimator, Period period) {
        var names = names();
        return sql.select(with(OBSERVATION)).select(OF_CHANGE).from(OBSERVATION)
                .join(CHANGE).on(OBSERVATION.CHANGE_ID.eq(CHANGE.ID))
                .where(OBSERVATION.SERIES_ID.eq(select(SERIES.ID).from(SERIES).where(
                                SERIES.indicator().SLUG.eq(names.now(Kind.INDICATOR, indicator)),
                                SERIES.entity().SLUG.eq(names.now(Kind.ENTITY, entity)),
                                SERIES.ESTIMATOR.eq(names.now(Kind.ESTIMATOR, estimator)))),
                        OBSERVATION.PERIOD.eq(period))
                .orderBy(OBSERVATION.VINTAGE.desc())
                .fetch(r -> new PastVintage(vintage(r, OBSERVATION, sources(names)), change(r)));
    }

    /** The values that a change wrote, by series and period. */
    public List<TouchedValue> values(long change, int offset, int limit) {
        var sources = sources(names());
        var o = OBSERVATION;
        return sql.select(SERIES.indicator().SLUG, SERIES.entity().SLUG, SERIES.ESTIMATOR)
                .select(with(o)).select(with(BEFORE)).select(with(NOW))
                .from(o)
                .join(SERIES).on(o.SERIES_ID.eq(SERIES.ID))
                .join(NOW).on(NOW.SERIES_ID.eq(o.SERIES_ID), NOW.PERIOD.eq(o.PERIOD), NOW.CURRENT_MARK.eq((short) 1))
                .leftJoin(BEFORE).on(BEFORE.SERIES_ID.eq(o.SERIES_ID), BEFORE.PERIOD.eq(o.PERIOD),
                        BEFORE.VINTAGE.eq(o.VINTAGE.minus(1)))
                .where(o.CHANGE_ID.eq(change))
                .orderBy(o.SERIES_ID, o.PERIOD_START, o.ID)
                .offset(offset).limit(limit)
                .fetch(r -> new TouchedValue(
                        new PointKey(r.get(0, String.class), r.get(1, String.class), r.get(SERIES.ESTIMATOR),
                                r.get(o.PERIOD)),
                        r.get(BEFORE.ID) == null ? null : vintage(r, BEFORE, sources), vintage(r, o, sources),
                        vintage(r, NOW, sources)));
    }

    private static List<Field<?>> with(Observation o) {
        return List.of(o.ID, o.PERIOD, o.VINTAGE, o.AMOUNT, o.LOW, o.HIGH, o.STATUS, o.PARTIAL, o.WITHDRAWN,
                o.SOURCE_ID, o.NOTE, o.RECORDED_AT, o.SUPERSEDED_AT, o.CHANGE_ID);
    }

    private static Vintage vintage(Record r, Observation o, Map<Long, String> sources) {
        return new Vintage(r.get(o.VINTAGE), r.get(o.AMOUNT), r.get(o.LOW), r.get(o.HIGH), r.get(o.STATUS),
                r.get(o.PARTIAL), r.get(o.WITHDRAWN), sources.get(r.get(o.SOURCE_ID)), r.get(o.NOTE),
                r.get(o.RECORDED_AT), r.get(o.SUPERSEDED_AT), r.get(o.CHANGE_ID));
    }

    private Map<Long, String> sources(Names names) {
        var slugs = new HashMap<Long, String>();
        sql.select(SOURCE.ID, SOURCE.SLUG).from(SOURCE).fetch()
                .forEach(r -> slugs.put(r.value1(), names.now(Kind.SOURCE, r.value2())));
        return slugs;
    }

    // --- Records ---

    /** All revisions of a catalogue entry or event, the newest first, under whatever name. */
    public List<Revision> revisions(RecordKey record) {
        var names = names();
        return sql.select(REVISION.REVISION_, REVISION.RECORD_KEY, REVISION.BODY).select(OF_CHANGE).from(REVISION)
                .join(CHANGE).on(REVISION.CHANGE_ID.eq(CHANGE.ID))
                .where(REVISION.RECORD_TYPE.eq(Bodies.recordType(record.kind())),
                        REVISION.RECORD_KEY.in(names.allKeys(record)))
                .orderBy(REVISION.REVISION_.desc())
                .fetch(r -> new Revision(r.get(REVISION.REVISION_), r.get(REVISION.RECORD_KEY),
                        body(record.kind(), r.get(REVISION.BODY), names), change(r)));
    }

    /** The catalogue entries and events that a change wrote, in the order written. */
    public List<TouchedRecord> records(long change, int offset, int limit) {
        var names = names();
        var touched = new ArrayList<TouchedRecord>();
        for (var row : sql.select(REVISION.RECORD_TYPE, REVISION.RECORD_KEY, REVISION.REVISION_, REVISION.BODY)
                .from(REVISION).where(REVISION.CHANGE_ID.eq(change)).orderBy(REVISION.ID).offset(offset).limit(limit)
                .fetch()) {
            var kind = Bodies.kind(row.value1());
            var key = names.now(new RecordKey(kind, row.value2()));
            touched.add(new TouchedRecord(key, row.value3(), Map.of(), body(kind, row.value4(), names), row.value3(),
                    Map.of()));
        }
        return neighbours(touched, names);
    }

    /** Adds what stood before and what stands now: one query for each kind of record. */
    private List<TouchedRecord> neighbours(List<TouchedRecord> touched, Names names) {
        var found = new ArrayList<TouchedRecord>();
        for (var ofKind : touched.stream().collect(Collectors.groupingBy(t -> t.key().kind(),
                () -> new EnumMap<>(Kind.class), Collectors.toList())).entrySet()) {
            var kind = ofKind.getKey();
            var keys = ofKind.getValue().stream().flatMap(t -> names.allKeys(t.key()).stream()).distinct().toList();
            var all = new HashMap<RecordKey, Map<Integer, Map<String, @Nullable Object>>>();
            for (int i = 0; i < keys.size(); i += 500) {
                sql.select(REVISION.RECORD_KEY, REVISION.REVISION_, REVISION.BODY).from(REVISION)
                        .where(REVISION.RECORD_TYPE.eq(Bodies.recordType(kind)),
                                REVISION.RECORD_KEY.in(keys.subList(i, Math.min(i + 500, keys.size()))))
                        .forEach(r -> all.computeIfAbsent(names.now(new RecordKey(kind, r.value1())),
                                k -> new HashMap<>()).put(r.value2(), body(kind, r.value3(), names)));
            }
            for (var one : ofKind.getValue()) {
                var revisions = all.get(one.key());
                int newest = revisions.keySet().stream().mapToInt(n -> n).max().orElseThrow();
                found.add(new TouchedRecord(one.key(), one.writtenNumber(),
                        revisions.getOrDefault(one.writtenNumber() - 1, Map.of()), one.written(), newest,
                        revisions.get(newest)));
            }
        }
        return found;
    }

    private Map<String, @Nullable Object> body(Kind kind, String text, Names names) {
        var body = Bodies.parse(json, text);
        Bodies.references(kind).forEach((column, named) -> {
            if (body.get(column) instanceof String slugs) {
                body.put(column, Arrays.stream(slugs.split(";")).map(slug -> names.now(named, slug)).distinct()
                        .collect(Collectors.joining(";")));
            }
        });
        return body;
    }

    // --- Names ---

    private Names names() {
        var now = new EnumMap<Kind, Map<String, String>>(Kind.class);
        sql.select(ALIAS.RECORD_TYPE, ALIAS.OLD_SLUG, ALIAS.SLUG, ALIAS.MERGED).from(ALIAS).forEach(r ->
                now.computeIfAbsent(Bodies.kind(r.value1()), k -> new HashMap<>()).put(r.value2(), r.value3()));
        var merged = sql.select(ALIAS.OLD_SLUG).from(ALIAS).where(ALIAS.MERGED.isTrue()).fetch(ALIAS.OLD_SLUG);
        return new Names(now, merged);
    }

    /** @param merged sources that keep a history of their own */
    private record Names(Map<Kind, Map<String, String>> slugs, List<String> merged) {

        String now(Kind kind, String slug) {
            return slugs.getOrDefault(kind, Map.of()).getOrDefault(slug, slug);
        }

        RecordKey now(RecordKey record) {
            if (record.kind() == Kind.SERIES) {
                var parts = record.key().split("/");
                return new RecordKey(Kind.SERIES, now(Kind.INDICATOR, parts[0]) + "/" + now(Kind.ENTITY, parts[1]) + "/"
                        + now(Kind.ESTIMATOR, parts[2]));
            }
            return record.kind() == Kind.SOURCE && merged.contains(record.key()) ? record
                    : new RecordKey(record.kind(), now(record.kind(), record.key()));
        }

        /** The slug and all earlier ones. */
        List<String> all(Kind kind, String slug) {
            var all = new ArrayList<>(List.of(slug));
            slugs.getOrDefault(kind, Map.of()).forEach((old, now) -> {
                if (now.equals(slug) && !(kind == Kind.SOURCE && merged.contains(old))) {
                    all.add(old);
                }
            });
            return all;
        }

        List<String> allKeys(RecordKey asked) {
            var record = now(asked);
            if (record.kind() != Kind.SERIES) {
                return all(record.kind(), record.key());
            }
            var parts = record.key().split("/");
            return all(Kind.INDICATOR, parts[0]).stream().flatMap(i -> all(Kind.ENTITY, parts[1]).stream()
                    .flatMap(e -> all(Kind.ESTIMATOR, parts[2]).stream().map(by -> i + "/" + e + "/" + by))).toList();
        }
    }
}
