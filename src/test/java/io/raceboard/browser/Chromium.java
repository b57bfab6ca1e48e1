package io.raceboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium: the one installed on this machine, else the one that Playwright downloads for itself. */
public final class Chromium implements AutoCloseable {

    /** Quiet on a closed network, and able to run as root in a container. */
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--font-render-hinting=none");

    private static final Path DOWNLOAD_LOG = Path.of("target", "browser-download.log");

    private final Playwright playwright;
    private final Optional<Path> installed;
    private final List<String> flags;
    private @Nullable Browser browser;

    private Chromium(Playwright playwright, Optional<Path> installed, List<String> flags) {
        this.playwright = playwright;
        this.installed = installed;
        this.flags = flags;
    }

    /**
     * Nothing is launched yet.
     *
     * @param moreFlags command line flags of Chromium
     * @throws PlaywrightException when there is none and none can be downloaded
     */
    public static Chromium find(String... moreFlags) {
        var installed = installed();
        if (installed.isEmpty()) {
            download();
        }
        // What is to be downloaded is by now; by itself the driver would get two other browsers with it.
        var driver = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(driver, installed, Stream.concat(FLAGS.stream(), Stream.of(moreFlags)).toList());
    }

    /** Playwright's own Chromium, into its own cache; at once where it is there already. */
    private static void download() {
        try {
            Files.createDirectories(DOWNLOAD_LOG.getParent());
            var asked = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), CLI.class.getName(),
                    "install", "chromium").redirectErrorStream(true).redirectOutput(DOWNLOAD_LOG.toFile()).start();
            if (asked.waitFor() != 0) {
                throw new PlaywrightException("NO BROWSER is installed here, and none could be downloaded: see " + DOWNLOAD_LOG);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The system property or environment variable {@code CHROMIUM} comes first. */
    private static Optional<Path> installed() {
        var named = System.getProperty("chromium", System.getenv().getOrDefault("CHROMIUM", ""));
        return Stream.of(named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium")
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The browser, launched when it is first asked for. */
    public Browser browser() {
        if (browser == null) {
            var options = new BrowserType.LaunchOptions().setArgs(flags);
            installed.ifPresent(options::setExecutablePath);
            browser = playwright.chromium().launch(options);
        }
        return browser;
    }

    /** A browser process of its own, to be closed by the caller, that keeps everything it remembers in this folder. */
    public BrowserContext withProfile(Path folder) {
        var options = new BrowserType.LaunchPersistentContextOptions().setArgs(flags).setViewportSize(1280, 800);
        installed.ifPresent(options::setExecutablePath);
        return playwright.chromium().launchPersistentContext(folder, options);
    }

    /**
     * A browser process of its own that nobody drives.
     *
     * @param folder keeps what the browser remembers
     */
    public LoneBrowser alone(Path folder) {
        var program = installed.orElseGet(() -> Path.of(playwright.chromium().executablePath())).toString();
        return LoneBrowser.start(Stream.of(Stream.of(program), flags.stream(), Stream.of("--headless=new",
                "--remote-debugging-port=0", "--window-size=1280,800", "--user-data-dir=" + folder.toAbsolutePath(),
                "about:blank")).flatMap(all -> all).toList(), folder);
    }

    /** Ends the browsers that this process drives, from whatever thread: all that waits for an answer of theirs fails. */
    static void killAll() {
        ProcessHandle.current().children()
                .filter(child -> child.info().arguments().stream().flatMap(Stream::of).anyMatch("run-driver"::equals))
                .forEach(driver -> {
                    driver.descendants().forEach(ProcessHandle::destroyForcibly);
                    driver.destroyForcibly();
                });
    }

    @Override
    public void close() {
        playwright.close();
    }
}
