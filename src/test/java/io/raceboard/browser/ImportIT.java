package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.OBSERVATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.raceboard.access.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** A file on its way in, in a real browser. */
@BrowserTest
class ImportIT {

    private static final String HEADER = "indicator,entity,estimator,period,value,status,source,note,colour\n";
    private static final String PLACE = "capacity-additions-wind,United States,eia-plan-2025,2025,";
    private static final String REST = ",projection,eia-plan-2025,,red\n";
    private static final String SHOWN = "/i/capacity-additions-wind?entities=us&estimates=all&tab=table";

    @Test
    void aFileIsUploadedMappedPreviewedAndPublishedAndItsNumberIsOnTheBoard(Page page, Browser browser, RunningApp app) {
        signIn(page, app);
        upload(page, HEADER + PLACE + "8050 MW" + REST);
        var preview = button(page, "Preview");
        assertThat(preview).isDisabled();
        assertThat(page.getByText("Column “colour”: say what it is, or ignore it.")).isVisible();
        ignore(page, "colour");
        preview.click();
        assertThat(page.getByText("No row has a fault. One row of 1 would change the board.")).isVisible();
        assertThat(page.locator("vaadin-grid").first()).containsText("7.8 → 8.05");
        try (var reader = browser.newContext()) {
            var board = LivePage.open(reader.newPage(), app.address(SHOWN).toString());
            button(page, "Publish one row").click();
            assertThat(page.getByText("Published: 0 new, 1 changed.")).isVisible();
            assertThat(board.locator("#data-table")).containsText("8.05");
        }
        upload(page, HEADER + PLACE + "8050 MW" + REST);
        ignore(page, "colour");
        button(page, "Preview").click();
        assertThat(page.getByText("The board says all of this already")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Publish")))).hasCount(0);

        upload(page, HEADER + PLACE + "7.8" + REST);
        ignore(page, "colour");
        button(page, "Preview").click();
        button(page, "Publish one row").click();
        assertThat(page.getByText("Published: 0 new, 1 changed.")).isVisible();
    }

    @Test
    void aFaultIsShownWithRowColumnAndValueAndTheRefusedRowsCanBeDownloaded(Page page, RunningApp app) throws Exception {
        var before = counts(app);
        signIn(page, app);
        upload(page, HEADER.replace(",colour", "") + PLACE + "33 GWh,actual,eia-2024-record,\n" + PLACE.replace(",2025,", ",2024,")
                + "18.5,actual,nobody,<script>alert(1)</script>\n");
        button(page, "Preview").click();
        var faults = page.locator("vaadin-grid").first();
        assertThat(faults).containsText("wrong-dimension");
        assertThat(faults).containsText("There is no source “nobody”.");
        var download = page.waitForDownload(() -> page.getByText("Refused rows (CSV)").click());
        var text = Files.readString(download.path());
        assertThat(text).contains("raceboard_problems").contains("33 GWh").contains("<script>alert(1)</script>");
        page.reload();
        assertThat(faults).containsText("wrong-dimension");
        button(page, "Discard").click();
        assertThat(page.locator("vaadin-upload")).isVisible();
        assertThat(counts(app)).isEqualTo(before);
    }

    @Test
    void nobodyElseSeesAFile(Page page, Browser browser, RunningApp app) {
        signIn(page, app);
        upload(page, HEADER + PLACE + "8" + REST);
        var address = page.url();
        try (var other = browser.newContext()) {
            var theirs = other.newPage();
            theirs.navigate(app.address("/login").toString());
            theirs.locator("#username").fill(DeskPeople.name(app, Role.ADMIN));
            theirs.locator("#password").fill(DeskPeople.PASSWORD);
            theirs.locator("form button[type=submit]").click();
            theirs.locator("desk-frame main h1").first().waitFor();
            theirs.navigate(address);
            assertThat(theirs.locator("vaadin-upload")).isVisible();
            assertThat(theirs.getByText("upload.csv")).hasCount(0);
        }
    }

    @Test
    void whatIsNoTableIsRefusedInWords(Page page, RunningApp app) {
        signIn(page, app);
        page.navigate("/desk/import");
        choose(page, new FilePayload("values.csv", "text/csv", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("values.csv")))
                .containsText("neither CSV nor an Excel workbook");
    }

    private static void signIn(Page page, RunningApp app) {
        DeskPeople.signIn(page, DeskPeople.name(app, "test-importer", Role.EDITOR, true), DeskPeople.PASSWORD);
    }

    private static void upload(Page page, String text) {
        page.navigate("/desk/import");
        choose(page, new FilePayload("upload.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.locator(".intake-columns").waitFor();
    }

    private static void choose(Page page, FilePayload file) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    }

    private static void ignore(Page page, String column) {
        page.locator(".intake-column").filter(new Locator.FilterOptions().setHasText(column)).last()
                .locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Ignore this column")).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static List<Integer> counts(RunningApp app) {
        var sql = app.bean(DSLContext.class);
        return List.of(sql.fetchCount(OBSERVATION), sql.fetchCount(CHANGE));
    }
}
