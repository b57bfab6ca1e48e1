package io.raceboard.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A browser with one page, and nobody looking over its shoulder most of the time. */
public final class LoneBrowser implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final Process process;
    private final String address;
    private final BrowserType driver;

    private LoneBrowser(Process process, String address, BrowserType driver) {
        this.process = process;
        this.address = address;
        this.driver = driver;
    }

    static LoneBrowser start(List<String> command, Path folder, BrowserType driver) {
        try {
            Files.createDirectories(folder);
            var told = folder.resolve("DevToolsActivePort");
            Files.deleteIfExists(told);
            var process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("browser.log").toFile()).start();
            long end = System.nanoTime() + LONGEST_START.toNanos();
            // The file has its two lines at once, but exists a moment before.
            while (!Files.exists(told) || Files.readAllLines(told).size() < 2) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroyForcibly();
                    throw new IllegalStateException("The browser did not start: " + folder.resolve("browser.log"));
                }
                Thread.sleep(50);
            }
            return new LoneBrowser(process, "http://127.0.0.1:" + Files.readAllLines(told).getFirst(), driver);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Drives the page for a moment and lets go of it again. */
    public <T> T with(Function<Page, T> use) {
        try (var browser = driver.connectOverCDP(address)) {
            return use.apply(browser.contexts().getFirst().pages().getFirst());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
