package io.raceboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the tests of walls take for a frame without a slide, so that they can fail. */
@BrowserTest
class WallPageIT {

    private static final Path WORKER = Path.of("src/main/resources/wall/sw.js");

    @Test
    void aWallThatIsUpIsNotBlank(Page page) {
        WallPage.open(page, "/wall/race");
        assertThat(WallPage.blank(page)).isEmpty();
    }

    @Test
    void aLineThatSaysToWaitForTheServerIsBlank(Page page) throws IOException {
        var waiting = Pattern.compile("WAITING = `(.*?)`", Pattern.DOTALL)
                .matcher(Files.readString(WORKER, StandardCharsets.UTF_8)).results().findFirst().orElseThrow().group(1);
        page.setContent(waiting);
        assertThat(WallPage.blank(page)).singleElement().asString().contains("Waiting for the server");
    }

    @Test
    void anAddressThatOpensNoWallIsBlank(Page page, PageFaults faults) {
        faults.expect("answer 404");
        page.navigate("/wall/no-such-wall");
        assertThat(WallPage.blank(page)).singleElement().asString().contains("This address opens no wall");
    }

    @Test
    void anErrorPageOfTheBrowserIsBlank(Page page, BrowserContext context) {
        context.setOffline(true);
        try {
            page.navigate("/wall/race");
        } catch (PlaywrightException offline) {
            // As it should be: what the browser shows now is looked at.
        }
        assertThat(WallPage.blank(page)).isNotEmpty();
    }

    @Test
    void aWallWhoseSlideIsGoneIsBlank(Page page) {
        WallPage.open(page, "/wall/race");
        page.evaluate("() => document.querySelector('.slide[data-on]').removeAttribute('data-on')");
        assertThat(WallPage.blank(page)).isNotEmpty();
    }

    @Test
    void aPageThatGivesNoPictureIsBlank(Page page) {
        WallPage.open(page, "/wall/race");
        assertThat(WallPage.blank(page)).isEmpty();
        page.evaluate("() => { setTimeout(() => { for (const end = Date.now() + 8_000; Date.now() < end;); }); }");
        assertThat(WallPage.blank(page)).singleElement().asString().contains("no picture");
    }

    /** One of its scripts takes a second: until then no slide is on. */
    @Test
    void aPageThatIsBeingLoadedIsLookedAtWhenItIsLoaded(Page page) {
        var late = new AtomicBoolean();
        page.route("**/VAADIN/build/**", route -> {
            if (!late.getAndSet(true)) {
                page.waitForTimeout(1_000);
            }
            route.resume();
        });
        page.navigate("/wall/race", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator(".bar-title").waitFor();
        assertThat(WallPage.blank(page)).isEmpty();
    }
}
