package io.raceboard.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What the charts cost without any application: one static page with the same data and the same chart library. */
final class BarePage implements AutoCloseable {

    private static final Path LIBRARY = Path.of("node_modules", "apexcharts", "dist", "apexcharts.min.js");

    private final HttpServer server;

    /** @param charts the application's own chart files, as JSON */
    BarePage(List<String> charts) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/", "text/html;charset=utf-8", page(charts).getBytes(StandardCharsets.UTF_8));
        serve("/apexcharts.js", "text/javascript", Files.readAllBytes(LIBRARY));
        server.start();
    }

    private static String page(List<String> charts) throws IOException {
        try (var template = BarePage.class.getResourceAsStream("/bench/bare.html")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("const charts = [];", "const charts = [" + String.join(",", charts) + "];");
        }
    }

    private void serve(String path, String type, byte[] content) {
        var packed = gzip(content);
        server.createContext(path, exchange -> answer(exchange, path, type, packed));
    }

    private static void answer(HttpExchange exchange, String path, String type, byte[] packed) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(path)) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
        }
    }

    private static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
