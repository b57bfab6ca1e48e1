package io.raceboard.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.raceboard.browser.Chromium;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One cold load of a page, with a browser profile of its own; times in milliseconds from the start of the navigation.
 *
 * @param painted first contentful paint
 * @param drawn the last chart is drawn
 * @param bytes everything that came over the wire until it was quiet, as compressed
 */
record PageLoad(double painted, double drawn, long bytes) {

    private static final String DRAWN = "charts => performance.getEntriesByName('chart-drawn').length >= charts"
            + " && [...document.querySelectorAll('race-chart')].every(chart => chart.hasAttribute('drawn'))"
            + " && performance.getEntriesByName('first-contentful-paint').length > 0";

    /** @param charts how many there are on the page */
    static PageLoad of(Chromium chromium, URI address, int charts) throws IOException {
        var profile = Files.createTempDirectory("raceboard-profile");
        try (var browser = chromium.withProfile(profile)) {
            return load(browser.pages().getFirst(), address, charts);
        } finally {
            delete(profile);
        }
    }

    private static PageLoad load(Page page, URI address, int charts) {
        var bytes = new AtomicLong();
        var devtools = page.context().newCDPSession(page);
        devtools.send("Network.enable");
        devtools.on("Network.loadingFinished", (JsonObject finished) ->
                bytes.addAndGet(finished.get("encodedDataLength").getAsLong()));
        page.navigate(address.toString());
        page.waitForFunction(DRAWN, charts);
        var painted = time(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime");
        var drawn = time(page, "Math.max(...performance.getEntriesByName('chart-drawn').map(mark => mark.startTime))");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return new PageLoad(painted, drawn, bytes.get());
    }

    private static double time(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
