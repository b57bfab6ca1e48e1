package io.raceboard.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Instant;

/** A reader's open page in a browser that notes when a changed number was painted. */
final class Painter implements AutoCloseable {

    private static final String WATCH = """
            () => {
              window.painted = [];
              new MutationObserver((changes) => {
                const number = changes.some(({ target }) =>
                  (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest('[data-value]'));
                if (number) requestAnimationFrame(() => setTimeout(() =>
                  window.painted.push(performance.timeOrigin + performance.now())));
              }).observe(document.body, { subtree: true, childList: true, characterData: true });
            }""";

    private final Page page;

    Painter(BrowserContext context, URI address) {
        page = context.newPage();
        page.navigate(address.toString());
        page.waitForFunction("() => document.querySelector('race-live #page') !== null"
                + " && [...document.querySelectorAll('race-chart')].every(chart => chart.hasAttribute('drawn'))");
        page.evaluate(WATCH);
    }

    /** Waits for the next painted change and returns the milliseconds since then. */
    double paintedAfter(Instant saved) {
        page.waitForFunction("() => window.painted.length > 0");
        var painted = ((Number) page.evaluate("() => window.painted[0]")).doubleValue();
        // What the same change paints later is not the next one.
        page.waitForTimeout(300);
        page.evaluate("() => { window.painted = []; }");
        return painted - saved.toEpochMilli() - saved.getNano() % 1_000_000 / 1e6;
    }

    @Override
    public void close() {
        page.close();
    }
}
