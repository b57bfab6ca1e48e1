package io.raceboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A wall outlives its server: killed and started again, many times, with nobody at the screen. {@code make test} does it
 * a few times; {@code make restarts} fifty times.
 */
@BrowserTest
class WallRestartIT {

    private static final int TIMES = Integer.getInteger("wall.restarts", 3);
    private static final String KEY = "wall-restart";
    private static final String[] SETTINGS = {"--raceboard.demo.key=" + KEY, "--raceboard.build=one"};

    @TempDir
    private static Path folder;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder, SETTINGS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRestartIsSurvivedWithoutAClickAndWithoutABlankFrame(Page page, PageFaults faults) {
        faults.expect("");
        WallPage.open(page, server.address("/wall/race?slide=4").toString());
        WallPage.show(page, 4);
        page.waitForFunction("() => navigator.serviceWorker.controller");
        int blank = 0;
        for (int time = 1; time <= TIMES; time++) {
            server.kill();
            blank += watch(page, 4_000);
            server.startAgain();
            blank += watchUntilLive(page);
            change();
            page.waitForFunction("() => document.getElementById('wall').dataset.stamp.split('.')[0] >= " + (time + 1));
        }
        assertThat(blank).as("blank frames").isZero();
    }

    @Test
    void aReloadWhileTheServerIsDeadShowsTheLastGoodData(Page page, PageFaults faults) {
        faults.expect("");
        WallPage.open(page, server.address("/wall/race?slide=4").toString());
        page.waitForFunction("() => navigator.serviceWorker.controller");
        // Once more under the worker's eyes, which keeps the page and all its parts.
        page.reload();
        WallPage.up(page);
        page.waitForTimeout(2_000);
        server.kill();
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("#s4 .shown [data-value]").first()).containsText(Pattern.compile("3\\d\\d"));
        PlaywrightAssertions.assertThat(page.locator(".bar-state")).containsText(
                Pattern.compile("since \\d\\d:\\d\\d"));
        assertThat(WallPage.isBlank(page)).isFalse();
        server.startAgain();
        watchUntilLive(page);
    }

    @Test
    void aNewVersionIsLoadedAtTheNextSlide(Page page, PageFaults faults) {
        faults.expect("");
        WallPage.open(page, server.address("/wall/race").toString());
        assertThat(page.evaluate("() => document.documentElement.dataset.build")).isEqualTo("one");
        server.stop();
        server.startAgain("--raceboard.demo.key=" + KEY, "--raceboard.build=two");
        page.waitForFunction("() => document.documentElement.dataset.build === 'two'", null,
                new Page.WaitForFunctionOptions().setTimeout(150_000));
        WallPage.up(page);
        server.stop();
        server.startAgain(SETTINGS);
    }

    private static int watchUntilLive(Page page) {
        int blank = 0;
        long end = System.nanoTime() + 90_000_000_000L;
        while (System.nanoTime() < end) {
            blank += look(page);
            if (live(page)) {
                return blank;
            }
            page.waitForTimeout(200);
        }
        throw new AssertionError("The wall was not live again 90 s after the server was");
    }

    private static int watch(Page page, long ms) {
        int blank = 0;
        long end = System.nanoTime() + ms * 1_000_000;
        while (System.nanoTime() < end) {
            blank += look(page);
            page.waitForTimeout(200);
        }
        return blank;
    }

    private static int look(Page page) {
        try {
            return WallPage.isBlank(page) ? 1 : 0;
        } catch (PlaywrightException justReloading) {
            return 0;
        }
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
