package io.raceboard.records;

import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Status;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.SeriesDraft;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A store with as many values as one likes, written past the ledger, and the lists that the desk offers of them. */
public final class ManyValues {

    private static final int ENTITIES = 25;
    private static final int PERIODS = 200;
    private static final List<String> ESTIMATORS = List.of("office", "agency", "institute", "lab");
    private static final List<String> TOPICS = List.of("chips", "models", "policy", "power");
    private static final int SOURCES = 300;

    private final DSLContext sql;
    private final ValueQueries queries;

    public ManyValues(DSLContext sql) {
        this.sql = sql;
        this.queries = new ValueQueries(sql);
    }

    /** Fills an empty store: each indicator as one change, monthly values from 2010 for each entity, some of them old. */
    public void fill(Ledger ledger, int values) {
        int indicators = values / (ENTITIES * PERIODS);
        ledger.save(catalogue(indicators), new Act(Act.Kind.BUNDLED, "bench", "bench", null));
        var series = sql.select(SERIES.ID, SERIES.indicator().SLUG, SERIES.ID).from(SERIES)
                .orderBy(SERIES.indicator().SLUG, SERIES.ID).fetch();
        var sources = sql.select(SOURCE.ID).from(SOURCE).orderBy(SOURCE.ID).fetch(SOURCE.ID);
        var change = new LinkedHashMap<String, Long>();
        sql.connection(connection -> {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("""
                    insert into observation (series_id, period, period_type, period_start, period_end, amount, status,
                    partial, withdrawn, source_id, vintage, current_mark, recorded_at, superseded_at, change_id)
                    values (?, ?, 'month', ?, ?, ?, ?, false, false, ?, ?, ?, ?, ?, ?)""")) {
                int row = 0;
                for (var one : series) {
                    var slug = one.value2();
                    if (!change.containsKey(slug)) {
                        connection.commit();
                        change.put(slug, begin(connection, change.size()));
                    }
                    var at = Timestamp.from(moment(change.size() - 1));
                    for (int p = 0; p < PERIODS; p++, row++) {
                        var start = LocalDate.of(2010, 1, 1).plusMonths(p);
                        long source = sources.get(row % 97 == 0 ? row / 97 % SOURCES : (int) (one.value1() % 20));
                        if (row % 20 == 0) {
                            add(insert, one.value1(), start, p, "estimate", source, 1, at, change.get(slug));
                        }
                        add(insert, one.value1(), start, p, status(row), source, row % 20 == 0 ? 2 : 1, null,
                                change.get(slug));
                    }
                    insert.executeBatch();
                }
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        });
        sql.execute("analyze");
    }

    private static String status(int row) {
        return row % 1000 == 7 ? "announced" : row % 100 == 3 ? "projection" : row % 20 == 5 ? "estimate" : "actual";
    }

    private static void add(PreparedStatement insert, long series, LocalDate start, int p, String status, long source,
            int vintage, @Nullable Timestamp superseded, long change) throws java.sql.SQLException {
        insert.setLong(1, series);
        insert.setString(2, start.toString().substring(0, 7));
        insert.setDate(3, Date.valueOf(start));
        insert.setDate(4, Date.valueOf(start.plusMonths(1).minusDays(1)));
        insert.setBigDecimal(5, java.math.BigDecimal.valueOf(100_000L + p * 37L + series, 2));
        insert.setString(6, status);
        insert.setLong(7, source);
        insert.setInt(8, vintage);
        insert.setObject(9, superseded == null ? (Short) (short) 1 : null, Types.SMALLINT);
        insert.setTimestamp(10, superseded == null ? Timestamp.from(Instant.parse("2026-01-01T00:00:00Z")) : superseded);
        insert.setTimestamp(11, superseded == null ? null : superseded);
        insert.setLong(12, change);
        insert.addBatch();
    }

    private static long begin(java.sql.Connection connection, int n) throws java.sql.SQLException {
        try (var begin = connection.prepareStatement(
                "insert into change (kind, actor, origin, recorded_at) values ('import', ?, 'a file', ?)",
                new String[] {"id"})) {
            begin.setString(1, "editor" + n % 7);
            begin.setTimestamp(2, Timestamp.from(moment(n)));
            begin.execute();
            try (var keys = begin.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static Instant moment(int n) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * n);
    }

    private static Batch catalogue(int indicators) {
        var series = new ArrayList<SeriesDraft>();
        for (int i = 0; i < indicators; i++) {
            for (int e = 0; e < ENTITIES; e++) {
                series.add(new SeriesDraft("indicator-" + i, "entity-" + e, ESTIMATORS.get(i % 4), 1, null));
            }
        }
        return new Batch(
                TOPICS.stream().map(t -> new Topic(t, label(t), label(t + "?"), 1)).toList(),
                List.of(new Unit("GW", "power", label("gigawatts"), label("GW"))),
                ESTIMATORS.stream().map(e -> new Estimator(e, label(e))).toList(),
                IntStream.range(0, SOURCES).mapToObj(s -> new Source("source-" + s, "Statistics " + s, "Office",
                        "https://example.org/" + s, "2026", "facts", "facts", true, false, null)).toList(),
                IntStream.range(0, ENTITIES).mapToObj(e -> new Entity("entity-" + e, Entity.Kind.COUNTRY, null,
                        label("Country " + e), label("Country " + e), "#0072B2", Entity.Dash.SOLID,
                        Entity.Marker.CIRCLE)).toList(),
                IntStream.range(0, indicators).mapToObj(i -> new IndicatorDraft("indicator-" + i,
                        TOPICS.get(i * 4 / indicators), i, label("Capacity " + i), label("in all"), "GW", Cadence.MONTH,
                        30, Draw.LINE, label("Counted."), null, "facts", null, false, List.of(), null)).toList(),
                series, List.of(), List.of());
    }

    private static Label label(String text) {
        return new Label(text, text);
    }

    /** Every order and filter that the desk offers, by name; each run reads a first page and says how many rows it has. */
    public Map<String, Supplier<Integer>> lists() {
        var lists = new LinkedHashMap<String, Supplier<Integer>>();
        var a = ValueFilter.ALL;
        for (var order : ValueOrder.values()) {
            var by = ", by " + order.code();
            lists.put("all" + by, run(a, order));
            lists.put("topic" + by, run(filter("chips", null, null, null, null, null, null, null, null, ""), order));
            lists.put("indicator" + by, run(filter(null, "indicator-3", null, null, null, null, null, null, null, ""),
                    order));
            lists.put("entity" + by, run(filter(null, null, "entity-7", null, null, null, null, null, null, ""), order));
            lists.put("estimator" + by, run(filter(null, null, null, "lab", null, null, null, null, null, ""), order));
            for (var status : Status.values()) {
                lists.put(status.code() + by, run(filter(null, null, null, null, status, null, null, null, null, ""),
                        order));
            }
            lists.put("one year" + by, run(filter(null, null, null, null, null, "2013", "2013", null, null, ""), order));
            lists.put("a source of many" + by, run(filter(null, null, null, null, null, null, null, "source-3", null, ""),
                    order));
            lists.put("a source of few" + by, run(filter(null, null, null, null, null, null, null, "source-250", null,
                    ""), order));
            lists.put("changed since" + by, run(filter(null, null, null, null, null, null, null, null,
                    moment(150), ""), order));
            lists.put("text" + by, run(filter(null, null, null, null, null, null, null, null, null, "country 1"), order));
            lists.put("topic, status, years" + by, run(filter("power", null, null, null, Status.ESTIMATE, "2015", "2019",
                    null, null, ""), order));
        }
        return lists;
    }

    private Supplier<Integer> run(ValueFilter filter, ValueOrder order) {
        return () -> queries.page(filter, order, null).rows().size();
    }

    private static ValueFilter filter(@Nullable String topic, @Nullable String indicator, @Nullable String entity,
            @Nullable String estimator, @Nullable Status status, @Nullable String from, @Nullable String to,
            @Nullable String source, @Nullable Instant since, String text) {
        return new ValueFilter(topic, indicator, entity, estimator, status, from == null ? null : Period.parse(from),
                to == null ? null : Period.parse(to), source, since, text);
    }
}
