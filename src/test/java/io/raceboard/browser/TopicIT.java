package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.raceboard.live.ReadModel;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class TopicIT {

    @ParameterizedTest
    @ValueSource(strings = {"models", "power", "chips"})
    void allIndicatorsOfTheTopicAreListedWithASmallChart(String topic, Page page, RunningApp app) {
        LivePage.open(page, "/t/" + topic);
        var expected = app.bean(ReadModel.class).catalog().indicatorsOf(topic).stream()
                .map(indicator -> "card-" + indicator.slug()).toList();
        assertThat(LivePage.all(page, "#topic-cards .card", "id")).extracting(card -> card.get("id"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(page.locator("#topic-cards div.spark > svg")).hasCount(expected.size());
    }

    @Test
    void everyListedIndicatorOpens(Page page) {
        LivePage.open(page, "/t/power");
        var links = LivePage.all(page, "#topic-cards .card-title a", "href");
        assertThat(links).allSatisfy(link -> {
            var answer = page.request().get(link.get("href"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("id=\"indicator-");
        });
        var first = page.locator("#topic-cards .card-title a").first();
        var title = first.innerText();
        first.click();
        assertThat(page.locator("h1 .finding-of")).hasText(title);
        LivePage.settled(page);
        assertThat(page).hasURL(page.url().replaceAll("/t/power.*", links.getFirst().get("href")));
    }

    @Test
    void theNewestValuesAreThoseOfTheStore(Page page, RunningApp app) {
        var store = new StoredNumbers(app);
        LivePage.open(page, "/t/power");
        var numbers = LivePage.all(page, "data.newest-value", "id", "value", "data-from");
        assertThat(numbers).isNotEmpty().allSatisfy(number -> {
            var value = new BigDecimal(number.get("value"));
            assertThat(store.possible(number.get("data-from")).getFirst()).isEqualByComparingTo(value);
            assertThat(StoredNumbers.shows(number.get("text"), value)).as(number.toString()).isTrue();
        });
    }

    @Test
    void typingLeavesOnlyTheCardsThatMatch(Page page) {
        LivePage.open(page, "/t/power");
        page.locator("#topic-filter").fill("reactors under construction");
        assertThat(page.locator("#card-nuclear-reactors-under-construction")).isVisible();
        assertThat(page.locator("#card-capacity-additions-solar")).isHidden();
        page.locator("#topic-filter").fill("no such thing");
        assertThat(page.locator("#topic-none")).isVisible();
    }
}
