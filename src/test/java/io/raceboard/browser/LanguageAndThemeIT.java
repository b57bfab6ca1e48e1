package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

@BrowserTest
class LanguageAndThemeIT {

    private static final String VIEW = "/i/installed-capacity-total?entities=in,cn&time=2012..2020";

    /** Names, licences and the way back to English stay as they are in Chinese. */
    private static final String NAMES =
            "Raceboard|Epoch AI|Arena|CC BY 4\\.0|Ember|GeoNuclearData|ODbL|models\\.dev|MIT|English|AI";

    @Test
    void switchingToChineseAndBackKeepsTheView(Page page) {
        LivePage.open(page, VIEW);
        page.locator(".language").click();
        LivePage.waitForAddress(page, VIEW + "&lang=zh");
        LivePage.settled(page);
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
        assertThat(page.locator("h1 .finding-of")).hasText("电力总装机");
        assertThat(page.locator("race-chart .chart-stage .end-name")).hasText(new String[] {"中国", "印度"});

        page.locator(".language").click();
        LivePage.waitForAddress(page, VIEW);
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("h1 .finding-of")).hasText("Installed power capacity");
    }

    @Test
    void noEnglishIsLeftInTheFrameOfAChinesePage(Page page) {
        LivePage.open(page, "/?lang=zh");
        for (var part : new String[] {".site-header", ".site-footer"}) {
            var own = page.locator(part).innerText().replaceAll(NAMES, "");
            assertThat(own).as(part).doesNotContainPattern("[A-Za-z]{2,}");
        }
        assertThat(page.title()).containsPattern("\\p{IsHan}");
    }

    @Test
    void linksOfAChinesePageStayChinese(Page page) {
        LivePage.open(page, "/?lang=zh");
        page.locator(".site-nav a").nth(2).click();
        LivePage.waitForAddress(page, "/t/power?lang=zh");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
        assertThat(page.locator("#topic-cards .card-title").first()).containsText("太阳能");
    }

    @Test
    void theThemeSwitchTurnsThePageDarkAndItStaysSo(Page page) {
        LivePage.open(page, "/help");
        var light = ground(page);
        var button = page.locator("[data-theme-toggle]");
        button.click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        button.click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(button).hasAttribute("aria-label", "Colours: dark");
        assertThat(ground(page)).isNotEqualTo(light);

        page.reload();
        LivePage.settled(page);
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        button.click();
        assertThat(page.locator("html[data-theme]")).hasCount(0);
        assertThat(ground(page)).isEqualTo(light);
    }

    @Test
    void theAddressMayNameTheTheme(Page page) {
        LivePage.open(page, "/help?theme=dark");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        LivePage.open(page, "/help?theme=light");
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    }

    private static String ground(Page page) {
        return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }
}
