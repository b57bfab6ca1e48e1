package io.raceboard.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.Executors;

/** A proxy before the server, as many have one: without websockets, and with a page of its own while the server is away. */
public final class FrontProxy implements AutoCloseable {

    /** What a proxy says of its own connection, or the client does not let a program say. */
    private static final Set<String> OWN = Set.of("connection", "content-length", "host", "upgrade", "transfer-encoding",
            "keep-alive", "date", ":status");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI behind;
    private volatile boolean away;

    public FrontProxy(URI behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** From now on all is answered by the proxy itself, with 404, or by the server again. */
    void away(boolean now) {
        away = now;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean websocket = exchange.getRequestHeaders().containsKey("Upgrade");
            if (away || websocket) {
                var page = "404 page not found".getBytes();
                exchange.sendResponseHeaders(websocket ? 400 : 404, page.length);
                exchange.getResponseBody().write(page);
                return;
            }
            var request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase())) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase())) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean empty = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        // Also what is still asked for.
        client.shutdownNow();
        server.stop(0);
    }
}
