package io.raceboard.browser;

import com.microsoft.playwright.Page;
import io.raceboard.access.Accounts;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.catalog.Lang;
import java.util.Locale;

/** One person of each role in the running application, and how they sign in. */
public final class DeskPeople {

    public static final String PASSWORD = "violet tractor sings low";

    /** Who invites the others; what it does is in the log under this name. */
    private static final Person HOST = new Person(0, "test-host", "Host", Role.ADMIN, true, Lang.EN);

    private DeskPeople() {
    }

    /** The sign-in name of this role's person, such as {@code test-editor}; the account is made when there is none. */
    public static String name(RunningApp app, Role role) {
        return name(app, "test-" + role.name().toLowerCase(Locale.ROOT), role, false);
    }

    /** An account of this name and role, made when there is none. */
    public static String name(RunningApp app, String name, Role role, boolean mayPublish) {
        var accounts = app.bean(Accounts.class);
        synchronized (DeskPeople.class) {
            if (accounts.page(HOST, name, 0, 100).stream().noneMatch(account -> account.name().equals(name))) {
                var token = accounts.invite(HOST, "", name, name, role, mayPublish, Lang.EN);
                accounts.choosePassword(token, PASSWORD, "");
            }
        }
        return name;
    }

    /** As services take it. */
    public static Person person(RunningApp app, Role role) {
        var name = name(app, role);
        return app.bean(Accounts.class).page(HOST, name, 0, 100).stream()
                .filter(account -> account.name().equals(name)).findFirst().orElseThrow().person();
    }

    /** Signs in through the form and waits for the desk; the page may then go to any address. */
    public static void signIn(Page page, RunningApp app, Role role) {
        signIn(page, name(app, role), PASSWORD);
    }

    /** Signs in through the form and waits for the desk. */
    public static void signIn(Page page, String name, String password) {
        page.navigate("/login");
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("form button[type=submit]").click();
        page.locator("desk-frame main h1").first().waitFor();
    }

    /** Waits until the server has said that it keeps all that was typed into the form of this page. */
    public static void allIsKept(Page page) {
        page.waitForFunction("() => Object.keys(localStorage).every(key => !key.startsWith('raceboard-typed/'))");
    }
}
