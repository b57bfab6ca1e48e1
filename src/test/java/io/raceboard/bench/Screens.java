package io.raceboard.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Many displays played without a browser: each asks for the page, starts the framework's part, enters its view, opens
 * the line, takes what is pushed, and says every few seconds what a real one says. One client serves them all, so that the
 * asking side stays small; to the server each is a screen of its own, with a session of its own.
 */
final class Screens implements AutoCloseable {

    private static final Pattern SECURITY_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern STAMP = Pattern.compile("\"stamp\":\"([0-9.]+)\"");
    private static final Pattern PAGE_STAMP = Pattern.compile("data-stamp=\"([0-9.]+)\"");
    private static final String NAVIGATE = """
            {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"wall/race","query":"",\
            "appShellTitle":"","historyState":null,"trigger":""}}],"syncId":0,"clientId":0}""";
    private static final int BEAT_SECONDS = 6;
    private static final int HEARTBEAT_SECONDS = 20;

    private final URI site;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
    private final List<Screen> screens = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Long> pushed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile long savedAt;
    private volatile News news = new News(new byte[0], "");

    /** The newest version that any screen got; all get the same bytes, so that only one has to unpack them. */
    private record News(byte[] packed, String stamp) {
    }

    private final class Screen implements WebSocket.Listener {

        private final int number;
        private final String cookie;
        private final StringBuilder message = new StringBuilder();
        private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        private volatile String stamp;
        private volatile WebSocket line;

        Screen(int number, String cookie, String stamp) {
            this.number = number;
            this.cookie = cookie;
            this.stamp = stamp;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                hear(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
            var bytes = new byte[part.remaining()];
            part.get(bytes);
            packed.writeBytes(bytes);
            if (last) {
                shown(unpacked(packed.toByteArray()));
                packed.reset();
            }
            socket.request(1);
            return null;
        }

        /** Of a version that has not come a real display is told with each sign of life; it fetches it then. */
        private void hear(String said) {
            var found = STAMP.matcher(said);
            if (found.find() && !found.group(1).equals(stamp)) {
                shown(found.group(1));
                client.sendAsync(HttpRequest.newBuilder(site.resolve("/walls/race/" + stamp + ".html"))
                        .header("Accept-Encoding", "gzip").build(), BodyHandlers.discarding())
                        .whenComplete((answer, fault) -> {
                            if (fault != null || answer.statusCode() != 200) {
                                failed.incrementAndGet();
                            }
                        });
            }
        }

        private void shown(String now) {
            if (!now.equals(stamp)) {
                stamp = now;
                pushed.add(System.nanoTime() - savedAt);
            }
        }

        private void beat() {
            line.sendText("""
                    {"id":"load-%d","lang":"en","stamp":"%s","build":"load","slide":"s4","memory":50000000,"nodes":900,\
                    "offset":3,"screen":"1920×1080","paused":false,"hidden":false,"reloads":0,"done":0,\
                    "painted":{"s4-v-x-capacity-additions-solar-cn":"315GW","s4-v-x-capacity-additions-solar-us":"30GW"}}"""
                    .formatted(number, stamp), true).whenComplete((sent, fault) -> {
                        if (fault != null) {
                            failed.incrementAndGet();
                        }
                    });
        }

        private void heartbeat() {
            client.sendAsync(HttpRequest.newBuilder(site.resolve("/?v-r=heartbeat&v-uiId=0")).header("Cookie", cookie)
                    .POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
        }
    }

    Screens(URI site) {
        this.site = site;
    }

    /** The newest version that any of them got. */
    String newest() {
        return news.stamp();
    }

    /** Opens so many more displays, one after the other, each fully. */
    void open(int more) throws IOException, InterruptedException {
        for (int n = 0; n < more; n++) {
            open();
        }
    }

    private void open() throws IOException, InterruptedException {
        var page = get("/wall/race", "");
        var start = get("/?v-r=init&location=wall%2Frace&query=&v-wn=load", cookie(page, ""));
        var cookie = cookie(start, cookie(page, ""));
        var enter = client.send(HttpRequest.newBuilder(site.resolve("/?v-r=uidl&v-uiId=0")).header("Cookie", cookie)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(NAVIGATE.formatted(found(SECURITY_KEY, start.body())))).build(),
                BodyHandlers.ofString());
        if (!enter.body().contains("race-wall")) {
            throw new IOException("The server did not build the wall's view: " + enter.body());
        }
        var screen = new Screen(screens.size(), cookie, found(PAGE_STAMP, page.body()));
        screen.line = client.newWebSocketBuilder().buildAsync(URI.create("ws://" + site.getAuthority()
                + "/walls/line?key=race&lang=en&takes=gzip&id=load-" + screen.number), screen).join();
        screens.add(screen);
        long beat = (long) (Math.random() * BEAT_SECONDS * 1000);
        clock.scheduleAtFixedRate(screen::beat, beat, BEAT_SECONDS * 1000L, TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(screen::heartbeat, (long) (Math.random() * HEARTBEAT_SECONDS * 1000),
                HEARTBEAT_SECONDS * 1000L, TimeUnit.MILLISECONDS);
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(site.resolve(path)).header("Accept", "text/html,*/*");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer;
    }

    private static String cookie(HttpResponse<?> answer, String otherwise) {
        return answer.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith("JSESSIONID"))
                .map(c -> c.split(";", 2)[0]).findFirst().orElse(otherwise);
    }

    private static String found(Pattern what, String where) throws IOException {
        var found = what.matcher(where);
        if (!found.find()) {
            throw new IOException("The server's answer has no " + what);
        }
        return found.group(1);
    }

    /** Forgets the news so far; what is pushed from now on is timed from now. */
    void saved() {
        pushed.clear();
        savedAt = System.nanoTime();
    }

    /** Milliseconds to the last pushed byte of every display's new version; waits until all have theirs. */
    List<Double> pushedAfter() throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (pushed.size() < screens.size() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        return pushed.stream().map(ns -> ns / 1e6).toList();
    }

    private String unpacked(byte[] packed) {
        var known = news;
        if (!Arrays.equals(known.packed(), packed)) {
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                known = new News(packed, found(STAMP, new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)));
                news = known;
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }
        return known.stamp();
    }

    int missed() {
        return screens.size() - pushed.size();
    }

    int failures() {
        return failed.get();
    }

    /** All screens vanish without a word, as when the power fails: nothing is said any more, and nothing is closed. */
    void vanish() {
        clock.shutdownNow();
    }

    /** Closes what is still open. */
    @Override
    public void close() {
        clock.shutdownNow();
        screens.forEach(s -> s.line.abort());
        client.shutdownNow();
    }
}
