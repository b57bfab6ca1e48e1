package io.raceboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A wall outlives its server: killed and started again, many times, for seconds and for hours, with nobody at the screen.
 * {@code make test} does it a few times; {@code make restarts} fifty times.
 */
@BrowserTest
class WallRestartIT {

    private static final int TIMES = Integer.getInteger("wall.restarts", 2);
    private static final String KEY = "wall-restart";
    private static final int JUMPS = 4;

    @TempDir
    private static Path folder;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder, settings("one"));
    }

    private static String[] settings(String build) {
        return new String[] {"--raceboard.demo.key=" + KEY, "--raceboard.build=" + build};
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRestartIsSurvivedWithoutAClickAndWithoutABlankFrame(Page page, PageFaults faults) {
        faults.expect("");
        WallPage.kept(WallPage.open(page, server.address("/wall/race?slide=4").toString()));
        WallPage.show(page, 4);
        var blank = new ArrayList<String>();
        for (int time = 1; time <= TIMES; time++) {
            server.kill();
            var started = CompletableFuture.runAsync(server::startAgain);
            while (!started.isDone()) {
                blank.addAll(WallPage.blank(page));
                page.waitForTimeout(200);
            }
            started.join();
            blank.addAll(watchUntilLive(page, 90));
            change();
            waitForNewest(page);
        }
        assertThat(blank).as("frames without a slide").isEmpty();
    }

    /** The clock of the browser is turned on: the outage itself takes seconds. */
    @ParameterizedTest
    @MethodSource("outages")
    void anOutageOfHoursIsToldAndOutlivedWithAllThatWasSaved(int minutes, Page page, PageFaults faults) {
        faults.expect("");
        page.clock().install();
        WallPage.open(page, server.address("/wall/race?slide=4").toString());
        WallPage.kept(page);
        change();
        waitForNewest(page);
        var shown = page.locator("#s4 .shown [data-value]").first();
        var last = shown.innerText();
        WallPage.keptNewest(page);
        server.kill();
        var heard = page.evaluate("""
                () => new Intl.DateTimeFormat('en', { timeZone: document.getElementById('wall').dataset.zone,
                  hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
                  .format(Date.parse(JSON.parse(localStorage['raceboard.wall.heard']).at))""");
        page.reload();
        PlaywrightAssertions.assertThat(shown).hasText(last);
        // From here on it loads itself anew now and then, without the server, and looks the same.
        for (int jump = 0; jump < JUMPS; jump++) {
            page.clock().fastForward(minutes * 60_000L / JUMPS);
            assertThat(WallPage.blank(page)).as("a frame without a slide").isEmpty();
        }
        PlaywrightAssertions.assertThat(page.locator(".bar-state")).containsText(
                Pattern.compile("since .*" + heard));
        PlaywrightAssertions.assertThat(shown).hasText(last);
        server.startAgain();
        change();
        assertThat(watchUntilLive(page, 60)).as("frames without a slide").isEmpty();
        waitForNewest(page);
        PlaywrightAssertions.assertThat(shown).not().hasText(last);
    }

    /** Minutes: some for {@code make restarts}, a weekend's night for every run of the tests. */
    static IntStream outages() {
        return Arrays.stream(System.getProperty("wall.outages", "900").split(",")).mapToInt(Integer::parseInt);
    }

    @Test
    void aNewVersionIsLoadedAtTheNextSlide(Page page, PageFaults faults) {
        faults.expect("");
        page.addInitScript("window.wallTempo = 20");
        WallPage.open(page, server.address("/wall/race").toString());
        var next = "one".equals(page.evaluate("() => document.documentElement.dataset.build")) ? "two" : "one";
        server.stop();
        server.startAgain(settings(next));
        page.waitForFunction("next => document.documentElement.dataset.build === next", next,
                new Page.WaitForFunctionOptions().setTimeout(150_000));
        WallPage.up(page);
    }

    /** Waits until the wall shows what the server would show now. */
    private static void waitForNewest(Page page) {
        WallPage.until(page, """
                async () => {
                  const newest = /data-stamp="([^"]*)/.exec(await (await fetch('/walls/race/now.html')).text())?.[1];
                  return newest !== undefined && document.getElementById('wall').dataset.stamp === newest;
                }""");
    }

    /** Looks at the wall until it is live; gives back why there was no slide on the frames that had none. */
    private static List<String> watchUntilLive(Page page, int seconds) {
        var blank = new ArrayList<String>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            blank.addAll(WallPage.blank(page));
            if (live(page)) {
                return blank;
            }
            page.waitForTimeout(200);
        }
        throw new AssertionError("The wall was not live again %d s after the server was".formatted(seconds));
    }

    private static boolean live(Page page) {
        try {
            return Boolean.TRUE.equals(page.evaluate("() => document.documentElement.dataset.state === 'live'"
                    + " && !!document.querySelector('.slide[data-on]')"));
        } catch (PlaywrightException justReloading) {
            return false;
        }
    }

    private static void change() {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var answer = client.send(java.net.http.HttpRequest.newBuilder(server.address("/demo/change"))
                    .header("Authorization", "Bearer " + KEY)
                    .POST(java.net.http.HttpRequest.BodyPublishers.noBody()).build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
