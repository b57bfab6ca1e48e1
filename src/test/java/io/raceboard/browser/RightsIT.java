package io.raceboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.raceboard.access.Role;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address against every role. The addresses are found in the program: a new one is tested from its first day. */
@BrowserTest
class RightsIT {

    /** What everybody may ask for, besides the pages of the board. Whoever adds to this list opens a door. */
    private static final Set<String> OPEN = Set.of("", ":path*", "login", "setup/:token", "invite/:token",
            "wall/:key");
    private static final Set<String> OPEN_REQUESTS = Set.of("/alive", "/live/{stamp}", "/live/{stamp}/**",
            "/demo/change", "/search.json", "/actuator/health", "/actuator/health/**", "/error");

    @Test
    void everyViewSaysWhoMaySeeItAndOnlyTheBoardIsForEverybody() {
        assertThat(views()).hasSizeGreaterThan(5).allSatisfy(view -> {
            long said = Stream.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class, DenyAll.class)
                    .filter(view::isAnnotationPresent).count();
            assertThat(said).as(view.getName() + " says once who may see it").isEqualTo(1);
            if (view.isAnnotationPresent(AnonymousAllowed.class)) {
                assertThat(OPEN).containsAll(paths(view));
            } else {
                assertThat(paths(view)).allSatisfy(path -> assertThat(path).matches("desk(/.*)?"));
                assertThat(view.getAnnotation(Route.class).layout().getSimpleName()).as(view.getName())
                        .isEqualTo("DeskLayout");
            }
        });
    }

    @Test
    void nobodySeesTheDeskWithoutSigningIn(RunningApp app) throws Exception {
        var refused = new ArrayList<String>();
        try (var client = HttpClient.newHttpClient()) {
            for (var path : deskPaths()) {
                for (var method : List.of("GET", "POST", "PUT", "DELETE")) {
                    var answer = ask(client, app, method, "/" + path);
                    assertThat(answer.statusCode()).as(method + " " + path).isIn(302, 401, 403);
                    assertThat(answer.headers().firstValue("location").orElse("/login")).endsWith("/login");
                    assertThat(answer.body()).doesNotContain("desk-frame", "<script");
                    refused.add(method + path);
                }
            }
        }
        assertThat(refused).hasSizeGreaterThan(20);
    }

    @Test
    void everyRequestThatIsNoPageIsOnTheListOrNeedsASignIn(RunningApp app) throws Exception {
        var mappings = app.beans(RequestMappingHandlerMapping.class);
        var asked = new TreeSet<String>();
        try (var client = HttpClient.newHttpClient()) {
            for (var mapping : mappings) {
                for (var info : mapping.getHandlerMethods().keySet()) {
                    for (var pattern : info.getPatternValues()) {
                        asked.add(pattern);
                        if (OPEN_REQUESTS.contains(pattern) || pattern.startsWith("/wall/")) {
                            continue;
                        }
                        var path = pattern.replaceAll("\\{[^}]*}", "x").replace("**", "x");
                        for (var method : List.of("GET", "POST")) {
                            assertThat(ask(client, app, method, path).statusCode()).as(method + " " + pattern)
                                    .isIn(302, 401, 403, 405);
                        }
                    }
                }
            }
        }
        assertThat(asked).contains("/alive", "/live/{stamp}");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleOpensWhatItMayAndNothingElse(Role role, Page page, RunningApp app) {
        var seen = new ArrayList<String>();
        DeskPeople.signIn(page, app, role);
        for (var view : views()) {
            if (view.isAnnotationPresent(AnonymousAllowed.class)) {
                continue;
            }
            for (var path : paths(view)) {
                page.navigate("/" + concrete(path));
                page.locator("desk-frame main > *, .no-right, .missing").first().waitFor();
                assertThat(page.locator(".no-right").count() == 0).as(path).isEqualTo(may(view, role));
                seen.add(path);
            }
        }
        assertThat(seen).hasSizeGreaterThan(3);
    }

    @Test
    void aFormOfAnotherSiteCannotSignAnybodyInOrOut(Page page, RunningApp app) {
        var name = DeskPeople.name(app, Role.VIEWER);
        for (var form : List.of("/login?username=" + name + "&password=" + DeskPeople.PASSWORD.replace(" ", "%20"),
                "/logout")) {
            var answer = page.request().post(form, RequestOptions.create().setMaxRedirects(0));
            assertThat(answer.status()).as(form).isIn(302, 403);
            page.navigate("/desk");
            page.locator("#username").waitFor();
        }
    }

    @Test
    void answersCarryTheHeadersThatBrowsersNeed(RunningApp app) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var login = ask(client, app, "GET", "/login").headers();
            assertThat(login.firstValue("set-cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
            assertThat(login.firstValue("content-security-policy").orElse("")).contains("frame-ancestors 'self'");
            assertThat(login.firstValue("x-content-type-options")).hasValue("nosniff");
            assertThat(login.firstValue("cache-control")).hasValue("no-store");
            for (var page : List.of("/", "/changes", "/no/such/page", "/help")) {
                var headers = ask(client, app, "GET", page).headers();
                assertThat(headers.firstValue("x-content-type-options")).as(page).hasValue("nosniff");
                assertThat(headers.firstValue("referrer-policy")).as(page).hasValue("same-origin");
            }
            var alive = ask(client, app, "GET", "/alive").headers();
            assertThat(alive.firstValue("set-cookie")).isEmpty();
        }
    }

    private static HttpResponse<String> ask(HttpClient client, RunningApp app, String method, String path)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(app.address(path)).header("Accept", "text/html")
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private static boolean may(Class<?> view, Role role) {
        var roles = view.getAnnotation(RolesAllowed.class);
        return roles == null || Arrays.stream(roles.value()).map(Role::valueOf).anyMatch(role::includes);
    }

    private static List<String> deskPaths() {
        return Stream.concat(Stream.of("desk/no-such-page"), views().stream()
                .filter(view -> !view.isAnnotationPresent(AnonymousAllowed.class))
                .flatMap(view -> paths(view).stream()).map(RightsIT::concrete)).distinct().toList();
    }

    /** The route with something in place of its parameters; optional ones left out. */
    private static String concrete(String path) {
        return path.replaceAll("/:[^/]*[?*][^/]*", "").replaceAll(":[a-z]+\\(([a-z]+)\\|[^)]*\\)", "$1").replaceAll(":indicator[^/]*", "capacity-additions-solar")
                .replaceAll(":[^/]+", "1");
    }

    private static List<String> paths(Class<?> view) {
        return Stream.concat(Stream.of(view.getAnnotation(Route.class).value()),
                Arrays.stream(view.getAnnotationsByType(RouteAlias.class)).map(RouteAlias::value)).toList();
    }

    private static List<Class<?>> views() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.raceboard").stream()
                .filter(type -> type.isAnnotatedWith(Route.class)).<Class<?>>map(JavaClass::reflect).toList();
    }
}
