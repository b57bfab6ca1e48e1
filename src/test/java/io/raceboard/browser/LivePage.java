package io.raceboard.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What most stories begin with: a page that is live, with every chart drawn from what it asked for. */
final class LivePage {

    private static final String SETTLED = """
            () => document.querySelector('race-live #page') && document.fonts.status === 'loaded'
                && [...document.querySelectorAll('race-chart')]
                    .every(chart => chart.getAttribute('drawn') === chart.getAttribute('src'))""";

    /** Exact numbers: a chart's file holds decimals. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private LivePage() {
    }

    /** Goes to the address and waits until the page is live. */
    static Page open(Page page, String address) {
        page.navigate(address);
        return settled(page);
    }

    /** Waits until the page is live and all its charts show what their addresses name. */
    static Page settled(Page page) {
        page.waitForFunction(SETTLED);
        return page;
    }

    /** Waits until so many frames were drawn. */
    static void frames(Page page, int frames) {
        page.evaluate("""
                frames => new Promise((drawn) => {
                  const next = () => frames-- ? requestAnimationFrame(next) : drawn();
                  next();
                })""", frames);
    }

    /** Waits until the browser's address, without the site, is this one. */
    static void waitForAddress(Page page, String address) {
        page.waitForFunction("wanted => decodeURIComponent(location.pathname + location.search) === wanted", address);
    }

    /** The file that a chart of this page was drawn from. */
    static JsonNode chartFile(Page page, String selector) {
        var src = page.locator(selector).first().getAttribute("src");
        return JSON.readTree(page.request().get(src).text());
    }

    /**
     * Attributes and text of all elements that match.
     *
     * @param names attributes; a missing one is an empty string
     * @return a map for each element, with its text under {@code text}
     */
    @SuppressWarnings("unchecked")
    static List<Map<String, String>> all(Page page, String selector, String... names) {
        return (List<Map<String, String>>) page.locator(selector).evaluateAll("""
                (elements, names) => elements.map(element => Object.fromEntries([
                    ...names.map(name => [name, element.getAttribute(name) ?? '']),
                    ['text', element.textContent.trim()]]))""", List.of(names));
    }
}
