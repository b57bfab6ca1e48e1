package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class MissingIT {

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/page", "/t/fusion", "/i/no-such-indicator", "/i/", "/policy/nothing", "/%E4%B8%AD"})
    void aPageThatIsNotThereSaysSoInsideTheFrame(String address, Page page, PageFaults faults) {
        faults.expect("answer 404");
        assertThat(page.navigate(address).status()).isEqualTo(404);
        LivePage.settled(page);
        assertThat(page.locator("main h1")).hasText("Nothing here");
        assertThat(page.locator(".site-header .wordmark")).isVisible();
        assertThat(page.locator(".site-footer")).isVisible();
        assertThat(page.locator("meta[name=robots]")).hasAttribute("content", "noindex");
        page.locator(".missing-links a[href='/t/power']").click();
        LivePage.waitForAddress(page, "/t/power");
        assertThat(page.locator("#topic-cards .card").first()).isVisible();
    }

    @Test
    void theMissingPageSpeaksChinese(Page page, PageFaults faults) {
        faults.expect("answer 404");
        assertThat(page.navigate("/t/fusion?lang=zh").status()).isEqualTo(404);
        LivePage.settled(page);
        assertThat(page.locator("main h1")).hasText("此处没有内容");
        assertThat(page.locator(".missing-links a").first()).hasAttribute("href", "/?lang=zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/no-such-indicator/1.json", "/data/capacity-additions-solar/newest.json", "/data/"})
    void aChartFileThatIsNotThereIsAProblemInJson(String address, Page page) {
        var answer = page.request().get(address);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.text()).contains("\"status\":404", "\"detail\"");
    }

    @Test
    void aParameterThatMeansNothingIsNamed(Page page) {
        for (var address : new String[] {"/?colour=red", "/t/power?colour=red", "/sources?colour=red",
                "/changes?colour=red", "/help?colour=red", "/policy?colour=red"}) {
            page.navigate(address);
            assertThat(page.locator(".notice")).containsText("colour");
            assertThat(page.locator("main h1")).isVisible();
        }
    }
}
