package io.raceboard.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that drives Chromium through the real application. The application runs once for all such tests, in production
 * mode, on a port of its own, with the bundled data set in a store in memory. Each test gets a browser context of its
 * own and may ask for these parameters:
 * <ul>
 * <li>{@link com.microsoft.playwright.Page}: a blank page that takes addresses such as {@code /t/power};
 * <li>{@link com.microsoft.playwright.BrowserContext}: to open more pages, or {@link com.microsoft.playwright.Browser}
 * for a second reader;
 * <li>{@link RunningApp}: the application, to write through its beans;
 * <li>{@link PageFaults}: to say which faults are expected.
 * </ul>
 * A test fails as well when a page reports an error in its console, and when it takes minutes: some answers of a browser
 * are waited for without an end. A picture and the HTML of a failed test, with {@code -Dbrowser.trace=true} a Playwright
 * trace, are in {@code target/browser}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
public @interface BrowserTest {
}
