package io.raceboard.bench;

import io.raceboard.browser.Chromium;
import io.raceboard.browser.LoneBrowser;
import io.raceboard.browser.ServerProcess;
import io.raceboard.browser.WallPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code make day DISPLAYS=200 HOURS=24}: a day of unattended walls at sixty times its speed: a change each second, and
 * slides that turn sixty times as fast, so that there are as many of both as in a real one; two real browsers among the
 * displays, which renew their pages seven times. Nothing may be missed, and what is kept may not grow after the first hour.
 */
final class WallDay {

    private static final int HOUR = 60;
    private static final int TEMPO = 60;
    private static final int REAL = 2;
    /** Today's Chromium forgets the code of what was not called for three minutes; a sixtieth of that here. */
    private static final String FORGETFUL = "--js-flags=--bytecode-old-time=" + 180 / TEMPO;
    /** Pages and files that nobody asks for any more leave the server's caches by the clock, not with the next change. */
    private static final Duration CACHED = Duration.ofSeconds(310);
    /** The framework's pools end what is idle and begin it anew; the fewest of many counts are those that stay. */
    private static final Duration POOLS = Duration.ofSeconds(10);

    private static final Path STORE = Path.of("target", "day");
    private static final String STAMP = "document.getElementById('wall').dataset.stamp";

    private record Kept(double serverMb, List<String> threads) {
    }

    private WallDay() {
    }

    static void main(String[] arguments) throws Exception {
        int displays = Integer.parseInt(arguments[0]);
        int hours = Integer.parseInt(arguments[1]);
        var report = new Report();
        report.head();
        // A store of an earlier run would be read into the engine's cache bit by bit.
        try (var server = ServerProcess.startEmpty(STORE, "--raceboard.demo.key=" + WallLoad.KEY);
                var screens = new Screens(server.address("/"));
                var chromium = Chromium.find("--enable-precise-memory-info", FORGETFUL)) {
            screens.open(displays);
            var browsers = new ArrayList<LoneBrowser>();
            try {
                for (int n = 0; n < REAL; n++) {
                    browsers.add(WallPage.alone(chromium, Path.of("target", "day-browser-" + n), server.address("/wall/race"),
                            TEMPO));
                }
                int missed = changes(server, screens, HOUR);
                double first = kept(browsers);
                var early = kept(server);
                var hourly = new ArrayList<>(List.of(first));
                for (int hour = 2; hour <= hours; hour++) {
                    missed += changes(server, screens, HOUR);
                    hourly.add(kept(browsers));
                }
                double most = Collections.max(hourly);
                var late = kept(server);
                report.atMost(0, "updates", "missed by " + displays + " displays, of " + hours * HOUR + " each", missed);
                report.atMost(0, "requests", "failed", screens.failures());
                growth(report, early, late);
                report.atMost(10, "%", "growth of the heap in %d real browsers, %.2f MB after the first hour, until hour %d with most"
                        .formatted(REAL, first, hourly.indexOf(most) + 1), growth(first, most));
                report.plain("the same, at the end of the day", "%.2f MB".formatted(hourly.getLast()), "");
                for (var browser : browsers) {
                    browser.until(WallPage.UP + " && " + STAMP + " === '" + screens.newest() + "'");
                    report.atMost(0, "times", "reloaded for trouble: a real browser",
                            ((Number) browser.evaluate("wallGuard.past().length")).doubleValue());
                }
            } finally {
                browsers.forEach(LoneBrowser::close);
            }
        }
        report.summary();
    }

    private static void growth(Report report, Kept early, Kept late) {
        report.atMost(5, "%", "growth of the server's heap, %.1f MB after the first hour".formatted(early.serverMb),
                growth(early.serverMb, late.serverMb));
        report.atMost(5, "%", "growth of the server's threads, %d after the first hour".formatted(early.threads.size()),
                growth(early.threads.size(), late.threads.size()));
        report.plain("threads that were not there then: " + added(early.threads, late.threads), "", "");
    }

    private static List<String> added(List<String> early, List<String> late) {
        var added = new ArrayList<>(late);
        early.forEach(added::remove);
        return added;
    }

    private static int changes(ServerProcess server, Screens screens, int changes) throws Exception {
        int missed = 0;
        long begin = System.nanoTime();
        for (int n = 1; n <= changes; n++) {
            screens.saved();
            WallLoad.change(server);
            screens.pushedAfter();
            missed += screens.missed();
            Thread.sleep(Duration.ofNanos(Math.max(0, begin + n * 60_000_000_000L / TEMPO - System.nanoTime())));
        }
        return missed;
    }

    private static Kept kept(ServerProcess server) throws Exception {
        var fewest = server.threads();
        for (long end = System.nanoTime() + CACHED.toNanos(); System.nanoTime() < end; Thread.sleep(POOLS)) {
            var now = server.threads();
            fewest = now.size() < fewest.size() ? now : fewest;
        }
        return new Kept(server.liveBytes() / 1048576.0, fewest);
    }

    /** MB in all of them. */
    private static double kept(List<LoneBrowser> browsers) {
        return browsers.stream().mapToDouble(LoneBrowser::keptMb).sum();
    }

    private static double growth(double early, double late) {
        return 100 * (late - early) / early;
    }
}
