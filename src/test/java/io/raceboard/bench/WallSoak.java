package io.raceboard.bench;

import io.raceboard.browser.Chromium;
import io.raceboard.browser.LoneBrowser;
import io.raceboard.browser.ServerProcess;
import io.raceboard.browser.WallPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code make soak MINUTES=60 UPDATES=100000}: a real wall that rotates ten times as fast as it would, under a stream
 * of changes; browser heap, DOM nodes and server heap are read after collections and must not grow once the first fifth
 * has warmed everything up.
 */
final class WallSoak {

    private static final int TEMPO = 10;
    private static final int SAMPLES = 30;
    private static final double MOST_GROWTH = 0.10;

    /** Parts of the run, in samples: before the first, everything warms up. */
    private static final int WARM = SAMPLES / 5;
    private static final int PART = SAMPLES / 10;

    private record Sample(double minute, long updates, double heapMb, long nodes, long listeners, double serverMb) {
    }

    private WallSoak() {
    }

    static void main(String[] arguments) throws Exception {
        double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 60;
        long updates = arguments.length > 1 ? Long.parseLong(arguments[1]) : 100_000;
        var samples = new ArrayList<Sample>();
        boolean flat;
        try (var server = ServerProcess.startEmpty(Path.of("target", "soak"), "--raceboard.demo.key=" + WallLoad.KEY,
                "--raceboard.walls.renew-pages-after=0");
                var chromium = Chromium.find("--enable-precise-memory-info");
                var browser = WallPage.alone(chromium, Path.of("target", "soak-browser"), server.address("/wall/race"), TEMPO)) {
            System.out.printf("%.0f minutes, %d updates, slides turn %d times as fast%n", minutes, updates, TEMPO);
            System.out.println("minute   updates   heap MB   DOM nodes   listeners   server MB");
            long begin = System.nanoTime();
            long done = 0;
            for (int sample = 1; sample <= SAMPLES; sample++) {
                long until = updates * sample / SAMPLES;
                long time = begin + (long) (minutes * 60e9 * sample / SAMPLES);
                long left = Math.max(1, until - done);
                // Evenly over the time that is left; when the machine is too slow for that, as fast as it can.
                for (long n = 0; done < until; n++) {
                    WallLoad.change(server);
                    done++;
                    long due = time - (time - System.nanoTime()) * (left - n - 1) / Math.max(1, left - n);
                    sleepUntil(due);
                }
                sleepUntil(time);
                samples.add(sample(browser, server, (System.nanoTime() - begin) / 60e9, done));
            }
            boolean stayed = WallPage.lasts(browser);
            System.out.println(stayed ? "The page was never reloaded." : "THE PAGE WAS RELOADED: the figures say nothing.");
            flat = verdict(samples) && stayed;
        }
        if (!flat) {
            System.exit(1);
        }
    }

    private static void sleepUntil(long time) throws InterruptedException {
        long ns = time - System.nanoTime();
        if (ns > 0) {
            Thread.sleep(Duration.ofNanos(ns));
        }
    }

    private static Sample sample(LoneBrowser browser, ServerProcess server, double minute, long updates)
            throws IOException, InterruptedException {
        // What is on its way is neither growth nor rest: wait until the wall has caught up.
        Thread.sleep(2_000);
        double serverMb = server.liveBytes() / 1048576.0;
        double heap = browser.keptMb();
        var dom = browser.ask("Memory.getDOMCounters", Map.of());
        var sample = new Sample(minute, updates, heap, dom.get("nodes").getAsLong(), dom.get("jsEventListeners").getAsLong(),
                serverMb);
        System.out.printf("%6.1f %9d %9.2f %11d %11d %11.1f%n", sample.minute, sample.updates, sample.heapMb, sample.nodes,
                sample.listeners, sample.serverMb);
        return sample;
    }

    /** Means of the tenth after the warm-up against the last one: single readings depend on which slide is just turning. */
    private static boolean verdict(List<Sample> samples) {
        var early = samples.subList(WARM, WARM + PART);
        var late = samples.subList(SAMPLES - PART, SAMPLES);
        boolean flat = true;
        flat &= told("browser heap", mean(early, Sample::heapMb), mean(late, Sample::heapMb));
        flat &= told("DOM nodes", mean(early, s -> s.nodes), mean(late, s -> s.nodes));
        flat &= told("listeners", mean(early, s -> s.listeners), mean(late, s -> s.listeners));
        flat &= told("server heap", mean(early, Sample::serverMb), mean(late, Sample::serverMb));
        return flat;
    }

    private static double mean(List<Sample> samples, java.util.function.ToDoubleFunction<Sample> of) {
        return samples.stream().mapToDouble(of).average().orElse(0);
    }

    private static boolean told(String what, double early, double late) {
        double growth = (late - early) / early;
        System.out.printf("%-14s %10.2f -> %10.2f  %+5.1f %%  %s%n", what, early, late, growth * 100,
                growth < MOST_GROWTH ? "flat" : "GROWS");
        return growth < MOST_GROWTH;
    }
}
