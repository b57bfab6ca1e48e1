package io.raceboard.bench;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.raceboard.browser.Chromium;
import io.raceboard.browser.ServerProcess;
import io.raceboard.browser.WallPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code make day DISPLAYS=200}: two days of changes, one for each of their minutes, each as soon as every display has the
 * one before; two real browsers among the displays. Nothing may be missed, and what is kept after the first hour of a day
 * may not grow until its last. The first day begins cold: in snapshots of the heap all that a page kept more at its end was
 * code that the browser's compiler had made. The second day tells that from what would grow for ever.
 */
final class WallDay {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int REAL = 2;
    /** Pages and files that nobody asks for any more leave the server's caches by the clock, not with the next change. */
    private static final Duration CACHED = Duration.ofSeconds(310);

    private record Kept(double serverMb, long threads, double browserMb) {
    }

    private WallDay() {
    }

    static void main(String[] arguments) throws Exception {
        int displays = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
        var report = new Report();
        report.head();
        try (var server = ServerProcess.start(Path.of("target", "day"), "--raceboard.demo.key=" + WallLoad.KEY);
                var screens = new Screens(server.address("/"));
                var chromium = Chromium.find("--js-flags=--expose-gc", "--enable-precise-memory-info")) {
            screens.open(displays);
            var pages = new ArrayList<Page>();
            for (int n = 0; n < REAL; n++) {
                var context = chromium.browser().newContext();
                // So that every slide has been seen before the first look.
                context.addInitScript("window.wallTempo = 50");
                pages.add(WallPage.open(context.newPage(), server.address("/wall/race").toString()));
            }
            var browsers = pages.stream().map(page -> page.context().newCDPSession(page)).toList();
            int missed = 0;
            for (var day : List.of("first", "second")) {
                missed += changes(server, screens, HOUR);
                var early = kept(server, browsers);
                missed += changes(server, screens, DAY - HOUR);
                growth(report, day, early, kept(server, browsers));
            }
            report.atMost(0, "updates", "missed by " + displays + " displays, of " + 2 * DAY + " each", missed);
            report.atMost(0, "requests", "failed", screens.failures());
            for (var page : pages) {
                WallPage.up(page);
            }
        }
        report.summary();
    }

    private static void growth(Report report, String day, Kept early, Kept late) {
        report.atMost(5, "%", "%s day: growth of the server's heap, %.1f MB after its first hour".formatted(day, early.serverMb),
                growth(early.serverMb, late.serverMb));
        report.atMost(5, "%", "%s day: growth of the server's threads, %d then".formatted(day, early.threads),
                growth(early.threads, late.threads));
        report.atMost(10, "%", "%s day: growth of the heap in %d real browsers, %.1f MB then".formatted(day, REAL,
                early.browserMb), growth(early.browserMb, late.browserMb));
    }

    private static int changes(ServerProcess server, Screens screens, int changes) throws Exception {
        int missed = 0;
        for (int n = 0; n < changes; n++) {
            screens.saved();
            WallLoad.change(server);
            screens.pushedAfter();
            missed += screens.missed();
        }
        return missed;
    }

    private static Kept kept(ServerProcess server, List<CDPSession> browsers) throws Exception {
        Thread.sleep(CACHED);
        double browserMb = 0;
        for (var browser : browsers) {
            browser.send("HeapProfiler.collectGarbage");
            browserMb += browser.send("Runtime.getHeapUsage").get("usedSize").getAsDouble() / 1048576;
        }
        return new Kept(server.liveBytes() / 1048576.0, server.threads(), browserMb);
    }

    private static double growth(double early, double late) {
        return 100 * (late - early) / early;
    }
}
