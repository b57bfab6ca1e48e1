package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.raceboard.access.Role;
import io.raceboard.live.ReadModel;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values typed at the desk, one by one and as in a spreadsheet. */
@BrowserTest
class EntryIT {

    private static final String SOLAR = "capacity-additions-solar";
    private static final String EDITOR = "entry-publisher";
    private static final int SOON_MS = 2_000;

    @Test
    void theNextValueTakesFewerThanTwentyFiveKeysAndIsOnOpenPagesWithinTwoSeconds(Page page, Browser browser,
            RunningApp app) {
        signIn(page, app, EDITOR);
        try (var reader = browser.newContext(new Browser.NewContextOptions().setBaseURL(app.address("/").toString()))) {
            var open = reader.newPage();
            open.navigate("/i/" + SOLAR + "?tab=table&entities=us");
            open.locator("#data-table").waitFor();
            LivePage.settled(open);
            open(page, SOLAR, "us:eia");
            int keys = type(page, "47,125 MW", "Enter");
            assertThat(keys).isLessThan(25);
            assertThat(page.getByText("Published 2025: 47.125 GW")).isVisible();
            assertThat(open.locator("#data-table")).containsText("47.125",
                    new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MS));
            assertThat(field(page, "Period")).hasValue("2026");
            assertThat(field(page, "Value")).isFocused();
            assertThat(field(page, "Value")).hasValue("");
            assertThat(series(app, SOLAR, "us", "eia").at("2025")).get().satisfies(r -> {
                assertThat(r.amount()).isEqualByComparingTo("47.125");
                assertThat(r.source()).isNotBlank();
            });
            page.keyboard().press("Control+z");
            assertThat(page.getByText("Taken back: 2025: 47.125 GW")).isVisible();
            assertThat(open.locator("#data-table")).not().containsText("47.125",
                    new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MS));
        }
    }

    @Test
    void whatIsTypedIsEchoedDrawnAsADraftAndRefusedNextToItsField(Page page, RunningApp app) {
        signIn(page, app, EDITOR);
        open(page, SOLAR, "cn:nea");
        page.keyboard().type("32000万千瓦");
        assertThat(page.getByText("32000万千瓦 = 320 GW")).isVisible();
        assertThat(page.locator(".entry-chart.is-draft .draft-ring")).hasCount(1);
        page.keyboard().press("Control+a");
        page.keyboard().type("5 GWh");
        page.keyboard().press("Enter");
        assertThat(page.locator("[slot=error-message]", new Page.LocatorOptions()
                .setHasText("GWh measures energy, but this indicator is in GW"))).isVisible();
        assertThat(field(page, "Value")).hasAttribute("aria-invalid", "true");
        assertThat(field(page, "Value")).hasValue("5 GWh");
        assertThat(series(app, SOLAR, "cn", "nea").at("2026")).isEmpty();
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
    }

    @Test
    void fiveHundredPastedLinesAreShownFirstSavedAsOneChangeAndTakenBackAsOne(Page page, RunningApp app) {
        signIn(page, app, EDITOR);
        var indicator = monthly(app);
        var line = app.bean(ReadModel.class).indicator(indicator).orElseThrow().series().getFirst();
        var before = line.readings();
        open(page, indicator, line.key());
        cell(page, before.getLast().period().text(), 0).click();
        paste(page, IntStream.range(0, 500)
                .mapToObj(i -> "%d-%02d\t%s".formatted(1950 + i / 12, i % 12 + 1, 40 + i % 7))
                .collect(Collectors.joining("\r\n", "Month\tValue\r\n", "\r\n")));
        var dialog = page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG);
        assertThat(dialog).containsText("500 lines. Cells: 500 new, 0 changed, 0 the same, 0 faulty");
        assertThat(series(app, indicator, line).readings()).isEqualTo(before);
        dialog.getByText("Take 500 lines over").click();
        assertThat(page.locator(".entry-state")).hasText("Not saved. Cells: 500, lines: 500");
        page.keyboard().press("Control+z");
        assertThat(page.locator(".entry-state")).hasText("");
        page.keyboard().press("Control+y");
        assertThat(page.locator(".entry-state")).hasText("Not saved. Cells: 500, lines: 500");
        page.keyboard().press("Control+s");
        var reason = page.locator("race-entry section.entry-sheet textarea");
        var published = page.getByText("Published values: 500");
        published.or(reason).first().waitFor();
        if (!published.isVisible()) {
            reason.fill("A longer history");
            page.getByText("Save all").click();
        }
        assertThat(published).isVisible();
        var changes = app.bean(ReadModel.class).changesOf(indicator, 1);
        assertThat(changes.getFirst().values()).isEqualTo(500);
        assertThat(series(app, indicator, line).readings()).hasSize(before.size() + 500);
        page.locator(".toast vaadin-button").click();
        assertThat(page.getByText("Taken back: values: 500")).isVisible();
        assertThat(series(app, indicator, line).readings()).extracting(Reading::period, Reading::amount)
                .isEqualTo(before.stream().map(r -> org.assertj.core.api.Assertions.tuple(r.period(), r.amount())).toList());
    }

    @Test
    void theSheetIsWorkedByKeysAndAFaultStaysInItsCell(Page page, RunningApp app) {
        signIn(page, app, EDITOR);
        var line = app.bean(ReadModel.class).indicator(SOLAR).orElseThrow().preferred("eu").orElseThrow();
        open(page, SOLAR, line.key());
        var last = line.readings().getLast().period();
        cell(page, last.next().text(), 0).click();
        page.keyboard().type("66");
        page.keyboard().press("Enter");
        page.keyboard().type("6,7 TWh");
        page.keyboard().press("Enter");
        var box = page.locator("race-sheet input");
        assertThat(box).isFocused();
        assertThat(box).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("race-sheet .bar")).containsText("TWh measures energy");
        page.keyboard().press("Control+a");
        page.keyboard().type("67 GW");
        page.keyboard().press("Tab");
        assertThat(cell(page, last.next().next().text(), 1)).isFocused();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Control+d");
        assertThat(cell(page, last.next().next().next().text(), 0)).hasText("67");
        for (int step = 0; step < 4; step++) {
            page.keyboard().press("Control+z");
        }
        assertThat(page.locator(".entry-state")).hasText("");
        assertThat(series(app, SOLAR, line).readings()).isEqualTo(line.readings());
        assertThat(page.locator("race-sheet [role=columnheader]").nth(1)).hasText("Value");
    }

    @Test
    void ofTwoWhoCorrectOneValueTheSecondSeesBothAndNothingIsLost(Page page, Browser browser, RunningApp app) {
        signIn(page, app, EDITOR);
        var line = series(app, SOLAR, "us", "eia");
        var reading = line.readings().getFirst();
        var period = reading.period().text();
        try (var other = browser.newContext(new Browser.NewContextOptions().setBaseURL(app.address("/").toString()))) {
            var second = other.newPage();
            signIn(second, app, "entry-second");
            for (var each : List.of(page, second)) {
                open(each, SOLAR, "us:eia");
                field(each, "Period").fill(period);
                assertThat(each.locator(".entry-correcting")).containsText("Corrects " + period);
            }
            field(second, "Note").fill("second note");
            assertThat(second.getByText("Kept. It is still here")).isVisible();
            field(page, "Value").fill("31.5");
            reasonOf(page).fill("first correction");
            page.getByText("Publish", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByText("Published " + period + ": 31.5 GW")).isVisible();
            assertThat(second.locator(".entry-correcting")).containsText("Somebody else has just saved");
            field(second, "Value").fill("32.5");
            reasonOf(second).fill("second correction");
            second.getByText("Publish", new Page.GetByTextOptions().setExact(true)).click();
            var dialog = second.locator("vaadin-dialog.conflict-dialog");
            assertThat(dialog).containsText("31.5");
            assertThat(dialog).containsText("32.5");
            assertThat(series(app, SOLAR, "us", "eia").at(period)).get()
                    .satisfies(r -> assertThat(r.amount()).isEqualByComparingTo("31.5"));
            dialog.locator("vaadin-radio-group").filter(new Locator.FilterOptions().setHasText("Value"))
                    .locator("vaadin-radio-button").first().click();
            dialog.locator("vaadin-button[theme~=primary]").click();
            assertThat(second.getByText("Published " + period + ": 32.5 GW")).isVisible();
            assertThat(series(app, SOLAR, "us", "eia").at(period)).get().satisfies(r -> {
                assertThat(r.amount()).isEqualByComparingTo("32.5");
                assertThat(r.note()).isEqualTo("second note");
                assertThat(r.vintage()).isEqualTo(reading.vintage() + 2);
            });
        }
    }

    @Test
    void whatWasTypedComesBackAfterTheServerWasKilled(Browser browser, @TempDir Path folder) {
        try (var server = ServerProcess.start(folder, "--raceboard.admin.user=ada",
                "--raceboard.admin.password=" + DeskPeople.PASSWORD);
                var context = browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(server.address("/").toString()))) {
            var page = context.newPage();
            DeskPeople.signIn(page, "ada", DeskPeople.PASSWORD);
            open(page, SOLAR, "cn:nea");
            page.keyboard().type("321.5");
            field(page, "Note").fill("as far as counted");
            cell(page, "2027", 0).click();
            page.keyboard().type("400");
            page.keyboard().press("Enter");
            assertThat(page.locator(".entry-state")).containsText("Cells: 1");
            DeskPeople.allIsKept(page);
            server.kill();
            field(page, "Note").press("End");
            page.keyboard().type(", and what no server heard");
            page.navigate("about:blank");
            server.startAgain();
            DeskPeople.signIn(page, "ada", DeskPeople.PASSWORD);
            page.navigate("/desk/" + SOLAR);
            assertThat(field(page, "Value")).hasValue("321.5");
            assertThat(field(page, "Note")).hasValue("as far as counted");
            assertThat(cell(page, "2027", 0)).hasText("400");
            assertThat(page.getByText("This is what you had typed and not saved.")).isVisible();
            page.getByText("Put it back").click();
            assertThat(field(page, "Note")).hasValue("as far as counted, and what no server heard");
        }
    }

    private static void signIn(Page page, RunningApp app, String name) {
        DeskPeople.signIn(page, DeskPeople.name(app, name, Role.EDITOR, true), DeskPeople.PASSWORD);
    }

    private static void open(Page page, String indicator, String series) {
        page.navigate("/desk/" + indicator + "?series=" + series);
        page.locator("race-sheet .line .cell").first().waitFor();
        assertThat(field(page, "Value")).isFocused();
    }

    private static Locator field(Page page, String label) {
        return page.locator(".entry-form").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static Locator reasonOf(Page page) {
        return page.locator(".entry-form .reason-field textarea");
    }

    private static Locator cell(Page page, String period, int column) {
        return page.locator("race-sheet [data-key=\"" + period + "\"] [data-column=\"" + column + "\"]");
    }

    /** Types as fingers do; answers how many keys were pressed. */
    private static int type(Page page, String text, String... keys) {
        for (var sign : text.split("")) {
            page.keyboard().type(sign);
        }
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return text.length() + keys.length;
    }

    private static void paste(Page page, String text) {
        page.evaluate("""
                text => {
                    const data = new DataTransfer();
                    data.setData('text/plain', text);
                    document.querySelector('race-sheet').shadowRoot.activeElement.dispatchEvent(
                        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
                }""", text);
    }

    private static Series series(RunningApp app, String indicator, String entity, String estimator) {
        return app.bean(ReadModel.class).indicator(indicator).orElseThrow().series(entity, estimator).orElseThrow();
    }

    private static Series series(RunningApp app, String indicator, Series line) {
        return series(app, indicator, line.entity().slug(), line.estimator().slug());
    }

    /** An indicator with monthly values. */
    private static String monthly(RunningApp app) {
        var board = app.bean(ReadModel.class);
        return board.catalog().indicators().stream().map(i -> i.slug())
                .filter(slug -> board.indicator(slug).orElseThrow().series().stream().findFirst()
                        .filter(s -> s.readings().getLast().period().text().matches("\\d{4}-\\d{2}")).isPresent())
                .findFirst().orElseThrow();
    }
}
