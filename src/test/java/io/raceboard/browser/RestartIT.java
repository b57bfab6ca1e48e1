package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process of its own, which is killed while a page is open. */
@BrowserTest
class RestartIT {

    private static final String KEY = "restart-test";
    private static final String VIEW = "/i/capacity-additions-solar?entities=cn,us&time=2015..latest&tab=table";

    @TempDir
    private static Path folder;
    private static ServerProcess server;

    @BeforeAll
    static void startServer() {
        server = ServerProcess.start(folder, "--raceboard.demo.key=" + KEY);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void anOpenPageSaysThatTheServerIsGoneAndComesBackByItself(Page page, PageFaults faults) {
        faults.expect("WebSocket");
        faults.expect("answer 50");
        // Until the page reloads itself, its signs of life name a session that died with the server.
        faults.expect("v-r=heartbeat");
        LivePage.open(page, server.address(VIEW).toString());
        page.evaluate("() => { window.beforeTheRestart = true; }");
        var state = page.locator("race-connection");
        assertThat(state).hasAttribute("data-state", "live");
        assertThat(state).hasText("Live");

        server.kill();
        assertThat(state).hasAttribute("data-state", Pattern.compile("reconnecting|offline"),
                new LocatorAssertions.HasAttributeOptions().setTimeout(15_000));
        assertThat(state).containsText(Pattern.compile("since .*\\d\\d:\\d\\d|data of"));
        assertThat(page.locator("#data-table")).isVisible();

        server.startAgain();
        page.waitForFunction("() => window.beforeTheRestart === undefined");
        LivePage.settled(page);
        assertThat(state).hasAttribute("data-state", "live");
        LivePage.waitForAddress(page, VIEW);
        assertThat(page.locator("#data-table")).isVisible();
        aChangeArrives(page);
    }

    /** Live means that news come, not only that the word stands there. */
    private static void aChangeArrives(Page page) {
        var newest = page.locator("#data-table tbody tr:has(th:text-is('2025')) td.numeric [data-value]").first();
        var before = newest.innerText();
        var answer = page.request().post(server.address("/demo/change").toString(),
                RequestOptions.create().setHeader("Authorization", "Bearer " + KEY));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(newest).not().hasText(before);
    }

    @Test
    void aSecondProgramOnTheSameStoreSaysSoInOneLineAndEnds() throws IOException {
        long written = Files.size(server.log());
        assertThatThrownBy(() -> ServerProcess.start(folder)).hasMessageContaining("The server ended with 1");
        var said = new String(Files.readAllBytes(server.log()), (int) written,
                (int) (Files.size(server.log()) - written), StandardCharsets.UTF_8);
        assertThat(said).doesNotContain("Exception");
        assertThat(said.lines().filter(line -> line.contains("ERROR"))).singleElement().asString()
                .contains("is in use by another process");
    }
}
