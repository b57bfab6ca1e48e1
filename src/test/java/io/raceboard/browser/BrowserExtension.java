package io.raceboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Serves {@link BrowserTest}: one application and one browser for the whole run, one context for each test. */
class BrowserExtension implements ExecutionCondition, BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback,
        ParameterResolver {

    private static final Namespace OURS = Namespace.create(BrowserExtension.class);
    private static final Path EVIDENCE = Path.of("target", "browser");
    /** A picture of the whole document at every step takes its time: {@code -Dbrowser.trace=true} where one is wanted. */
    private static final boolean TRACED = Boolean.getBoolean("browser.trace");
    /** For a test with all that is done before and after it; a minute more than it has for itself. */
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration NO_LIMIT = Duration.ofDays(365);
    /** A page that is busy for ever gives neither a picture nor its HTML. */
    private static final int LONGEST_EVIDENCE_MS = 10_000;

    /** Why there is no browser; asked once, since a download is tried for it. */
    private static @Nullable PlaywrightException none;

    /** What a test may ask for, by type. */
    private static final Map<Class<?>, Function<ExtensionContext, Object>> PARAMETERS = Map.of(
            Page.class, BrowserExtension::page,
            BrowserContext.class, BrowserExtension::browserContext,
            Browser.class, test -> chromium(test).browser(),
            RunningApp.class, BrowserExtension::app,
            PageFaults.class, BrowserExtension::faults);

    /** Without any browser the tests are left out, which `make test` then says; in CI that is a failure. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        try {
            chromium(test).browser();
            return ConditionEvaluationResult.enabled("a browser was found");
        } catch (PlaywrightException missing) {
            if ("true".equals(System.getenv("CI"))) {
                return ConditionEvaluationResult.enabled("in CI a missing browser is a failure");
            }
            return ConditionEvaluationResult.disabled("NO BROWSER: install Chromium (Debian: package chromium)");
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) throws TimeoutException {
        boolean limited = test.getConfigurationParameter(Timeout.TIMEOUT_MODE_PROPERTY_NAME).filter("disabled"::equals).isEmpty();
        store(test).put(Rescue.class, Rescue.after(limited ? LONGEST : NO_LIMIT, name(test), EVIDENCE, Chromium::killAll));
        unlessRescued(test, () -> prepare(test));
    }

    private static void prepare(ExtensionContext test) {
        var context = chromium(test).browser().newContext(new Browser.NewContextOptions()
                .setBaseURL(app(test).address("/").toString())
                .setViewportSize(1280, 800)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London"));
        context.setDefaultTimeout(60_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        if (TRACED) {
            context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        }
        var faults = new PageFaults();
        faults.watch(context);
        store(test).put(BrowserContext.class, context);
        store(test).put(PageFaults.class, faults);
        if (Arrays.asList(test.getRequiredTestMethod().getParameterTypes()).contains(Page.class)) {
            store(test).put(Page.class, context.newPage());
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext test) throws IOException {
        var unexpected = faults(test).unexpected();
        if (!hung(test) && (test.getExecutionException().isPresent() || !unexpected.isEmpty())) {
            keepEvidence(test);
        }
        if (test.getExecutionException().isEmpty() && !unexpected.isEmpty()) {
            throw new AssertionError("The page reported faults:\n" + String.join("\n", unexpected));
        }
    }

    @Override
    public void afterEach(ExtensionContext test) throws TimeoutException {
        var context = browserContext(test);
        if (context == null || hung(test) || rescued(test)) {
            giveUp(test);
        } else {
            unlessRescued(test, context::close);
        }
    }

    /** It may never answer again: the tests that follow get another one. */
    private static void giveUp(ExtensionContext test) {
        Chromium.killAll();
        var chromium = whole(test).remove(Chromium.class, Chromium.class);
        try {
            if (chromium != null) {
                chromium.close();
            }
        } catch (PlaywrightException hasEnded) {
            // As it should.
        }
    }

    /** Does what is not in the test itself, and has no time limit therefore; a hang is told as that of a test. */
    private static void unlessRescued(ExtensionContext test, Runnable step) throws TimeoutException {
        try {
            step.run();
        } catch (RuntimeException ended) {
            if (!rescued(test)) {
                throw ended;
            }
            giveUp(test);
            var hung = new TimeoutException("The browser did not answer before or after the test itself");
            hung.initCause(ended);
            throw hung;
        }
    }

    private static boolean hung(ExtensionContext test) {
        return test.getExecutionException().filter(TimeoutException.class::isInstance).isPresent();
    }

    private static boolean rescued(ExtensionContext test) {
        return store(test).get(Rescue.class, Rescue.class).came();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return PARAMETERS.get(parameter.getParameter().getType()).apply(test);
    }

    private static void keepEvidence(ExtensionContext test) throws IOException {
        Files.createDirectories(EVIDENCE);
        var name = name(test);
        int number = 0;
        for (var page : browserContext(test).pages()) {
            var file = EVIDENCE.resolve(name + "-" + ++number);
            try {
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file + ".png")).setTimeout(LONGEST_EVIDENCE_MS));
                Files.writeString(Path.of(file + ".html"), (String) page.locator("html").evaluate("all => all.outerHTML", null,
                        new Locator.EvaluateOptions().setTimeout(LONGEST_EVIDENCE_MS)));
            } catch (PlaywrightException none) {
                Files.writeString(Path.of(file + ".txt"), page.url() + " shows nothing of itself: " + none.getMessage());
            }
        }
        if (TRACED) {
            browserContext(test).tracing().stop(new Tracing.StopOptions().setPath(EVIDENCE.resolve(name + "-trace.zip")));
        }
    }

    private static String name(ExtensionContext test) {
        return test.getRequiredTestClass().getSimpleName() + "-" + test.getRequiredTestMethod().getName();
    }

    private static Page page(ExtensionContext test) {
        return store(test).get(Page.class, Page.class);
    }

    private static @Nullable BrowserContext browserContext(ExtensionContext test) {
        return store(test).get(BrowserContext.class, BrowserContext.class);
    }

    private static PageFaults faults(ExtensionContext test) {
        return store(test).get(PageFaults.class, PageFaults.class);
    }

    private static Chromium chromium(ExtensionContext test) {
        return whole(test).computeIfAbsent(Chromium.class, ignored -> found(), Chromium.class);
    }

    private static Chromium found() {
        if (none != null) {
            throw none;
        }
        try {
            return Chromium.find();
        } catch (PlaywrightException missing) {
            none = missing;
            throw missing;
        }
    }

    private static RunningApp app(ExtensionContext test) {
        return whole(test).computeIfAbsent(RunningApp.class, ignored -> RunningApp.start(), RunningApp.class);
    }

    private static Store store(ExtensionContext test) {
        return test.getStore(OURS);
    }

    /** The store of the whole run, which closes what is in it at the end. */
    private static Store whole(ExtensionContext test) {
        return test.getRoot().getStore(OURS);
    }
}
