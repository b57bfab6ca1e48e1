package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.raceboard.access.Role;
import io.raceboard.catalog.Source;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.RecordQueries;
import io.raceboard.live.ReadModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Lists, forms, histories and changes at the desk, and what readers see of them. */
@BrowserTest
class RecordsIT {

    private static final String HYDRO = "capacity-additions-hydro";
    private static final String LAW = "2017-06-cn-cybersecurity-law";

    @Test
    void anEditedEventIsOnThePublicPage(Page page, Browser browser, RunningApp app) {
        DeskPeople.signIn(page, app, Role.REVIEWER);
        page.navigate("/desk/events?q=cybersecurity");
        page.locator(".row-table tbody th a").filter(text("Cybersecurity Law takes effect")).click();
        page.getByLabel("Title (English)").fill("Cybersecurity Law in force");
        button(page, "Add a state").click();
        page.locator(".steps vaadin-text-field input").fill("2017-06-01");
        page.locator(".steps vaadin-select").click();
        page.locator("vaadin-select-item").filter(text("In force")).last().click();
        page.getByLabel("Reason").fill("wording of the ministry");
        button(page, "Publish").click();
        assertThat(page.locator(".toast, vaadin-notification-card").last()).containsText("on every open page");
        assertThat(page.locator("h1")).hasText("Cybersecurity Law in force");

        try (var readers = browser.newContext(new Browser.NewContextOptions().setBaseURL(app.address("/").toString()))) {
            var reader = readers.newPage();
            reader.navigate("/policy");
            assertThat(reader.locator("#" + id(LAW))).containsText("Cybersecurity Law in force");
            assertThat(reader.locator("#" + id(LAW) + " .event-history")).containsText("In force 1 Jun 2017");
        }
        restoreFirst(page, "/desk/history/events/" + LAW);
        assertThat(page.locator("h1")).containsText("Cybersecurity Law takes effect");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost(Page page, RunningApp app) {
        DeskPeople.signIn(page, app, Role.REVIEWER);
        page.navigate("/desk/sources/new");
        page.getByLabel("Title", exactly()).fill("Yearbook <script>alert(1)</script> of Tests");
        assertThat(page.getByLabel("Name in addresses")).hasValue("yearbook-script-alert-1-script-of-tests");
        page.getByLabel("Address", exactly()).fill("ftp://example.org");
        button(page, "Publish").click();
        assertThat(page.locator("vaadin-text-field[invalid]")).hasCount(2);
        page.getByLabel("Publisher").fill("Test Office");
        page.getByLabel("Licence", exactly()).fill("facts");
        button(page, "Publish").click();
        assertThat(page.locator("vaadin-text-field[invalid]")).hasCount(1);
        assertThat(page.locator("vaadin-text-field[invalid]")).containsText("begins with http://");
        page.locator(".keeps-typed").filter(text("is kept")).waitFor();
        page.reload();
        assertThat(page.getByLabel("Publisher")).hasValue("Test Office");
        page.getByLabel("Address", exactly()).fill("https://example.org/tests");
        button(page, "Publish").click();
        assertThat(page.locator("h1")).hasText("Yearbook <script>alert(1)</script> of Tests");
        page.navigate("/desk/sources/new");
        assertThat(page.getByLabel("Publisher")).hasValue("");
    }

    @Test
    void twoWhoEditOneRecordSeeBothTextsAndBothEditsSurvive(Page page, Browser browser, RunningApp app) {
        source(app, "two-editors", "Both edit this", "https://example.org/both");
        DeskPeople.signIn(page, app, Role.REVIEWER);
        page.navigate("/desk/sources/two-editors");
        page.getByLabel("Publisher").fill("Mine");
        try (var other = browser.newContext(new Browser.NewContextOptions().setBaseURL(app.address("/").toString()))) {
            var second = other.newPage();
            DeskPeople.signIn(second, app, Role.ADMIN);
            second.navigate("/desk/sources/two-editors");
            assertThat(second.locator(".presence")).containsText("test-reviewer");
            second.getByLabel("Title", exactly()).fill("Both edited this");
            button(second, "Publish").click();
            assertThat(second.locator("h1")).hasText("Both edited this");
        }
        button(page, "Publish").click();
        var conflict = page.locator(".conflict-dialog");
        assertThat(conflict).containsText("Both edited this");
        assertThat(conflict).containsText("Mine: Mine");
        button(page, "Go on with these").click();
        button(page, "Publish").click();
        assertThat(page.locator("h1")).hasText("Both edited this");
        assertThat(page.getByLabel("Publisher")).hasValue("Mine");
    }

    @Test
    void aRenamedRecordIsFoundUnderItsOldName(Page page, RunningApp app) {
        source(app, "old-name", "Is renamed", "https://example.org/renamed");
        DeskPeople.signIn(page, app, Role.REVIEWER);
        page.navigate("/desk/sources/old-name");
        button(page, "Rename").first().click();
        var dialog = page.locator(".wish-dialog");
        dialog.getByLabel("Name in addresses").fill("nea yearbook");
        act(dialog, "Rename");
        assertThat(dialog).containsText("letters, digits");
        dialog.getByLabel("Name in addresses").fill("new-name");
        act(dialog, "Rename");
        page.waitForURL("**/desk/sources/new-name");
        page.navigate("/desk/sources/old-name");
        page.waitForURL("**/desk/sources/new-name");
        assertThat(page.locator("h1")).hasText("Is renamed");
    }

    @Test
    void mergedSourcesMoveTheirValues(Page page, RunningApp app) {
        source(app, "merge-a", "Solar statistics of a test", "https://example.org/merge");
        source(app, "merge-b", "The same statistics", "http://www.example.org/merge/");
        var before = app.bean(ReadModel.class).indicator(HYDRO).orElseThrow();
        save(app, Batch.of(value("1995", "0.5", "merge-b")), "a file");
        DeskPeople.signIn(page, app, Role.REVIEWER);
        page.navigate("/desk/sources?twice=1");
        page.locator(".row-table tbody th a").filter(text("The same statistics")).click();
        button(page, "Merge").click();
        var dialog = page.locator(".wish-dialog");
        assertThat(dialog).containsText("Would move: 1 values, 0 events");
        dialog.locator(".likely vaadin-button").click();
        dialog.getByLabel("Reason").fill("the same page");
        act(dialog, "Merge");
        page.waitForURL("**/desk/sources/merge-a");
        page.navigate("/desk/values?source=merge-a");
        assertThat(page.locator(".row-table tbody tr")).hasCount(1);
        page.navigate("/desk/sources/merge-b");
        page.waitForURL("**/desk/sources/merge-a");
        assertThat(before.indicator().slug()).isEqualTo(HYDRO);
        withdraw(page, "1995");
    }

    @Test
    void aVintageIsComparedAndPutBack(Page page, RunningApp app) {
        try (var kept = SavedChange.keep(app, HYDRO, "cn", "2024")) {
            save(app, Batch.of(value("2024", "14.5", null)), "a correction");
            DeskPeople.signIn(page, app, Role.REVIEWER);
            page.navigate("/desk/history/values/" + HYDRO + "/cn/nea/2024");
            assertThat(page.locator(".versions")).containsText("13.778");
            assertThat(page.locator(".versions .row-table").first()).containsText("14.5");
            button(page, "Restore").last().click();
            var dialog = page.locator(".wish-dialog");
            dialog.getByLabel("Reason").fill("the correction was wrong");
            act(dialog, "Restore");
            assertThat(page.locator(".versions tbody tr td").first()).isVisible();
            assertThat(page.locator(".versions section").last()).containsText("the correction was wrong");
            assertThat(amount(app, "2024")).isEqualByComparingTo("13.778");
        }
    }

    @Test
    void aWholeImportIsUndoneAsOneStepButNotWhatOthersChangedSince(Page page, RunningApp app) {
        var drafts = new ArrayList<ObservationDraft>();
        for (int year = 1950; year < 1990; year++) {
            drafts.add(value(String.valueOf(year), "0.0" + (year - 1940), null));
        }
        long imported = save(app, Batch.values(drafts), "solar.csv");
        save(app, Batch.of(value("1960", "7", null)), "a correction");
        DeskPeople.signIn(page, app, Role.REVIEWER);
        page.navigate("/desk/changes");
        page.locator(".row-table a[href='desk/changes/" + imported + "']").click();
        assertThat(page.locator(".row-table tbody tr")).hasCount(40);
        button(page, "Undo this change").click();
        var refusal = page.locator(".wide-dialog");
        assertThat(refusal).containsText("so nothing was undone");
        assertThat(refusal.locator("tbody tr")).hasCount(1);
        assertThat(refusal.locator("tbody tr")).containsText("7");
        act(refusal, "Close");
        assertThat(amount(app, "1961")).isNotNull();

        save(app, Batch.of(value("1960", "0.020", null)), "taken back");
        long second = save(app, Batch.of(value("1950", "0.9", null), value("1951", "0.8", null)), "again.csv");
        page.navigate("/desk/changes/" + second);
        button(page, "Undo this change").click();
        var dialog = page.locator(".wish-dialog");
        dialog.getByLabel("Reason").fill("the wrong file");
        act(dialog, "Undo");
        assertThat(dialog).hasCount(0);
        assertThat(page.locator(".row-table td[data-label=Now], .row-table").first()).containsText("0.01");
        assertThat(amount(app, "1950")).isEqualByComparingTo("0.010");
        assertThat(amount(app, "1951")).isEqualByComparingTo("0.011");
        page.navigate("/changes");
        assertThat(page.locator("main")).containsText("An earlier change was taken back: 2 values");
    }

    @Test
    void viewersLookButHaveNothingToChange(Page page, RunningApp app) {
        DeskPeople.signIn(page, app, Role.VIEWER);
        page.navigate("/desk/events/" + LAW);
        assertThat(page.getByLabel("Title (English)")).hasAttribute("readonly", "");
        assertThat(button(page, "Publish")).hasCount(0);
        assertThat(button(page, "Rename")).hasCount(0);
        page.navigate("/desk/sources");
        assertThat(page.getByText("New source")).hasCount(0);
    }

    private static void restoreFirst(Page page, String history) {
        page.navigate(history);
        button(page, "Restore").last().click();
        var dialog = page.locator(".wish-dialog");
        act(dialog, "Restore");
        assertThat(dialog).hasCount(0);
    }

    private static void withdraw(Page page, String year) {
        page.navigate("/desk/history/values/" + HYDRO + "/cn/nea/" + year);
        button(page, "Withdraw").click();
        var dialog = page.locator(".wish-dialog");
        act(dialog, "Withdraw");
        assertThat(dialog).containsText("Say why this is right");
        dialog.getByLabel("Reason").fill("only a test");
        act(dialog, "Withdraw");
        assertThat(page.locator(".versions section").last().locator("tbody tr").first()).containsText("withdrawn");
    }

    private static BigDecimal amount(RunningApp app, String year) {
        return app.bean(ReadModel.class).indicator(HYDRO).orElseThrow().series("cn", "nea").orElseThrow().readings()
                .stream().filter(r -> r.period().text().equals(year)).findFirst().orElseThrow().amount();
    }

    private static ObservationDraft value(String year, String amount, String source) {
        return new ObservationDraft(HYDRO, "cn", "nea", year, new BigDecimal(amount), null, null, "actual", false, false,
                source == null ? "nea-monthly-crea" : source, null, null);
    }

    private static long save(RunningApp app, Batch batch, String origin) {
        var outcome = app.bean(Ledger.class).save(batch, new Act(Act.Kind.IMPORT, "tester", origin, "for a test"));
        assertThat(outcome.faults()).isEmpty();
        return outcome.changeId().orElseThrow();
    }

    private static void source(RunningApp app, String slug, String title, String url) {
        if (app.bean(RecordQueries.class).find(Kind.SOURCE, slug).isEmpty()) {
            save(app, Batch.of(new Source(slug, title, "Office", url, null, "facts", "facts", true, false, null)), "test");
        }
    }

    private static String id(String slug) {
        return "\\3" + slug.charAt(0) + " " + slug.substring(1);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /** Clicks the button in the foot of a dialog. */
    private static void act(Locator dialog, String name) {
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
