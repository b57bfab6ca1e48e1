package io.raceboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
class HarnessIT {

    @Test
    void theOverviewComesUpWithoutAFault(Page page) {
        var answer = page.navigate("/");
        assertThat(answer.status()).isEqualTo(200);
        page.waitForFunction("() => document.querySelector('race-live') !== null");
        assertThat(page.title()).contains("Raceboard");
    }

    @Test
    void aMissingPageIsNotedAsAFault(Page page, PageFaults faults) {
        faults.expect("answer 404");
        assertThat(page.navigate("/no/such/page").status()).isEqualTo(404);
        assertThat(faults.unexpected()).isEmpty();
    }

    @Test
    void thePackagedProgramSurvivesBeingKilled(@TempDir Path folder) throws Exception {
        try (var server = ServerProcess.start(folder); var browser = HttpClient.newHttpClient()) {
            server.kill();
            server.startAgain();
            var health = HttpRequest.newBuilder(server.address("/actuator/health/readiness")).build();
            assertThat(browser.send(health, BodyHandlers.ofString()).body()).contains("\"UP\"");
        }
    }
}
