package io.raceboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code make screenshots}: every public page, whole, at four widths, light and dark, English and Chinese, into
 * {@code screenshots/}. Arguments: the paths of other pages to take instead.
 */
final class Screenshots {

    private static final List<String> PAGES = List.of("/", "/t/models", "/t/power", "/t/chips", "/policy",
            "/i/capacity-additions-solar", "/i/huawei-ascend-units", "/sources", "/changes", "/nosuchpage");
    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final Path FOLDER = Path.of("screenshots");

    private enum Screen {
        PHONE(375, 812), LAPTOP(1280, 800), DESKTOP(1920, 1080), WALL(3840, 2160);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private Screenshots() {
    }

    static void main(String[] arguments) {
        var pages = arguments.length == 0 ? PAGES : List.of(arguments);
        int taken = 0;
        try (var server = ServerProcess.start(Path.of("target", "screenshots")); var chromium = Chromium.find()) {
            for (var screen : Screen.values()) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    try (var context = context(chromium.browser(), server, screen, scheme)) {
                        taken += takeAll(context, pages, screen, scheme);
                    }
                }
            }
        }
        System.out.println(taken + " pictures in " + FOLDER + "/");
    }

    private static BrowserContext context(Browser browser, ServerProcess server, Screen screen, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(server.address("/").toString())
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    private static int takeAll(BrowserContext context, List<String> pages, Screen screen, ColorScheme scheme) {
        int taken = 0;
        var page = context.newPage();
        for (var path : pages) {
            for (var language : LANGUAGES) {
                page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                settle(page);
                var name = "%s-%d-%s-%s.png".formatted(name(path), screen.width,
                        scheme.name().toLowerCase(Locale.ROOT), language);
                page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)).setFullPage(true));
                taken++;
            }
        }
        return taken;
    }

    /** Waits until the live page is up and every chart drawn; what never settles is taken as it is. */
    private static void settle(Page page) {
        try {
            page.waitForFunction("""
                    () => document.querySelector('race-live #page') && document.fonts.status === 'loaded'
                        && [...document.querySelectorAll('race-chart')].every(chart => chart.hasAttribute('drawn'))""",
                    null, new Page.WaitForFunctionOptions().setTimeout(15_000));
        } catch (PlaywrightException late) {
            System.out.println("Not settled after 15 s: " + page.url());
        }
    }

    /** {@code /} becomes overview, {@code /t/power?lang=zh} becomes t-power-lang-zh. */
    private static String name(String path) {
        var name = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "overview" : name;
    }
}
