package io.raceboard.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A reader's open page played without a browser: the same requests in the same order, a push connection of its own, and
 * after each piece of news the request for the new document. To the server it is a reader like any other.
 */
final class Reader implements AutoCloseable {

    private static final Pattern SECURITY_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PUSH_ID = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");
    private static final Pattern DOCUMENT = Pattern.compile("\"(/live/[^\"]+)\"");
    private static final String PUSH = "/VAADIN/push?v-r=push&v-uiId=0&v-pushId=%s&X-Atmosphere-tracking-id=0"
            + "&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
            + "&Content-Type=%s&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0";
    private static final String NAVIGATE = """
            {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
            "appShellTitle":"","historyState":null,"trigger":""}}],"syncId":0,"clientId":0}""";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).executor(threads).build();
    private final BlockingQueue<Instant> fetched = new LinkedBlockingQueue<>();
    private final URI site;
    private WebSocket push;

    private Reader(URI site) {
        this.site = site;
    }

    /**
     * Opens the page and waits until the server has built its view.
     *
     * @param page address without a query
     */
    static Reader open(URI page) throws IOException, InterruptedException {
        var reader = new Reader(page);
        reader.get("");
        var start = reader.get("/?v-r=init&location=" + page.getPath().substring(1) + "&query=&v-wn=bench");
        reader.push = reader.listen(found(PUSH_ID, start));
        var navigate = NAVIGATE.formatted(found(SECURITY_KEY, start), page.getPath().substring(1));
        var view = reader.client.send(HttpRequest.newBuilder(page.resolve("?v-r=uidl&v-uiId=0"))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(navigate)).build(), BodyHandlers.ofString()).body();
        reader.get(found(DOCUMENT, view));
        return reader;
    }

    private WebSocket listen(String pushId) {
        var address = "ws://" + site.getAuthority()
                + PUSH.formatted(pushId, URLEncoder.encode("application/json; charset=UTF-8", StandardCharsets.UTF_8));
        return client.newWebSocketBuilder().buildAsync(URI.create(address), new WebSocket.Listener() {
            private final StringBuilder message = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                message.append(part);
                if (last) {
                    DOCUMENT.matcher(message).results().forEach(news -> threads.submit(() -> fetch(news.group(1))));
                    message.setLength(0);
                }
                socket.request(1);
                return null;
            }
        }).join();
    }

    private boolean fetch(String document) throws IOException, InterruptedException {
        get(document);
        return fetched.add(Instant.now());
    }

    /** Forgets the news so far. */
    void forget() {
        fetched.clear();
    }

    /** Waits until the next news was pushed and its document fetched; returns the milliseconds since then. */
    double fetchedAfter(Instant saved) throws IOException, InterruptedException {
        var arrived = fetched.poll(30, TimeUnit.SECONDS);
        if (arrived == null) {
            throw new IOException("A reader waited 30 s for news that did not come");
        }
        return Duration.between(saved, arrived).toNanos() / 1e6;
    }

    private String get(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.isEmpty() ? site : site.resolve(address))
                .header("Accept", "text/html,*/*").build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static String found(Pattern what, String where) throws IOException {
        var found = what.matcher(where);
        if (!found.find()) {
            throw new IOException("The server's answer has no " + what + ": " + where);
        }
        return found.group(1);
    }

    @Override
    public void close() {
        push.abort();
        client.shutdownNow();
        threads.close();
    }
}
