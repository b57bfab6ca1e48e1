package io.raceboard.bench;

import io.raceboard.ledger.TestStore;
import io.raceboard.records.ManyValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;

/**
 * The desk's list of all values over a million of them in an embedded store: the first page in every order and with
 * every filter. Part of {@code make bench}; runs alone, too.
 */
final class ValuesBench {

    private static final int VALUES = 1_000_000;
    private static final int ROUNDS = 40;

    private ValuesBench() {
    }

    static void main(String... args) throws IOException {
        var report = new Report();
        report.head();
        measure(report, args.length > 0 ? Integer.parseInt(args[0]) : VALUES);
        report.summary();
    }

    static void measure(Report report) throws IOException {
        measure(report, VALUES);
    }

    private static void measure(Report report, int values) throws IOException {
        var folder = Path.of("target", "bench-values");
        clear(folder);
        try (var store = TestStore.open("jdbc:h2:file:./" + folder + "/values;WRITE_DELAY=0;CACHE_SIZE=16384")) {
            var many = new ManyValues(store.sql());
            long begin = System.nanoTime();
            many.fill(store.ledger(), values);
            report.plain(values + " values written by the bare driver",
                    Math.round(values / ((System.nanoTime() - begin) / 1e9)) + " /s", "");
            var worst = 0.0;
            for (var list : many.lists().entrySet()) {
                var times = new ArrayList<Double>();
                for (int round = 0; round < ROUNDS + 5; round++) {
                    long from = System.nanoTime();
                    int rows = list.getValue().get();
                    if (rows == 0) {
                        throw new IllegalStateException("nothing found: " + list.getKey());
                    }
                    if (round >= 5) {
                        times.add((System.nanoTime() - from) / 1e6);
                    }
                }
                double p95 = Report.p95(times);
                worst = Math.max(worst, p95);
                report.atMost(150, "ms", "values: " + list.getKey(), p95);
            }
            report.atMost(150, "ms", "values: the slowest of these, p95", worst);
        }
        clear(folder);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
