package io.raceboard.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Requests over a few kept connections on this machine, bounded in number, with little work on the asking side. */
final class Load {

    private static final int CONNECTIONS = 4;

    private Load() {
    }

    /**
     * Asks for the addresses round and round.
     *
     * @param requests how many in all
     * @return answered requests in a second
     */
    static double perSecond(URI site, List<String> paths, int requests) throws Exception {
        var clients = Executors.newFixedThreadPool(CONNECTIONS);
        try (clients) {
            long begin = System.nanoTime();
            Callable<Void> client = () -> {
                ask(site, paths, requests / CONNECTIONS);
                return null;
            };
            for (var asked : clients.invokeAll(Collections.nCopies(CONNECTIONS, client))) {
                asked.get();
            }
            return requests * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static void ask(URI site, List<String> paths, int requests) throws IOException {
        int asked = 0;
        while (asked < requests) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.getPort())) {
                socket.setTcpNoDelay(true);
                var answers = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                boolean kept = true;
                while (kept && asked < requests) {
                    socket.getOutputStream().write(request(paths.get(asked % paths.size())));
                    kept = readAnswer(answers);
                    asked++;
                }
            }
        }
    }

    private static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @return whether the server keeps the connection */
    private static boolean readAnswer(InputStream answers) throws IOException {
        var status = line(answers);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("The server answered " + status);
        }
        int length = 0;
        boolean kept = true;
        for (var header = line(answers); !header.isEmpty(); header = line(answers)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.equalsIgnoreCase("Connection: close")) {
                kept = false;
            }
        }
        answers.skipNBytes(length);
        return kept;
    }

    private static String line(InputStream answers) throws IOException {
        var line = new StringBuilder(64);
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("The server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
