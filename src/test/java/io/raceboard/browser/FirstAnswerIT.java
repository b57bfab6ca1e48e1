package io.raceboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a page's very first HTML one packed copy is shared by all who ask; who takes no gzip gets one made for them alone. */
@BrowserTest
class FirstAnswerIT {

    private final RunningApp app;

    FirstAnswerIT(RunningApp app) {
        this.app = app;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?lang=zh", "/t/power?theme=dark", "/i/capacity-additions-solar?entities=cn,us", "/policy"})
    void theSharedCopyIsWhatEachWouldGet(String address) throws Exception {
        ask(address, "gzip");
        var shared = ask(address, "gzip");
        assertThat(shared.headers().firstValue("content-length")).as("length of what lies ready").isPresent();
        assertThat(text(shared)).contains("<main").isEqualTo(text(ask(address, "identity")));
    }

    @Test
    void theSharedCopyComesWithTheSameHeaders() throws Exception {
        var first = ask("/?colour=never-asked", "gzip");
        var shared = ask("/?colour=never-asked", "gzip");
        assertThat(names(shared)).contains("content-security-policy", "vary").isEqualTo(names(first));
        assertThat(shared.headers().firstValue("content-type")).isEqualTo(first.headers().firstValue("content-type"));
        assertThat(shared.headers().firstValue("vary").orElseThrow()).isEqualToIgnoringCase("accept-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/desk", "/no/such/page", "/i/no-such-indicator", "/wall/race"})
    void whatIsNoPageOfTheBoardIsMadeForEach(String address) throws Exception {
        answer(address, "gzip");
        assertThat(answer(address, "gzip").headers().firstValue("content-length").filter(n -> Long.parseLong(n) > 0)).isEmpty();
    }

    @Test
    void thePageComesAliveAlsoWhereNoFrameIsPainted(Page page) {
        page.addInitScript("""
                Object.defineProperty(document, 'hidden', { get: () => true });
                window.requestAnimationFrame = () => 0;""");
        page.navigate("/sources");
        PlaywrightAssertions.assertThat(page.locator("race-live > #page")).isVisible();
    }

    /** As over a slow line: what has come is painted, the end of the page is still missing. */
    @Test
    void thePageWaitsForAllOfItself(Page page, PageFaults faults) {
        // Of a page that was changed on its way the browser does not know that it is of this machine.
        faults.expect("ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS");
        page.route("**/policy", route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(answer.text()
                    .replace("<div id=\"outlet\">", "<script src=\"/held.js\"></script><div id=\"outlet\">")));
        });
        var held = new ArrayList<Route>();
        page.route("**/held.js", held::add);
        page.navigate("/policy", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForFunction("() => performance.getEntriesByType('resource').some((r) => /indexhtml.*js/.test(r.name))");
        LivePage.frames(page, 30);
        PlaywrightAssertions.assertThat(page.locator("h1")).isVisible();
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(route -> route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBody("")));
        LivePage.settled(page);
    }

    @Test
    void everyReaderBeginsASessionOfOnesOwn() throws Exception {
        assertThat(Set.of(session(ask("/", "gzip")), session(ask("/", "gzip")), session(ask("/", "gzip")))).hasSize(3);
    }

    @Test
    void eachNameOfTheSiteIsToldItsOwnAddress() throws Exception {
        ask("/help", "gzip");
        try (var client = HttpClient.newHttpClient()) {
            var other = app.address("/help").toString().replace("localhost", "127.0.0.1");
            var answer = client.send(HttpRequest.newBuilder(URI.create(other))
                    .header("Accept", "text/html").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
            assertThat(text(answer)).contains("<link rel=\"canonical\" href=\"" + other + "\">");
        }
    }

    @Test
    void aSavedValueIsInTheNextAnswer() throws Exception {
        var address = "/i/capacity-additions-solar?entities=cn";
        assertThat(text(ask(address, "gzip"))).doesNotContain("338.25");
        try (var change = SavedChange.save(app, "capacity-additions-solar", "cn", "2025", "338.25")) {
            assertThat(text(ask(address, "gzip"))).contains("338.25");
            assertThat(text(ask(address, "gzip"))).contains("338.25");
        }
        assertThat(text(ask(address, "gzip"))).doesNotContain("338.25");
    }

    private HttpResponse<byte[]> ask(String address, String encoding) throws IOException, InterruptedException {
        var answer = answer(address, encoding);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private HttpResponse<byte[]> answer(String address, String encoding) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(app.address(address)).header("Accept", "text/html")
                    .header("Accept-Encoding", encoding).build(), BodyHandlers.ofByteArray());
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean packed = answer.headers().firstValue("content-encoding").filter("gzip"::equals).isPresent();
        var bytes = packed ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Set<String> names(HttpResponse<byte[]> answer) {
        var names = new TreeSet<>(answer.headers().map().keySet());
        // One is made while it is sent, the other lies ready.
        names.removeAll(Set.of("content-length", "transfer-encoding"));
        return names;
    }

    private static String session(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("set-cookie").orElseThrow();
    }
}
