package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.raceboard.db.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.raceboard.access.Accounts;
import io.raceboard.access.Role;
import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditFilter;
import io.raceboard.audit.AuditQueries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/** Coming to the desk, staying there, and losing nothing when the sign-in is over. */
@BrowserTest
class SignInIT {

    @Test
    void theFirstStartPrintsALinkThatMakesTheFirstAdministratorOnce(@TempDir Path folder, Browser browser)
            throws Exception {
        try (var server = ServerProcess.start(folder); var page = browser.newPage()) {
            var link = Pattern.compile("/setup/[\\w-]+").matcher(logSaying(server, "/setup/"));
            assertThat(link.find()).isTrue();
            page.navigate(server.address(link.group()).toString());
            field(page, "Sign-in name").fill("Ada");
            field(page, "New password").fill("password1234");
            button(page, "Choose this password").click();
            assertThat(page.getByText("Too easy to guess")).isVisible();
            field(page, "New password").fill(DeskPeople.PASSWORD);
            button(page, "Choose this password").click();
            page.locator("#password").fill(DeskPeople.PASSWORD);
            page.locator("form button[type=submit]").click();
            assertThat(page.locator("main h1")).hasText("Welcome, Ada");
            assertThat(page.locator(".desk-menu")).containsText("People");
            page.navigate(server.address(link.group()).toString());
            assertThat(page.locator("h1")).hasText("This link no longer works");
        }
    }

    /** The log says it right after the first page is answered. */
    private static String logSaying(ServerProcess server, String text) throws Exception {
        for (int i = 0; i < 100; i++) {
            var log = Files.readString(server.log());
            if (log.contains(text)) {
                return log;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The log does not say " + text);
    }

    @Test
    void aWrongPasswordIsSaidAndKeepsTheName(Page page, RunningApp app) {
        var name = DeskPeople.name(app, "wrong-once", Role.VIEWER, false);
        page.navigate("/desk");
        page.locator("#username").fill(name);
        page.locator("#password").fill("not this one");
        page.locator("form button[type=submit]").click();
        assertThat(page.locator("[role=alert]")).hasText("Wrong name or password.");
        assertThat(page.locator("#username")).hasValue(name);
        page.locator("#password").fill(DeskPeople.PASSWORD);
        page.locator("form button[type=submit]").click();
        assertThat(page.locator("desk-frame main h1")).hasText("Welcome, " + name);
        assertThat(app.bean(AuditQueries.class).page(new AuditFilter(name, Set.of(), null, null), 0, 2))
                .extracting(entry -> entry.kind().code()).containsExactly("sign-in", "sign-in-failed");
    }

    @Test
    void everyRoleSeesItsOwnMenu(Browser browser, RunningApp app) {
        for (var role : Role.values()) {
            try (var context = browser.newContext(new Browser.NewContextOptions()
                    .setBaseURL(app.address("/").toString())); var page = context.newPage()) {
                DeskPeople.signIn(page, app, role);
                var people = page.locator(".desk-menu a[href='desk/people']");
                assertThat(people).hasCount(role == Role.ADMIN ? 1 : 0);
            }
        }
    }

    @Test
    void whenTheSignInEndsWhileSomebodyTypesThePasswordIsAskedAndWhatWasTypedIsSaved(Page page, RunningApp app) {
        var name = DeskPeople.name(app, "typing-admin", Role.ADMIN, true);
        DeskPeople.signIn(page, name, DeskPeople.PASSWORD);
        page.navigate("/desk/people");
        button(page, "Invite somebody").click();
        field(page, "Sign-in name").fill("typed-before");
        field(page, "Name that others see").pressSequentially("Typed Before");
        // Still in the field when all sign-ins of this account end.
        endSignIns(app, name);
        var again = page.getByLabel("Password of " + name);
        again.fill("not this one");
        button(page, "Go on").click();
        assertThat(page.getByText("That is not the right password")).isVisible();
        again.fill(DeskPeople.PASSWORD);
        button(page, "Go on").click();
        assertThat(again).isHidden();
        button(page, "Make the link").click();
        assertThat(page.getByLabel("One-time link")).hasValue(Pattern.compile("http.*/invite/.{20,}"));
        assertThat(app.bean(DSLContext.class).fetchSingle(ACCOUNT, ACCOUNT.NAME.eq("typed-before"))
                .get(ACCOUNT.DISPLAY_NAME)).isEqualTo("Typed Before");
    }

    @Test
    void aClickThatCameTooLateIsDoneOnceThePasswordWasGiven(Page page, RunningApp app) {
        var name = DeskPeople.name(app, "late-admin", Role.ADMIN, true);
        assertThat(stopped(app, "DeskPages.lookAtAll")).isTrue();
        DeskPeople.signIn(page, name, DeskPeople.PASSWORD);
        page.navigate("/desk/people");
        button(page, "Invite somebody").click();
        field(page, "Sign-in name").fill("saved-late");
        // As another node would do it: this page hears of it by its own click.
        app.bean(DSLContext.class).update(ACCOUNT).set(ACCOUNT.ROUND, ACCOUNT.ROUND.plus(1))
                .where(ACCOUNT.NAME.eq(name)).execute();
        button(page, "Make the link").click();
        page.getByLabel("Password of " + name).fill(DeskPeople.PASSWORD);
        button(page, "Go on").click();
        assertThat(page.getByLabel("One-time link")).hasValue(Pattern.compile("http.*/invite/.{20,}"));
    }

    /** Ends what the program does by the clock; whether there was such a thing. */
    private static boolean stopped(RunningApp app, String name) {
        return app.bean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks().stream()
                .filter(task -> task.toString().contains(name)).peek(task -> task.cancel(false)).findFirst().isPresent();
    }

    @Test
    void whoIsDisabledIsOutOnTheOpenPageAndCannotComeBack(Page page, RunningApp app) {
        var name = DeskPeople.name(app, "soon-out", Role.EDITOR, false);
        DeskPeople.signIn(page, name, DeskPeople.PASSWORD);
        var accounts = app.bean(Accounts.class);
        var admin = DeskPeople.person(app, Role.ADMIN);
        var account = accounts.page(admin, name, 0, 1).getFirst();
        accounts.save(admin, "", new io.raceboard.access.Account(account.id(), account.name(), account.displayName(),
                account.role(), account.mayPublish(), account.lang(), true, account.invited(), account.round(),
                account.version(), account.createdAt(), account.signedInAt()));
        page.getByLabel("Password of " + name).fill(DeskPeople.PASSWORD);
        button(page, "Go on").click();
        assertThat(page.getByText("or the account was disabled")).isVisible();
        page.navigate("/desk");
        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void twoAdministratorsOfOneAccountDoNotOverwriteEachOther(Page page, RunningApp app) {
        var edited = DeskPeople.name(app, "edited-twice", Role.VIEWER, false);
        DeskPeople.signIn(page, app, Role.ADMIN);
        page.navigate("/desk/people");
        field(page, "Find a person").fill(edited);
        // Rows of before the search are made anew by it, and a click on one of those is lost.
        assertThat(page.locator("vaadin-grid vaadin-button.cell-link").filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(1);
        page.locator("vaadin-grid vaadin-button:has-text('" + edited + "')").click();
        field(page, "Name that others see").fill("Mine");
        var accounts = app.bean(Accounts.class);
        var admin = DeskPeople.person(app, Role.ADMIN);
        var now = accounts.page(admin, edited, 0, 1).getFirst();
        accounts.save(admin, "", new io.raceboard.access.Account(now.id(), now.name(), now.displayName(),
                Role.EDITOR, now.mayPublish(), now.lang(), false, now.invited(), now.round(), now.version(),
                now.createdAt(), now.signedInAt()));
        button(page, "Save").click();
        assertThat(page.getByText("Somebody else has saved this account meanwhile")).isVisible();
        button(page, "Save").click();
        assertThat(page.getByText("Saved.")).isVisible();
        var saved = accounts.page(admin, edited, 0, 1).getFirst();
        assertThat(saved.role()).isEqualTo(Role.EDITOR);
        assertThat(saved.displayName()).isEqualTo("Mine");
    }

    @Test
    void theLogIsWholeAndLeavesAsAFile(Page page, RunningApp app) throws Exception {
        DeskPeople.signIn(page, app, Role.ADMIN);
        page.navigate("/desk/audit");
        button(page, "Verify the log").click();
        assertThat(page.getByText("The log is whole")).isVisible();
        var file = page.waitForDownload(() -> page.getByText("Export (CSV)").click());
        assertThat(Files.readString(file.path())).contains("id,at,kind,actor", "sign-in,test-admin");
        assertThat(app.bean(Audit.class).verify().fault()).isEmpty();
    }

    @Test
    void noPageOfPeopleHasASeriousViolation(Page page, RunningApp app) {
        page.navigate("/login");
        page.locator("#username").waitFor();
        assertThat(violations(page)).isEmpty();
        DeskPeople.signIn(page, app, Role.ADMIN);
        for (var address : List.of("/desk", "/desk/people", "/desk/me", "/desk/audit")) {
            page.navigate(address);
            page.locator("desk-frame main h1").waitFor();
            page.waitForTimeout(500);
            for (var theme : List.of("light", "dark")) {
                page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
                assertThat(violations(page)).as(address + " in " + theme).isEmpty();
            }
        }
        page.navigate("/desk/people");
        button(page, "Invite somebody").click();
        field(page, "Sign-in name").waitFor();
        page.waitForTimeout(500);
        assertThat(violations(page)).as("the invitation").isEmpty();
    }

    private static void endSignIns(RunningApp app, String name) {
        var admin = DeskPeople.person(app, Role.ADMIN);
        var accounts = app.bean(Accounts.class);
        accounts.signOutEverywhere(admin, "", accounts.page(admin, name, 0, 1).getFirst().id());
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page).analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                .toList();
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
