package io.raceboard.bench;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.ledger.TestStore;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How fast the ledger takes 200,000 values into an embedded store, beside the bare driver doing nothing but the same
 * inserts. Arguments: number of values, number of values that are there already.
 */
public final class LedgerBench {

    private static final int ENTITIES = 40;
    private static final int MONTHS = 200;
    private static final YearMonth FIRST = YearMonth.of(2005, 1);
    private static final Act ACT = new Act(Act.Kind.IMPORT, "Bench", "bench.csv", "to measure");

    private LedgerBench() {
    }

    /** Prints a line for each thing done. */
    public static void main(String[] args) throws Exception {
        int values = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int before = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        var folder = Files.createTempDirectory("raceboard-bench");
        var url = "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0;CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE";
        try (var store = TestStore.at(url)) {
            var ledger = store.ledger();
            store.ledger().save(catalogue(values + before), ACT);
            for (int from = 0; from < before; from += 200_000) {
                ledger.save(Batch.values(drafts(from, Math.min(from + 200_000, before), 0)), ACT);
            }
            var drafts = Batch.values(drafts(before, before + values, 0));
            resetPeak();
            time("checked", values, () -> ledger.check(drafts).size());
            time("saved, all new", values, () -> ledger.save(drafts, ACT).added());
            time("saved again, nothing new", values, () -> ledger.save(drafts, ACT).unchanged());
            var other = Batch.values(drafts(before, before + values, 1));
            time("saved, all changed", values, () -> ledger.save(other, ACT).changed());
            System.out.printf("peak heap %d MB of %d MB%n", peak() >> 20, Runtime.getRuntime().maxMemory() >> 20);
            for (int i = 0; i < 3; i++) {
                int nth = i;
                time("one value saved", 1, () -> ledger.save(Batch.values(drafts(before, before + 1, 2 + nth)), ACT)
                        .changed());
            }
            System.out.printf("file %d MB%n", Files.size(folder.resolve("store.mv.db")) >> 20);
        }
        bare(url, values);
    }

    /** The same rows, as they lie in the store, into a second table with the same columns and keys. */
    static double bare(String url, int values) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "sa", "")) {
            connection.setAutoCommit(false);
            long series;
            try (var row = connection.createStatement()
                    .executeQuery("select min(series_id), min(source_id), min(change_id) from observation")) {
                row.next();
                series = row.getLong(1);
            }
            try (var clear = connection.createStatement()) {
                clear.execute("delete from observation");
                connection.commit();
            }
            long start = System.nanoTime();
            try (var insert = connection.prepareStatement("""
                    insert into observation (series_id, period, period_type, period_start, period_end, amount, status,
                        partial, withdrawn, source_id, vintage, current_mark, recorded_at, change_id)
                    values (?, ?, 'month', ?, ?, ?, 'actual', false, false,
                        (select min(id) from source), 1, 1, current_timestamp, (select min(id) from change))""")) {
                for (int i = 0; i < values; i++) {
                    var month = FIRST.plusMonths(i % MONTHS);
                    insert.setLong(1, series + i / MONTHS);
                    insert.setString(2, month.toString());
                    insert.setObject(3, month.atDay(1));
                    insert.setObject(4, month.atEndOfMonth());
                    insert.setBigDecimal(5, amount(i, 0));
                    insert.addBatch();
                    if (i % 1000 == 999) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            long took = System.nanoTime() - start;
            tell("bare driver, all new", values, took);
            return values * 1e9 / took;
        }
    }

    /** The catalogue that so many values need. */
    static void fill(TestStore store, int values) {
        store.ledger().save(catalogue(values), ACT);
    }

    /** The nth value as a row of a file, in the order of the template's columns. */
    static List<String> row(int nth) {
        var d = drafts(nth, nth + 1, 0).getFirst();
        return List.of(d.indicator(), d.entity(), d.estimator(), d.period(), d.amount().toPlainString(), "", "", "GW",
                d.status(), "false", d.source(), "row " + nth);
    }

    private static Batch catalogue(int values) {
        int indicators = values / (ENTITIES * MONTHS) + 1;
        return new Batch(List.of(new Topic("t", label("T"), label("?"), 1)),
                List.of(new Unit("GW", "power", label("gigawatts"), label("GW"))),
                List.of(new Estimator("e", label("E"))),
                List.of(new Source("s", "S", "P", null, null, "free", "facts", true, false, null)),
                IntStream.range(0, ENTITIES).mapToObj(e -> new Entity("e" + e, Entity.Kind.COMPANY, null, label("E"),
                        label("E"), "#000000", Entity.Dash.SOLID, Entity.Marker.NONE)).toList(),
                IntStream.range(0, indicators).mapToObj(LedgerBench::indicator).toList(),
                IntStream.range(0, indicators).boxed().flatMap(LedgerBench::series).toList(),
                List.of(), List.of());
    }

    private static IndicatorDraft indicator(int i) {
        return new IndicatorDraft("i" + i, "t", i, label("I"), label("I"), "GW", Cadence.MONTH, 30, Draw.LINE,
                label("M"), null, "free", null, false, List.of(), null);
    }

    private static Stream<SeriesDraft> series(int indicator) {
        return IntStream.range(0, ENTITIES).mapToObj(e -> new SeriesDraft("i" + indicator, "e" + e, "e", 1, null));
    }

    static List<ObservationDraft> drafts(int from, int to, int version) {
        var drafts = new ArrayList<ObservationDraft>(to - from);
        for (int i = from; i < to; i++) {
            int series = i / MONTHS;
            drafts.add(new ObservationDraft("i" + series / ENTITIES, "e" + series % ENTITIES, "e",
                    FIRST.plusMonths(i % MONTHS).toString(), amount(i, version), null, null, "actual", false, false,
                    "s", null, null));
        }
        return drafts;
    }

    private static BigDecimal amount(int i, int version) {
        return BigDecimal.valueOf(100_000L + i % MONTHS * 100L + i % 7 * 10L + version, 2);
    }

    private static Label label(String text) {
        return new Label(text, text);
    }

    private static void time(String what, int rows, Supplier<Integer> act) {
        long start = System.nanoTime();
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int result = act.get();
        worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked;
        tell("%s (%d), %d ms of work".formatted(what, result, worked / 1_000_000), rows, System.nanoTime() - start);
    }

    private static void tell(String what, int rows, long nanos) {
        System.out.printf("%-55s %8.0f ms  %9.0f rows/s%n", what, nanos / 1e6, rows * 1e9 / nanos);
    }

    private static void resetPeak() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP)
                .mapToLong(p -> p.getPeakUsage().getUsed()).sum();
    }
}
