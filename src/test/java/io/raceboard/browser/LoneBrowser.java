package io.raceboard.browser;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A browser with one page, for what runs long. A driver keeps something of every request that it sees, and leaves something
 * in the page each time it comes: so each question is asked by itself, over the browser's own protocol.
 */
public final class LoneBrowser implements AutoCloseable {

    private static final Gson GSON = new Gson();
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final int LONGEST_ANSWER_SECONDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI page;
    private @Nullable Asked opened;

    private LoneBrowser(Process process, Path told) throws IOException, InterruptedException {
        this.process = process;
        var list = client.send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + Files.readAllLines(told).getFirst() + "/json/list")).build(), BodyHandlers.ofString());
        page = GSON.fromJson(list.body(), JsonArray.class).asList().stream().map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("type").getAsString().equals("page"))
                .map(one -> URI.create(one.get("webSocketDebuggerUrl").getAsString())).findFirst().orElseThrow();
    }

    /** @param folder keeps what the browser remembers; it makes there a file with its port */
    static LoneBrowser start(List<String> command, Path folder) {
        try {
            Files.createDirectories(folder);
            var told = folder.resolve("DevToolsActivePort");
            Files.deleteIfExists(told);
            var process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("browser.log").toFile()).start();
            long end = System.nanoTime() + LONGEST_START.toNanos();
            // The file exists a moment before it has its two lines.
            while (!Files.exists(told) || Files.readAllLines(told).size() < 2) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroyForcibly();
                    throw new IllegalStateException("The browser did not start: " + folder.resolve("browser.log"));
                }
                Thread.sleep(50);
            }
            return new LoneBrowser(process, told);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Asks for this address, and runs the script before the page's own ones: now, and whenever the page loads itself anew. */
    public void open(URI address, String script) {
        // The browser forgets the script with the conversation in which it was told.
        opened = new Asked();
        opened.ask("Page.enable", Map.of());
        opened.ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        opened.ask("Page.navigate", Map.of("url", address.toString()));
    }

    /** What the expression brings in the page, as JSON has it; null for undefined. */
    public Object evaluate(String expression) {
        var result = ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true)).getAsJsonObject("result");
        return GSON.fromJson(result.get("value"), Object.class);
    }

    /** Waits for the expression to be true in the page, a minute at most. */
    public void until(String expression) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!Boolean.TRUE.equals(evaluate(expression))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within a minute: " + expression);
            }
        }
    }

    /** What the page's scripts keep once nothing is left to collect, in MB. */
    public double keptMb() {
        for (int n = 0; n < 3; n++) {
            ask("HeapProfiler.collectGarbage", Map.of());
        }
        return ask("Runtime.getHeapUsage", Map.of()).get("usedSize").getAsDouble() / 1048576;
    }

    /** The answer to one command of the browser's protocol. */
    public JsonObject ask(String command, Map<String, Object> with) {
        try (var asked = new Asked()) {
            return asked.ask(command, with);
        }
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.line.abort();
        }
        process.destroy();
        client.close();
    }

    /** One conversation about the page; the page forgets what belongs to it when it ends. */
    private final class Asked implements WebSocket.Listener, AutoCloseable {

        private final StringBuilder heard = new StringBuilder();
        private final WebSocket line = client.newWebSocketBuilder().buildAsync(page, this).join();
        private int number;
        private CompletableFuture<JsonObject> answer = new CompletableFuture<>();

        synchronized JsonObject ask(String command, Map<String, Object> with) {
            answer = new CompletableFuture<>();
            line.sendText(GSON.toJson(Map.of("id", ++number, "method", command, "params", with)), true).join();
            var told = answer.orTimeout(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS).join();
            if (!told.has("result")) {
                throw new IllegalStateException(command + ": " + told);
            }
            return told.getAsJsonObject("result");
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            heard.append(part);
            if (last) {
                var message = GSON.fromJson(heard.toString(), JsonObject.class);
                heard.setLength(0);
                // All else are events that nobody waits for.
                if (message.has("id") && message.get("id").getAsInt() == number) {
                    answer.complete(message);
                }
            }
            socket.request(1);
            return null;
        }

        @Override
        public void close() {
            line.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }
}
