package io.raceboard.bench;

import com.microsoft.playwright.Page;
import io.raceboard.browser.Chromium;
import io.raceboard.browser.ServerProcess;
import io.raceboard.browser.WallPage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code make load DISPLAYS=1000}: so many displays on one wall, played without a browser, and a few real ones among
 * them; measures what a change costs, how soon it is there, and what is left of the displays when they have vanished
 * without a word. Ends by itself after a few minutes.
 */
final class WallLoad {

    static final String KEY = "load";
    private static final int WARM = 20;
    /** So many changes to all of them first: until then most of the processor's time goes into compiling the program. */
    private static final int WARM_CHANGES = 60;
    private static final int CHANGES = 20;
    private static final int REAL = 3;
    private static final double MOST_LEFT = 10;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(6);

    private final Report report = new Report();
    private final int displays;

    private WallLoad(int displays) {
        this.displays = displays;
    }

    static void main(String[] arguments) throws Exception {
        new WallLoad(arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0])).run();
    }

    private void run() throws Exception {
        report.head();
        try (var server = ServerProcess.startEmpty(Path.of("target", "load"), "--raceboard.demo.key=" + KEY,
                // Instead of after five minutes: how soon a session that nobody uses ends.
                "--server.servlet.session.timeout=1m");
                var screens = new Screens(server.address("/"))) {
            screens.open(WARM);
            changes(server, screens, 5);
            long before = server.liveBytes();
            screens.open(displays - WARM);
            Thread.sleep(8_000);
            long after = server.liveBytes();
            report.atMost(190, "KiB", "server heap per idle display, " + displays + " displays",
                    (after - before) / 1024.0 / (displays - WARM));
            changes(server, screens, WARM_CHANGES);
            var idle = idle(server);
            report.plain("processor time of " + displays + " idle displays", Math.round(idle * 1000) + " ms/s", "");
            var cost = changes(server, screens, CHANGES);
            report.atMost(300, "ms", "change to the last pushed byte, 95th percentile", Report.p95(cost.pushed()));
            report.atMost(250, "ms", "server processor time per change",
                    Math.max(0, cost.processorMs() - idle * cost.millis()) / CHANGES);
            report.plain("displays that missed a change; requests that failed",
                    cost.missed() + "; " + screens.failures(), "");
            real(server, screens);
            vanish(server, screens, before);
        }
        queries();
        report.summary();
    }

    private record Cost(List<Double> pushed, double processorMs, double millis, int missed) {
    }

    /** Share of one processor that the displays need when nothing happens. */
    private static double idle(ServerProcess server) throws InterruptedException {
        var before = server.processorTime();
        Thread.sleep(15_000);
        return server.processorTime().minus(before).toMillis() / 15_000.0;
    }

    private static Cost changes(ServerProcess server, Screens screens, int changes) throws Exception {
        var pushed = new ArrayList<Double>();
        int missed = 0;
        long begin = System.nanoTime();
        var before = server.processorTime();
        for (int n = 0; n < changes; n++) {
            screens.saved();
            change(server);
            pushed.addAll(screens.pushedAfter());
            missed += screens.missed();
            Thread.sleep(1_000);
        }
        return new Cost(pushed, server.processorTime().minus(before).toMillis(), (System.nanoTime() - begin) / 1e6, missed);
    }

    /** The same in real browsers, so that the simulation is checked against reality. */
    private void real(ServerProcess server, Screens screens) throws Exception {
        try (var chromium = Chromium.find()) {
            var pages = new ArrayList<Page>();
            for (int n = 0; n < REAL; n++) {
                pages.add(WallPage.open(chromium.browser().newContext().newPage(),
                        server.address("/wall/race?slide=4").toString()));
            }
            var painted = new ArrayList<Double>();
            for (int n = 0; n < 10; n++) {
                for (var page : pages) {
                    page.evaluate("""
                            () => { const before = document.getElementById('wall').dataset.stamp; window.painted = new Promise((done) => {
                              const look = () => document.getElementById('wall').dataset.stamp !== before
                                ? requestAnimationFrame(() => done(Date.now())) : setTimeout(look, 5); look(); }); }""");
                }
                screens.saved();
                long saved = System.currentTimeMillis();
                change(server);
                for (var page : pages) {
                    painted.add(((Number) page.evaluate("() => window.painted")).doubleValue() - saved);
                }
                screens.pushedAfter();
            }
            report.atMost(2000, "ms", "change to paint in " + REAL + " real browsers, 95th percentile", Report.p95(painted));
        }
    }

    /** The displays are there no more and have not said so: what the server kept for them goes by itself. */
    private void vanish(ServerProcess server, Screens screens, long before) throws Exception {
        screens.vanish();
        long begin = System.nanoTime();
        double growth;
        do {
            Thread.sleep(10_000);
            growth = 100.0 * (server.liveBytes() - before) / before;
        } while (growth > MOST_LEFT && System.nanoTime() - begin < LONGEST_WAIT.toNanos());
        report.atMost(MOST_LEFT, "%", "server heap above that before the %d displays, %d s after they vanished"
                .formatted(displays, (System.nanoTime() - begin) / 1_000_000_000), growth);
    }

    /** Statements of one change, counted with few displays and with many. */
    private void queries() throws Exception {
        long few = queries(3);
        long many = queries(Math.min(displays, 60));
        report.plain("statements per change with 3 displays; with " + Math.min(displays, 60), few + "; " + many,
                few == many ? "equal" : "NOT EQUAL");
    }

    private static long queries(int displays) throws Exception {
        var folder = Path.of("target", "load-statements-" + displays);
        try (var server = ServerProcess.startEmpty(folder, "--raceboard.demo.key=" + KEY,
                "--logging.level.org.jooq.tools.LoggerListener=debug"); var screens = new Screens(server.address("/"))) {
            screens.open(displays);
            changes(server, screens, 2);
            Thread.sleep(2_000);
            long before = statements(server);
            changes(server, screens, 4);
            return (statements(server) - before) / 4;
        }
    }

    private static long statements(ServerProcess server) throws IOException {
        try (var lines = Files.lines(server.log())) {
            return lines.filter(line -> line.contains("Executing query") || line.contains("Executing batch")).count();
        }
    }

    /** Writes the visible test change, or takes it back. */
    static void change(ServerProcess server) throws IOException, InterruptedException {
        var answer = CLIENT.send(HttpRequest.newBuilder(server.address("/demo/change"))
                .header("Authorization", "Bearer " + KEY).timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The test change was refused: " + answer.body());
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
}
