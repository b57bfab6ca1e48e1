package io.raceboard.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged program as a process of its own, as {@code make run} starts it: to be ended or killed, and started again
 * on the same port with the same store.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final int LONGEST_ANSWER_MS = 60_000;
    private static final Path UNPACKED = Path.of("target", "run", "raceboard.jar");
    private static final Path CACHE = Path.of("target", "run", "raceboard.aot");

    static {
        prepare();
    }

    private final int port;
    private final Path folder;
    private List<String> settings;
    private Process process;

    private ServerProcess(int port, Path folder, List<String> settings) {
        this.port = port;
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Starts the program and waits for its first page.
     *
     * @param folder for the store and the log; made if missing
     * @param settings more settings, such as {@code --raceboard.demo=true}
     */
    public static ServerProcess start(Path folder, String... settings) {
        var server = new ServerProcess(freePort(), folder, List.of(settings));
        server.startAgain();
        return server;
    }

    /** As {@link #start}, without what an earlier run has left there: that may be another version's. */
    public static ServerProcess startEmpty(Path folder, String... settings) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        return start(folder, settings);
    }

    /** How a start ended that did not come to a first page: the program's exit value and what it wrote. */
    public record Ended(int exit, List<String> lines) {
    }

    /** Starts the program on this port, for a start that is expected to end by itself. */
    public static Ended startInVain(int port, Path folder) throws IOException, InterruptedException {
        var server = new ServerProcess(port, folder, List.of());
        server.process = new ProcessBuilder(server.command()).redirectErrorStream(true).start();
        try (var output = server.process.inputReader()) {
            return new Ended(server.process.waitFor(), output.lines().toList());
        } finally {
            server.process.destroyForcibly();
        }
    }

    /**
     * Starts the program again, with the same port and store, and waits for its first page.
     *
     * @return time from the launch of the process to the first answered page
     */
    public Duration startAgain() {
        long begin = System.nanoTime();
        try {
            Files.createDirectories(folder);
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException noProcess) {
            throw new UncheckedIOException(noProcess);
        }
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended with " + process.exitValue() + ", see " + log());
            }
            if (Thread.currentThread().isInterrupted() || System.nanoTime() - begin > LONGEST_START.toNanos()) {
                kill();
                throw new IllegalStateException("The server was given up before it answered, see " + log());
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** As {@link #startAgain()}, with other settings. */
    public Duration startAgain(String... others) {
        settings = List.of(others);
        return startAgain();
    }

    /** Processor time that the program has used since its start. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(javaProgram("java"), "@config/jvm.options"));
        if (Files.exists(CACHE)) {
            command.add("-XX:AOTCache=" + CACHE);
        }
        command.addAll(List.of("-jar", UNPACKED.toString(), "--server.port=" + port,
                "--spring.datasource.url=jdbc:h2:file:" + folder.toAbsolutePath().resolve("raceboard")
                        + ";WRITE_DELAY=0;CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=4"));
        command.addAll(settings);
        return command;
    }

    /** Unpacks the program and makes the JVM's cache for it, as {@code make run} does; at once when that was done. */
    private static void prepare() {
        try {
            var said = Path.of("target", "cache.log");
            int exit = new ProcessBuilder("src/build/cache.sh").redirectErrorStream(true)
                    .redirectOutput(said.toFile()).start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("src/build/cache.sh ended with " + exit + ", see " + said);
            }
        } catch (IOException noProcess) {
            throw new UncheckedIOException(noProcess);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try {
            var ask = (HttpURLConnection) address("/").toURL().openConnection();
            ask.setRequestProperty("Accept", "text/html");
            // Nothing else ends a wait for a program that takes the question and is silent.
            ask.setConnectTimeout(LONGEST_ANSWER_MS);
            ask.setReadTimeout(LONGEST_ANSWER_MS);
            try (var body = ask.getInputStream()) {
                return body.readAllBytes().length > 0;
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @param path path and query */
    public URI address(String path) {
        return URI.create("http://localhost:" + port).resolve(path);
    }

    /** What is reachable on the heap, in bytes, found by a full collection. */
    public long liveBytes() throws IOException {
        return told("GC.class_histogram", line -> line.startsWith("Total ")).findFirst()
                .map(total -> Long.parseLong(total.trim().split("\\s+")[2])).orElseThrow();
    }

    /** Names of the program's threads that live now, without those of the virtual machine itself. */
    public List<String> threads() throws IOException {
        return told("Thread.print", line -> line.matches("\".*\" #\\d+ .*"))
                .map(line -> line.substring(1, line.indexOf("\" #"))).toList();
    }

    /** The lines of the answer that are so. */
    private Stream<String> told(String command, Predicate<String> so) throws IOException {
        var answer = new ProcessBuilder(javaProgram("jcmd"), String.valueOf(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        try (var lines = answer.inputReader()) {
            return lines.lines().filter(so).toList().stream();
        }
    }

    private static String javaProgram(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** What the program wrote, over all its starts. */
    public Path log() {
        return folder.resolve("server.log");
    }

    /** Ends the program in order, as Ctrl-C does. */
    public void stop() {
        end(process::destroy);
    }

    /** Ends the process at once, as a power cut does. */
    public void kill() {
        end(process::destroyForcibly);
    }

    private void end(Runnable way) {
        try {
            way.run();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** A port that nobody listens to. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
