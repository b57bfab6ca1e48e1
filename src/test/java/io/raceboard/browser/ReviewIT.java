package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.live.ReadModel;
import io.raceboard.review.FourEyes;
import io.raceboard.review.Submission;
import io.raceboard.review.Submissions;
import io.raceboard.review.TopicRules;
import io.raceboard.review.Wish;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A proposal between its author and a reviewer, each in a browser of their own. */
@BrowserTest
class ReviewIT {

    private static final String SOLAR = "capacity-additions-solar";

    @Test
    void whatAnEditorProposesReachesTheReviewerAndInPartTheBoard(Page page, Browser browser, RunningApp app) {
        DeskPeople.signIn(page, app, Role.REVIEWER);
        var number = page.locator(".desk-menu a[href='desk/review'] .desk-number");
        var waitingBefore = number.innerText();
        long id = propose(app, DeskPeople.person(app, Role.EDITOR), "because the source says so",
                value(app, "2024", "291"), value(app, "2025", "333"));
        assertThat(number).not().hasText(waitingBefore);
        number.click();
        page.locator(".proposal-card a[href='desk/review/" + id + "']").click();
        assertThat(page.locator(".review .badge").first()).hasText("Waiting for review");
        assertThat(page.locator(".differences").first()).containsText("291");
        assertThat(page.locator(".draft-chart .wide .draft-ring")).hasCount(2);
        assertThat(page.locator(".draft-chart .wide .draft-before")).hasCount(2);
        assertThat(page.locator(".draft-chart .wide")).containsText("DRAFT");

        try (var readers = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(app.address("/").toString()));
                var before = SavedChange.keep(app, SOLAR, "cn", "2025")) {
            var reader = LivePage.open(readers.newPage(), "/");
            assertThat(reader.locator("#h-power-1")).containsText("315 GW");
            page.getByLabel(Pattern.compile("^Choose .*2025$")).check();
            button(page, "Accept chosen (1)").click();
            assertThat(reader.locator("#h-power-1")).containsText("333 GW");
            assertThat(page.locator(".item-accepted")).hasCount(1);
            assertThat(button(page, "Accept the rest")).isVisible();
            page.getByLabel("Comment").fill("2024 stays");
            button(page, "Discard").click();
            assertThat(page.locator(".review .badge").first()).hasText("Accepted in part");
            assertThat(page.locator(".review-history")).containsText("2024 stays");
        }
        assertThat(amount(app, "2024")).isEqualByComparingTo("277.979");
    }

    @Test
    void fourEyesRefusesOnesOwnApprovalInWords(Page page, RunningApp app) {
        var rules = TopicRules.set(app, "power", FourEyes.ALWAYS);
        try (rules) {
            var me = DeskPeople.person(app, Role.REVIEWER);
            long id = propose(app, me, "mine", value(app, "2025", "334"));
            DeskPeople.signIn(page, app, Role.REVIEWER);
            page.navigate("/desk/review/" + id);
            button(page, "Accept all").click();
            assertThat(page.locator(".refusal")).containsText("Power: this needs a second person");
            assertThat(amount(app, "2025")).isEqualByComparingTo("315.07");
            button(page, "Discard").click();
            assertThat(page.locator(".review .badge").first()).hasText("Discarded");
        }
    }

    @Test
    void whoeverDecidesOnAnOlderVersionIsToldAndKeepsWhatWasTyped(Page page, BrowserContext context, RunningApp app,
            Browser browser) {
        long id = propose(app, DeskPeople.person(app, Role.EDITOR), "as published", value(app, "2025", "335"));
        DeskPeople.signIn(page, app, Role.REVIEWER);
        page.navigate("/desk/review/" + id);
        page.getByLabel("Comment").fill("half a thought");
        try (var other = browser.newContext(new Browser.NewContextOptions().setBaseURL(app.address("/").toString()))) {
            var author = other.newPage();
            DeskPeople.signIn(author, app, Role.EDITOR);
            author.navigate("/desk/review/" + id);
            assertThat(author.locator(".presence")).containsText("test-reviewer");
            button(author, "Edit").click();
            author.locator(".item-editor, vaadin-dialog").getByLabel("Value").fill("336");
            button(author, "Keep this").click();
            assertThat(author.locator(".differences")).containsText("336");
            assertThat(page.locator(".review-news")).containsText("has been changed while you had it open");
            button(page, "Accept all").click();
            assertThat(page.locator(".review-news")).isVisible();
            assertThat(page.getByLabel("Comment")).hasValue("half a thought");
            button(page, "Show it as it is now").click();
            assertThat(page.locator(".differences")).containsText("336");
            // What was clicked before is done by now.
            assertThat(amount(app, "2025")).isEqualByComparingTo("315.07");
            assertThat(page.getByLabel("Comment")).hasValue("half a thought");
            button(page, "Discard").click();
            assertThat(page.locator(".review .badge").first()).hasText("Discarded");
        }
    }

    @Test
    void whatWasChangedMeanwhileIsOnlyReplacedByAReviewerWhoSaysSo(Page page, RunningApp app) {
        long id = propose(app, DeskPeople.person(app, Role.EDITOR), "as published", value(app, "2025", "337"));
        try (var change = SavedChange.save(app, SOLAR, "cn", "2025", "338")) {
            DeskPeople.signIn(page, app, Role.REVIEWER);
            page.navigate("/desk/review/" + id);
            var row = page.locator(".differences tr.clash");
            assertThat(row).containsText("315");
            assertThat(row).containsText("338");
            assertThat(row).containsText("337");
            button(page, "Accept all").click();
            assertThat(page.locator(".item-card .faults")).containsText("changed this meanwhile");
            assertThat(amount(app, "2025")).isEqualByComparingTo("338");
            page.getByLabel("I have seen the newer version; replace it").check();
            button(page, "Accept all").click();
            assertThat(page.locator(".review .badge").first()).hasText("Accepted");
            assertThat(amount(app, "2025")).isEqualByComparingTo("337");
        }
    }

    @Test
    void twoAdministratorsNeverOverwriteEachOthersRule(Page page, Browser browser, RunningApp app) {
        try (var rules = TopicRules.set(app, "chips", FourEyes.OFF);
                var other = browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(app.address("/").toString()))) {
            DeskPeople.signIn(page, app, Role.ADMIN);
            page.navigate("/desk/settings");
            var second = other.newPage();
            DeskPeople.signIn(second, DeskPeople.name(app, "test-admin-two", Role.ADMIN, true), DeskPeople.PASSWORD);
            second.navigate("/desk/settings");
            assertThat(rule(second, "Chips")).isVisible();
            choose(page, "Chips", "A second person, except for reviewers");
            button(page, "Save the rule of Chips").click();
            assertThat(rule(page, "Chips")).containsText("Changed by test-admin");
            choose(second, "Chips", "Always a second person");
            button(second, "Save the rule of Chips").click();
            var conflict = second.getByRole(AriaRole.DIALOG);
            assertThat(conflict).containsText("test-admin has saved this while you had it open");
            assertThat(conflict).containsText("Mine: Always a second person");
            assertThat(conflict).containsText("Theirs: A second person, except for reviewers");
            assertThat(conflict).containsText("Was when you opened it: Whoever may publish does");
            button(second, "Back to what I typed").click();
            assertThat(rule(second, "Chips")).containsText("Always a second person");
            button(second, "Save the rule of Chips").click();
            second.getByLabel("Mine: Always a second person").check();
            button(second, "Go on with these").click();
            assertThat(rule(second, "Chips")).containsText("Changed by test-admin-two");
        }
    }

    private static Locator rule(Page page, String topic) {
        return page.locator(".rule").filter(new Locator.FilterOptions().setHas(page.locator("vaadin-select")))
                .filter(new Locator.FilterOptions().setHasText(topic)).first();
    }

    private static void choose(Page page, String topic, String rule) {
        rule(page, topic).locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(rule).setExact(true)).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static long propose(RunningApp app, Person who, String reason, ObservationDraft... values) {
        var made = app.bean(Submissions.class).submit(who, Batch.of(values), "browser test", reason, Wish.ASK_REVIEW);
        return ((Submission.Proposed) made).proposalId();
    }

    /** China's solar additions as the board counts them, with another amount. */
    static ObservationDraft value(RunningApp app, String period, String amount) {
        var series = app.bean(ReadModel.class).indicator(SOLAR).orElseThrow().preferred("cn").orElseThrow();
        var now = series.at(period).orElseThrow();
        return new ObservationDraft(SOLAR, "cn", series.estimator().slug(), period, new BigDecimal(amount), now.low(),
                now.high(), now.status().code(), now.partial(), false, now.source(), now.note(), now.vintage());
    }

    private static BigDecimal amount(RunningApp app, String period) {
        return app.bean(ReadModel.class).indicator(SOLAR).orElseThrow().preferred("cn").orElseThrow().at(period)
                .orElseThrow().amount();
    }
}
