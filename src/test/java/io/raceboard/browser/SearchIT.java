package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

@BrowserTest
class SearchIT {

    private static final String FIELD = "dialog.search input";
    private static final String CHOSEN = "#search-hits [aria-selected=true]";

    @Test
    void aSlashOpensSearchAndEnterOpensWhatWasFound(Page page) {
        LivePage.open(page, "/");
        page.keyboard().press("/");
        assertThat(page.locator(FIELD)).isFocused();
        page.keyboard().type("solar capacity added");
        assertThat(page.locator(CHOSEN)).containsText("Solar capacity added per year");
        page.keyboard().press("Enter");
        LivePage.waitForAddress(page, "/i/capacity-additions-solar");
        assertThat(page.locator("dialog.search")).isHidden();
        assertThat(page.locator("h1 .finding-of")).hasText("Solar capacity added per year");
    }

    @Test
    void arrowsChooseAmongTheFound(Page page) {
        LivePage.open(page, "/help");
        page.locator("[data-search]").click();
        page.locator(FIELD).fill("solar");
        assertThat(page.locator(CHOSEN)).hasAttribute("id", "search-hit-0");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(CHOSEN)).hasAttribute("id", "search-hit-1");
        assertThat(page.locator(FIELD)).hasAttribute("aria-activedescendant", "search-hit-1");
    }

    @Test
    void chineseFindsToo(Page page) {
        LivePage.open(page, "/?lang=zh");
        page.keyboard().press("/");
        page.locator(FIELD).fill("在建核电机组");
        assertThat(page.locator(CHOSEN)).containsText("在建核电机组");
        page.keyboard().press("Enter");
        LivePage.waitForAddress(page, "/i/nuclear-reactors-under-construction?lang=zh");
    }

    @Test
    void eventsAndEntitiesAreFound(Page page) {
        LivePage.open(page, "/help");
        page.keyboard().press("/");
        page.locator(FIELD).fill("huawei");
        assertThat(page.locator("#search-hits [role=option]").filter(kind("Indicator")).first()).isVisible();
        page.locator(FIELD).fill("export controls");
        assertThat(page.locator("#search-hits [role=option]").filter(kind("Policy event")).first()).isVisible();
    }

    @Test
    void escapeClosesAndNothingFoundIsSaid(Page page) {
        LivePage.open(page, "/help");
        page.keyboard().press("/");
        page.locator(FIELD).fill("zzzzqqqq");
        assertThat(page.locator(".search-none")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.search")).isHidden();
        page.locator("#content").click();
        page.keyboard().press("/");
        assertThat(page.locator(FIELD)).isFocused();
    }

    private static Locator.FilterOptions kind(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }
}
