package io.raceboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Source;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.EventDraft;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.live.ReadModel;
import io.raceboard.review.FormDrafts;
import io.raceboard.review.Proposals;
import io.raceboard.review.Submission;
import io.raceboard.review.Submissions;
import io.raceboard.review.Wish;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What nobody has published is in no byte that leaves the server for the public, nor in its log. */
@BrowserTest
class LeakIT {

    private static final String WORD = "kestrelcanary";
    private static final String NUMBER = "48151623.42";
    private static final List<String> CANARIES = List.of(WORD, "48151623", "48,151,623", "48.15 million", "4815.2万");
    /** Published while the crawl runs, so that it is known to see what is new. */
    private static final String PUBLISHED = "27182.81";
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action|data-src)=\"(/[^\"]*)\"");
    private static final List<String> SEEDS = List.of("/", "/?lang=zh", "/policy", "/sources", "/changes", "/help",
            "/sitemap.xml", "/robots.txt", "/claims", "/wall/race", "/i/" + WORD, "/i/capacity-additions-solar?tab=table",
            "/i/capacity-additions-solar?tab=history&entities=cn," + WORD, "/data/" + WORD + "/1.json",
            "/sources?source=" + WORD, "/actuator/health", "/desk/review", "/api/v1/indicators");
    private static final int MOST_PAGES = 1500;

    @Test
    void whatIsNotPublishedIsNowhere(Page page, RunningApp app, PageFaults faults) throws Exception {
        faults.expect("404");
        var frames = new CopyOnWriteArrayList<String>();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(text(frame))));
        LivePage.open(page, "/i/capacity-additions-solar");
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            var ids = propose(app);
            page.waitForTimeout(1500);
            // a change of something else moves every version on, so nothing is answered from before
            try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2024", PUBLISHED)) {
                page.waitForTimeout(1500);
                var seen = crawl(app, ids);
                assertThat(seen).as("pages read").hasSizeGreaterThan(300);
                assertThat(seen).as("data with the published value").anyMatch(p -> p.startsWith(PUBLISHED));
                assertThat(clean("the open page", page.content())).isTrue();
            }
            root.detachAppender(log);
            assertThat(frames).as("push messages").isNotEmpty().allSatisfy(f -> clean("a push message", f));
            assertThat(log.list).allSatisfy(event -> clean("the log", event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()))));
            ids.forEach(id -> app.bean(Proposals.class).discard(DeskPeople.person(app, Role.EDITOR), id, version(app, id),
                    WORD));
        } finally {
            root.detachAppender(log);
        }
    }

    /** One of each kind of record, kept, asked for and sent back; and something typed. */
    private static List<Long> propose(RunningApp app) {
        var editor = DeskPeople.person(app, Role.EDITOR);
        var reviewer = DeskPeople.person(app, Role.REVIEWER);
        var ids = new ArrayList<Long>();
        for (var wish : List.of(Wish.KEEP_DRAFT, Wish.ASK_REVIEW, Wish.ASK_REVIEW)) {
            ids.add(submit(app, editor, everything(app), wish));
        }
        var proposals = app.bean(Proposals.class);
        proposals.sendBack(reviewer, ids.getLast(), 1, WORD);
        proposals.say(reviewer, ids.getFirst(), WORD);
        var refused = app.bean(Submissions.class).submit(editor, everything(app), WORD, WORD, Wish.PUBLISH);
        assertThat(refused).isInstanceOf(Submission.NotAllowed.class);
        app.bean(FormDrafts.class).save(editor, WORD, "desk/" + WORD, WORD, "{\"value\":\"" + NUMBER + "\"}", WORD);
        // too much for the store: what is refused must not be told either
        app.bean(FormDrafts.class).save(editor, WORD + "2", "desk", WORD, WORD.repeat(100_000), WORD);
        return ids;
    }

    private static long submit(RunningApp app, Person who, Batch batch, Wish wish) {
        return ((Submission.Proposed) app.bean(Submissions.class).submit(who, batch, WORD, WORD, wish)).proposalId();
    }

    private static int version(RunningApp app, long id) {
        return app.bean(Proposals.class).find(id).orElseThrow().version();
    }

    private static Batch everything(RunningApp app) {
        var label = new Label(WORD, WORD);
        var board = app.bean(ReadModel.class).indicator("capacity-additions-solar").orElseThrow();
        var cn = board.preferred("cn").orElseThrow();
        var like = board.indicator();
        return new Batch(List.of(), List.of(), List.of(),
                List.of(new Source(WORD, WORD, WORD, "https://example.org/" + WORD, "2026", WORD, "facts", true, false,
                        WORD)),
                List.of(new Entity(WORD, Entity.Kind.COUNTRY, null, label, label, "#123456", Entity.Dash.SOLID,
                        Entity.Marker.CIRCLE)),
                List.of(new IndicatorDraft(WORD, like.topic(), 99, label, label, like.unit().code(), like.cadence(), 1,
                        like.draw(), label, label, WORD, null, false, List.of("cn"), null)),
                List.of(new SeriesDraft(WORD, "cn", cn.estimator().slug(), 1, label)),
                List.of(value(WORD, cn.estimator().slug()), value(like.slug(), cn.estimator().slug())),
                List.of(new EventDraft(WORD, "2026-11-01", null, List.of("cn"), "energy", "announced", "neutral",
                        label, label, List.of(WORD), List.of(WORD))));
    }

    private static ObservationDraft value(String indicator, String estimator) {
        return new ObservationDraft(indicator, "cn", estimator, "2025", new BigDecimal(NUMBER), null, null, "actual",
                false, false, WORD, WORD, null);
    }

    /** Everything that can be reached without signing in, each page also as the document that open pages fetch. */
    private static Set<String> crawl(RunningApp app, List<Long> ids) throws IOException, InterruptedException {
        var versions = app.bean(ReadModel.class).versions();
        var live = "/live/" + versions.stamp(versions.latest());
        var all = new LinkedHashSet<String>(SEEDS);
        ids.forEach(id -> all.add("/desk/review/" + id));
        Queue<String> next = new ArrayDeque<>(all);
        var read = new LinkedHashSet<String>();
        try (var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            while (!next.isEmpty() && read.size() < MOST_PAGES) {
                var path = next.remove();
                read.add(path);
                for (var each : path.startsWith("/live/") || path.startsWith("/data/") ? List.of(path)
                        : List.of(path, live + path)) {
                    var answer = client.send(HttpRequest.newBuilder(app.address(each)).header("Accept", "text/html,*/*")
                            .build(), BodyHandlers.ofByteArray());
                    var body = new String(answer.body(), StandardCharsets.UTF_8);
                    clean(each, own(each, body) + answer.headers().map());
                    if (body.contains(PUBLISHED)) {
                        read.add(PUBLISHED + " in " + each);
                    }
                    links(body).filter(all::add).forEach(next::add);
                }
            }
        }
        return read;
    }

    /** Without the address that was asked for, which an answer may repeat. */
    private static String own(String path, String body) {
        return path.contains(WORD) ? body.replaceAll("(?i)[^\"'<> \\n]*" + WORD + "[^\"'<> \\n]*", "") : body;
    }

    private static Stream<String> links(String html) {
        return ADDRESS.matcher(html).results().map(found -> found.group(1).replace("&amp;", "&"))
                .map(link -> link.replaceFirst("#.*", "")).filter(link -> !link.startsWith("//"))
                .filter(link -> !link.startsWith("/VAADIN/") && link.length() > 1);
    }

    private static boolean clean(String where, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        Optional<String> found = CANARIES.stream().filter(lower::contains).findFirst();
        assertThat(found).as("canary in %s", where).isEmpty();
        return true;
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() == null ? new String(frame.binary(), StandardCharsets.UTF_8) : frame.text();
    }
}
