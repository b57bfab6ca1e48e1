package io.raceboard.launch;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * With {@code --raceboard.practice=true} the program visits its own pages as a browser would, and ends. Started with
 * {@code -XX:AOTCacheOutput}, the JVM then keeps the classes and profiles of a start and of the first pages, from which
 * every later start takes a fraction of the time. A page that the server cannot make ends the practice with status 1.
 */
@Component
class PracticeStart implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(PracticeStart.class);
    private static final List<String> PAGES = List.of("/", "/?lang=zh", "/t/power", "/policy", "/sources", "/changes");
    private static final Pattern FILES = Pattern.compile("(?:src|href)=\"([./]*(?:data|live|VAADIN)/[^\"]+)\"");

    private static final Pattern SECURITY_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final String NAVIGATE = """
            {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
            "appShellTitle":"","historyState":null,"trigger":""}}],"syncId":0,"clientId":0}""";

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var settings = ready.getApplicationContext().getEnvironment();
        if (!settings.getProperty("raceboard.practice", Boolean.class, false)) {
            return;
        }
        int status = 0;
        try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var site = URI.create("http://localhost:" + settings.getRequiredProperty("local.server.port"));
            for (var page : PAGES) {
                visit(browser, site.resolve(page));
            }
        } catch (IOException failed) {
            LOG.error("The practice start failed: {}", failed.getMessage());
            status = 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            status = 1;
        }
        System.exit(status + SpringApplication.exit(ready.getApplicationContext()));
    }

    private static void visit(HttpClient browser, URI page) throws IOException, InterruptedException {
        var html = get(browser, page);
        var files = FILES.matcher(html).results()
                .map(found -> found.group(1).replace("&amp;", "&")).distinct().toList();
        for (var file : files) {
            get(browser, page.resolve(file));
        }
        openView(browser, page);
    }

    /** What Flow's script does next: asks for a view on the server, then goes to the page there. */
    private static void openView(HttpClient browser, URI page) throws IOException, InterruptedException {
        var route = page.getPath().substring(1);
        var start = get(browser, page.resolve("/?v-r=init&location=" + route + "&query="));
        send(browser, HttpRequest.newBuilder(page.resolve("/?v-r=uidl&v-uiId=" + found(UI, start)))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(NAVIGATE.formatted(found(SECURITY_KEY, start), route))));
    }

    private static String found(Pattern what, String where) throws IOException {
        var found = what.matcher(where);
        if (!found.find()) {
            throw new IOException("Flow's first answer has no " + what);
        }
        return found.group(1);
    }

    private static String get(HttpClient browser, URI address) throws IOException, InterruptedException {
        return send(browser, HttpRequest.newBuilder(address).header("Accept", "text/html,*/*"));
    }

    private static String send(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = browser.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 500) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
