package io.raceboard.bench;

import io.raceboard.browser.Chromium;
import io.raceboard.browser.RunningApp;
import io.raceboard.browser.ServerProcess;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.ChangeSaved;
import io.raceboard.live.ReadModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * {@code make bench}: starts the packaged program with a store of its own and measures it on this machine, beside a
 * bare page that draws the same charts with the same library. Ends by itself after a few minutes.
 */
final class Bench {

    static final String KEY = "bench";

    private static final int ROUNDS = 5;
    private static final int OPEN_PAGES = 50;
    private static final int PUBLISHED = 40;
    private static final int CACHED_REQUESTS = 40_000;
    private static final int COMPUTED_REQUESTS = 600;
    private static final Pattern CHART = Pattern.compile("<race-chart[^>]* src=\"([^\"]+)\"");
    private static final Pattern INDICATOR = Pattern.compile("href=\"/i/([a-z0-9-]+)");

    private final Report report = new Report();
    private final ServerProcess server;
    private final Chromium chromium;

    private Bench(ServerProcess server, Chromium chromium) {
        this.server = server;
        this.chromium = chromium;
    }

    static void main() throws Exception {
        try (var server = ServerProcess.startEmpty(Path.of("target", "bench"), "--raceboard.demo.key=" + KEY);
                var chromium = Chromium.find()) {
            var bench = new Bench(server, chromium);
            bench.report.head();
            bench.start();
            bench.load();
            bench.dataFiles();
            bench.memory();
            bench.live();
            server.stop();
            bench.queries();
            bench.importing();
            bench.growing();
            ValuesBench.measure(bench.report);
            bench.report.summary();
        }
    }

    /** From the launch of the process to the first answered page, with the store filled. */
    private void start() {
        var times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            server.stop();
            times[round] = server.startAgain().toMillis() / 1000.0;
        }
        report.atMost(4, "s", "start to first answered page", Report.median(times));
    }

    /** Cold loads of the overview and of the bare page, by turns; the first turn only warms the server up. */
    private void load() throws Exception {
        var html = get(server.address("/"));
        var files = CHART.matcher(html).results().map(found -> found.group(1).replace("&amp;", "&")).toList();
        var charts = new ArrayList<String>();
        for (var file : files) {
            charts.add(get(server.address(file)));
        }
        var ours = new ArrayList<PageLoad>();
        var bare = new ArrayList<PageLoad>();
        try (var page = new BarePage(charts)) {
            for (int round = 0; round <= ROUNDS; round++) {
                var our = PageLoad.of(chromium, server.address("/"), charts.size());
                var plain = PageLoad.of(chromium, page.address(), charts.size());
                if (round > 0) {
                    ours.add(our);
                    bare.add(plain);
                }
            }
        }
        report.plain("charts on the page", charts.size() + "", charts.size() + "");
        report.atMostTimes(2, "ms", "first contentful paint", median(ours, PageLoad::painted),
                median(bare, PageLoad::painted));
        report.atMostTimes(2, "ms", "all charts drawn", median(ours, PageLoad::drawn), median(bare, PageLoad::drawn));
        report.atMost(260, "kB", "over the wire, compressed", median(ours, load -> load.bytes() / 1000.0));
        report.plain("the same, bare page", "", Math.round(median(bare, load -> load.bytes() / 1000.0)) + " kB");
    }

    private static double median(List<PageLoad> loads, ToDoubleFunction<PageLoad> figure) {
        return Report.median(loads.stream().mapToDouble(figure).toArray());
    }

    /** A chart's data file from the cache, and of views that nobody asked for before. */
    private void dataFiles() throws Exception {
        var file = CHART.matcher(get(server.address("/"))).results().findFirst().orElseThrow().group(1);
        var cached = file.replace("&amp;", "&");
        var path = cached.replaceFirst("\\?.*", "");
        var never = IntStream.range(0, COMPUTED_REQUESTS)
                .mapToObj(n -> path + "?time=" + (1900 + n % 100) + ".." + (2020 + n / 100)).toList();
        Load.perSecond(server.address("/"), List.of(cached), CACHED_REQUESTS);
        report.atLeast(5000, "/s", "a chart's data file, from the cache",
                Load.perSecond(server.address("/"), List.of(cached), CACHED_REQUESTS));
        report.plain("the same, computed for each request",
                Math.round(Load.perSecond(server.address("/"), never, COMPUTED_REQUESTS)) + " /s", "");
    }

    /** What the server keeps for one more open overview, after a full collection; pages played without a browser. */
    private void memory() throws Exception {
        var readers = new ArrayList<Reader>();
        try {
            // Caches and classes that the first readers bring with them are not the price of one more.
            open(readers, 10);
            long before = server.liveBytes();
            open(readers, OPEN_PAGES);
            long after = server.liveBytes();
            report.atMost(190, "KiB", "server heap for one more open overview",
                    (after - before) / 1024.0 / OPEN_PAGES);
        } finally {
            readers.forEach(Reader::close);
        }
    }

    /** From the request that saves a value until the new number is painted, with fifty open overviews. */
    private void live() throws Exception {
        var readers = new ArrayList<Reader>();
        try (var context = chromium.browser().newContext(); var painter = new Painter(context, server.address("/"))) {
            open(readers, OPEN_PAGES - 1);
            var painted = new ArrayList<Double>();
            var fetched = new ArrayList<Double>();
            for (int published = 0; published < PUBLISHED; published++) {
                readers.forEach(Reader::forget);
                var saved = Instant.now();
                publish();
                painted.add(painter.paintedAfter(saved));
                for (var reader : readers) {
                    fetched.add(reader.fetchedAfter(saved));
                }
            }
            report.atMost(1000, "ms", "publish to paint, 95th percentile, 50 pages", Report.p95(painted));
            report.plain("the same, fetched by the 49 other readers", Math.round(Report.p95(fetched)) + " ms", "");
        } finally {
            readers.forEach(Reader::close);
        }
    }

    private void open(List<Reader> readers, int more) throws Exception {
        for (int opened = 0; opened < more; opened++) {
            readers.add(Reader.open(server.address("/")));
        }
    }

    private void publish() throws IOException, InterruptedException {
        var change = HttpRequest.newBuilder(server.address("/demo/change")).header("Authorization", "Bearer " + KEY)
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(change, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("The test change was refused: " + answer.body());
            }
        }
    }

    /** All indicators that the overview names, and the latest changes, read anew as after a change of the catalogue. */
    private void queries() throws Exception {
        try (var app = RunningApp.start()) {
            var shown = INDICATOR.matcher(get(app.address("/"))).results()
                    .map(found -> found.group(1)).distinct().toList();
            var readModel = app.bean(ReadModel.class);
            var times = new double[4 * ROUNDS];
            for (int round = 0; round < 10 * ROUNDS; round++) {
                readModel.refresh(new ChangeSaved(1, Instant.now(), Set.of(), true, true,
                        new Act(Act.Kind.EDIT, "bench", "bench", null)));
                long begin = System.nanoTime();
                readModel.indicators(shown);
                readModel.latestChanges(5);
                times[round % times.length] = (System.nanoTime() - begin) / 1e6;
            }
            report.atMost(20, "ms", "overview query round, " + shown.size() + " indicators", Report.median(times));
        }
    }

    /** A file of 200,000 rows: validation, preview and commit, in a process with 512 MB of heap. */
    private void importing() throws Exception {
        var figures = ImportBench.run();
        report.atLeast(20_000, "rows/s", "import of 200,000 rows, previewed and saved", figures.get("rows-per-second"));
        report.plain("the same rows, inserted by the bare driver", "",
                Math.round(figures.get("bare-rows-per-second")) + " rows/s");
        report.plain("its work, all threads together", Math.round(figures.get("cpu-ms")) + " ms", "");
        report.atMost(512, "MB", "heap at its peak meanwhile", figures.get("peak-heap-mb"));
        report.plain("preview of the same file again, 0 changes", Math.round(figures.get("again-ms")) + " ms", "");
        report.plain("preview of the same rows as XLSX", Math.round(figures.get("xlsx-preview-ms")) + " ms", "");
    }

    /** The same few values changed again and again: the engine's file holds what was before until it is compacted. */
    private void growing() throws Exception {
        var figures = StoreGrowth.run();
        report.atMostTimes(5, "MB", "store's file after 20,000 saves and 20 imports of 10,000, beside its compacted form",
                figures.get("in-use-mb"), figures.get("compact-mb"));
        report.atMostTimes(5, "MB", "the same ten seconds later", figures.get("later-mb"), figures.get("compact-mb"));
        report.atMostTimes(2, "ms", "99 of 100 of the last 1,000 saves, beside the first 1,000",
                figures.get("last-p99-ms"), figures.get("first-p99-ms"));
    }

    private static String get(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address).header("Accept", "text/html,*/*").build();
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
        }
    }
}
