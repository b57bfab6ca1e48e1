package io.raceboard.bench;

import com.sun.management.OperatingSystemMXBean;
import io.raceboard.backup.Journalled;
import io.raceboard.intake.ImportWork;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How fast a file of 200,000 rows is previewed and taken in, journal and all, in a process of its own with 512 MB of
 * heap, beside the bare driver doing nothing but the inserts.
 */
public final class ImportBench {

    static final int ROWS = 200_000;

    private static final int HEAP_MB = 512;

    private ImportBench() {
    }

    /** Starts the process and reads its figures: names as in {@link #main}. */
    static Map<String, Double> run() throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MB + "m", "--enable-native-access=ALL-UNNAMED", "-XX:+UseCompactObjectHeaders",
                "-cp", System.getProperty("java.class.path"), ImportBench.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var figures = new TreeMap<String, Double>();
        try (var lines = process.inputReader()) {
            lines.lines().filter(line -> line.startsWith("figure ")).map(line -> line.split(" "))
                    .forEach(part -> figures.put(part[1], Double.valueOf(part[2])));
        }
        if (process.waitFor() != 0) {
            throw new IOException("The import ended with " + process.exitValue());
        }
        return figures;
    }

    /** Prints a line for each figure. */
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("raceboard-bench");
        var url = "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0;CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE";
        try (var store = Journalled.at(url, folder.resolve("journal"))) {
            LedgerBench.fill(store, ROWS);
            var csv = folder.resolve("values.csv");
            var xlsx = folder.resolve("values.xlsx");
            ImportWork.write(csv, rows());
            ImportWork.write(xlsx, rows());
            figure("csv-mb", Files.size(csv) / 1e6);
            figure("xlsx-mb", Files.size(xlsx) / 1e6);
            var work = new ImportWork(store, csv);
            ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
            long worked = worked();
            long begin = System.nanoTime();
            var taking = work.taking();
            long previewed = System.nanoTime();
            var outcome = taking.commit();
            long done = System.nanoTime();
            worked = worked() - worked;
            if (outcome.added() != ROWS) {
                throw new IllegalStateException("took in " + outcome);
            }
            figure("preview-ms", (previewed - begin) / 1e6);
            figure("commit-ms", (done - previewed) / 1e6);
            figure("cpu-ms", worked / 1e6);
            figure("rows-per-second", ROWS * 1e9 / (done - begin));
            begin = System.nanoTime();
            int again = work.preview();
            figure("again-ms", (System.nanoTime() - begin) / 1e6);
            figure("again-changes", again);
            begin = System.nanoTime();
            figure("xlsx-changes", new ImportWork(store, xlsx).preview());
            figure("xlsx-preview-ms", (System.nanoTime() - begin) / 1e6);
            figure("peak-heap-mb", ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(p -> p.getType() == MemoryType.HEAP).mapToLong(p -> p.getPeakUsage().getUsed()).sum() >> 20);
        }
        figure("bare-rows-per-second", LedgerBench.bare(url, ROWS));
    }

    private static Stream<List<String>> rows() {
        return IntStream.range(0, ROWS).mapToObj(LedgerBench::row);
    }

    /** Of all threads together: on a busy machine it says more than the time that went by. */
    private static long worked() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void figure(String name, double value) {
        System.out.printf(java.util.Locale.ROOT, "figure %s %.2f%n", name, value);
    }
}
