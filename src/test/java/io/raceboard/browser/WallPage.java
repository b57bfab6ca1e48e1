package io.raceboard.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.springframework.util.FileSystemUtils;

/** A wall in a browser: open, and look at what people in the room see. */
public final class WallPage {

    /** All that could be cut or be too small on the slide on screen; in order: what, and by how much. */
    private static final String FAULTS = """
            () => {
              const least = parseFloat(getComputedStyle(document.getElementById('wall')).getPropertyValue('--least'));
              const found = [];
              const root = document.documentElement;
              if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) found.push('the page scrolls');
              const slide = document.querySelector('.slide[data-on]');
              const frame = slide.getBoundingClientRect();
              for (const e of [slide, ...slide.querySelectorAll('*'), ...document.querySelectorAll('.bar, .bar *')]) {
                if (!e.checkVisibility() || e.closest('svg') && e.localName !== 'text') continue;
                const style = getComputedStyle(e);
                if (e.clientWidth && !e.closest('race-chart') && style.display !== 'inline'
                    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) {
                  found.push(`cut: ${e.localName}.${e.className} ${e.scrollWidth}x${e.scrollHeight} in ${e.clientWidth}x${e.clientHeight}`);
                }
                const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
                if (!own) continue;
                const box = e.getBoundingClientRect();
                const slack = least * .1;
                if (slide.contains(e) && (box.left < frame.left - slack || box.right > frame.right + slack
                    || box.top < frame.top - slack || box.bottom > frame.bottom + slack)) found.push(`outside: ${e.localName} "${e.textContent.trim()}"`);
                if (e.textContent.trim().endsWith('…')) found.push(`shortened: "${e.textContent.trim()}"`);
                const scale = e.closest('race-chart') ? parseFloat(getComputedStyle(slide).getPropertyValue('--k')) : 1;
                if (parseFloat(style.fontSize) * scale < least - .6) {
                  found.push(`too small: "${e.textContent.trim()}" ${parseFloat(style.fontSize) * scale} < ${least}`);
                }
              }
              const texts = [...slide.querySelectorAll('race-chart text, .shown-who, .shown-number, .rank-name, .rank-value')]
                .filter((e) => e.checkVisibility()).map((e) => [e, e.getBoundingClientRect()]);
              texts.forEach(([a, x], nth) => texts.slice(nth + 1).forEach(([b, y]) => {
                const wide = Math.min(x.right, y.right) - Math.max(x.left, y.left);
                const high = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
                if (!a.contains(b) && wide > 2 && high > Math.min(x.height, y.height) * .45) {
                  found.push(`over each other: "${a.textContent}" and "${b.textContent}"`);
                }
              }));
              return [...new Set(found)];
            }""";

    /** True in a wall that shows a slide and is live. */
    public static final String UP = """
            document.documentElement.hasAttribute('data-up')
                && document.documentElement.dataset.state === 'live'
                && document.querySelector('.slide[data-on]') !== null""";

    private static final String LOADING = "loading";

    /** True in a page that is there as a whole; the scripts of a wall come after that. */
    private static final String LOADED = """
            document.readyState === 'complete'
                && (!document.getElementById('wall') || document.documentElement.hasAttribute('data-up'))""";

    /** Nothing in a wall with a slide on, which is remembered for as long as the page lasts. */
    private static final String SEEN = """
            () => {
              if (document.querySelector('#wall .slide[data-on]')?.checkVisibility({ visibilityProperty: true })) {
                window.slideWasSeen = true;
                return '';
              }
              return %s ? `no slide, but: ${document.body.innerText.slice(0, 200)}` : '%s';
            }""".formatted(LOADED, LOADING);

    /** A picture of a page that loads itself anew just then never comes. */
    private static final int LONGEST_PICTURE_MS = 5_000;

    private WallPage() {
    }

    /** Goes to the wall and waits until it is up and live. */
    public static Page open(Page page, String address) {
        page.navigate(address);
        return up(page);
    }

    /**
     * A wall in a browser that nobody drives, up and live.
     *
     * @param profile emptied; keeps what the browser remembers
     * @param tempo how many times as fast its slides turn
     */
    public static LoneBrowser alone(Chromium chromium, Path profile, URI address, int tempo) throws IOException {
        FileSystemUtils.deleteRecursively(profile);
        var browser = chromium.alone(profile);
        try {
            browser.open(address, "window.wallTempo = " + tempo);
            browser.until(UP);
            browser.evaluate("window.lasting = true");
            return browser;
        } catch (RuntimeException failed) {
            browser.close();
            throw failed;
        }
    }

    /** Whether the page is live, and still the one that was opened. */
    public static boolean lasts(LoneBrowser browser) {
        return Boolean.TRUE.equals(browser.evaluate("window.lasting === true && " + UP));
    }

    /** A page of this context that can be {@link #cut} off. */
    static Page cuttable(Page page) {
        page.addInitScript("""
                window.lines = [];
                window.WebSocket = class extends WebSocket {
                  constructor(...how) { super(...how); window.lines.push(this); }
                };""");
        return page;
    }

    /** Cuts the network off, also the lines that are open: the browser itself leaves those as they are. */
    static void cut(Page page) {
        page.context().setOffline(true);
        page.evaluate("() => window.lines.forEach(line => line.close())");
    }

    public static Page up(Page page) {
        page.waitForFunction("() => " + UP);
        return page;
    }

    /**
     * The promise of a function, or false when it brings nothing for seconds: a request may never be answered while the
     * server goes or comes. These seconds are real ones, whatever the clock of the page is set to.
     */
    private static final String BRINGS = """
            () => Promise.race([(%s)(), new Promise((give) => {
              AbortSignal.timeout(5000).addEventListener('abort', () => give(false));
            })])""";

    /** Waits until a promise brings true, also while the page loads itself anew; {@code waitForFunction} awaits none. */
    static void until(Page page, String promise) {
        page.waitForCondition(() -> {
            try {
                return Boolean.TRUE.equals(page.evaluate(BRINGS.formatted(promise)));
            } catch (PlaywrightException justReloading) {
                return false;
            }
        });
    }

    /** Loads the wall once more, now that a service worker looks on and keeps what the page is made of. */
    static void kept(Page page) {
        until(page, "async () => navigator.serviceWorker.controller !== null && !!await caches.match(location.href)");
        page.reload();
        up(page);
        until(page, "async () => !!await caches.match(document.querySelector('link[href*=\"/walls/wall-\"]').href)");
    }

    /** Waits until the newest version of this wall that was pushed is kept, too. */
    static void keptNewest(Page page) {
        until(page, """
                async () => (await (await caches.match('/walls/race/newest.html'))?.text())
                    ?.includes(`data-stamp="${document.getElementById('wall').dataset.stamp}"`) === true""");
    }

    /** Stops the rotation and shows this slide, with its chart drawn. */
    static void show(Page page, int slide) {
        if (!Boolean.TRUE.equals(page.evaluate("() => document.documentElement.hasAttribute('data-paused')"))) {
            page.keyboard().press("p");
        }
        page.keyboard().press(String.valueOf(slide));
        page.keyboard().press("Escape");
        page.waitForFunction("""
                n => document.querySelector('.slide[data-on]')?.id === 's' + n
                    && [...document.querySelectorAll('.slide[data-on] race-chart')].filter((c) => c.checkVisibility())
                        .every((c) => c.getAttribute('drawn') === c.getAttribute('src'))""", slide);
        atRest(page);
    }

    /** A chart is drawn anew when its box has found its size: waits until the slide stays as it is for six frames. */
    private static void atRest(Page page) {
        page.evaluate("() => { window.rest = { frames: 0, before: '', html: '' }; }");
        try {
            page.waitForFunction("""
                    () => {
                      const { rest } = window;
                      const html = document.querySelector('.slide[data-on]').outerHTML;
                      if (html === rest.html) return ++rest.frames >= 6;
                      Object.assign(rest, { frames: 0, before: rest.html, html });
                      return false;
                    }""");
        } catch (TimeoutError never) {
            throw new AssertionError("The slide never comes to rest; what changes: " + page.evaluate("""
                    () => {
                      const { before, html } = window.rest;
                      const at = [...html].findIndex((c, nth) => c !== before[nth]);
                      return [before, html].map((text) => text.slice(Math.max(0, at - 200), at + 200));
                    }"""), never);
        }
    }

    @SuppressWarnings("unchecked")
    static List<String> faults(Page page) {
        return (List<String>) page.evaluate(FAULTS);
    }

    /**
     * Why people see no slide at this moment; empty where they do. There must be a picture with more than a few colours,
     * and the wall must have a slide on: a browser's error page or a line that asks to wait has colours, too. A page that
     * is being loaded just then may have neither yet; it is looked at once more when it is loaded.
     */
    static List<String> blank(Page page) {
        var seen = look(page);
        if (seen.equals(LOADING)) {
            try {
                page.waitForFunction("() => " + LOADED);
            } catch (PlaywrightException never) {
                return List.of("never loaded: " + never.getMessage());
            }
            seen = look(page);
        }
        return seen.isEmpty() ? List.of() : List.of(seen);
    }

    /** What is wrong with what is on screen; nothing, or {@link #LOADING}, or a fault. */
    private static String look(Page page) {
        try {
            var picture = page.screenshot(new Page.ScreenshotOptions().setTimeout(LONGEST_PICTURE_MS));
            return colours(ImageIO.read(new ByteArrayInputStream(picture))) < 12 ? "hardly any colours"
                    : (String) page.evaluate(SEEN);
        } catch (PlaywrightException noPicture) {
            return isAsItWasSeen(page) ? "no picture: " + noPicture.getMessage() : LOADING;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the page is still the one on which a slide was seen: then no loading is why there is no picture of it. */
    private static boolean isAsItWasSeen(Page page) {
        try {
            return Boolean.TRUE.equals(page.evaluate("() => window.slideWasSeen === true"));
        } catch (PlaywrightException justReloading) {
            return false;
        }
    }

    private static int colours(BufferedImage picture) {
        var seen = new HashSet<Integer>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                seen.add(picture.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
