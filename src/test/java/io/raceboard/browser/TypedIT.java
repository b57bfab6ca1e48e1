package io.raceboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.raceboard.Raceboard;
import io.raceboard.access.Accounts;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.catalog.Lang;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.live.ReadModel;
import io.raceboard.review.Submission;
import io.raceboard.review.Submissions;
import io.raceboard.review.Wish;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** The server is killed while somebody types: what was typed comes back. */
@BrowserTest
class TypedIT {

    private static final Person HOST = new Person(0, "host", "Host", Role.ADMIN, true, Lang.EN);
    private static final String NAME = "rae";

    @TempDir
    private static Path folder;
    private static ServerProcess server;
    private static long proposal;

    @BeforeAll
    static void startWithAProposal() {
        try (var app = SpringApplication.run(Raceboard.class, "--server.port=0", "--vaadin.productionMode=true",
                "--spring.datasource.url=jdbc:h2:file:" + folder.toAbsolutePath().resolve("raceboard")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")) {
            var accounts = app.getBean(Accounts.class);
            accounts.choosePassword(accounts.invite(HOST, "", NAME, "Rae", Role.REVIEWER, true, Lang.EN),
                    DeskPeople.PASSWORD, "");
            var series = app.getBean(ReadModel.class).indicator("capacity-additions-solar").orElseThrow()
                    .preferred("cn").orElseThrow();
            var now = series.at("2025").orElseThrow();
            var draft = new ObservationDraft("capacity-additions-solar", "cn", series.estimator().slug(), "2025",
                    new BigDecimal("316"), null, null, "actual", false, false, now.source(), null, now.vintage());
            proposal = ((Submission.Proposed) app.getBean(Submissions.class).submit(HOST, Batch.of(draft), "test",
                    "as published", Wish.ASK_REVIEW)).proposalId();
        }
        server = ServerProcess.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatWasTypedWhenTheServerWasKilledComesBack(Page page, PageFaults faults) {
        faults.expect("WebSocket");
        faults.expect("answer 50");
        // on a slow machine the old page's heartbeat reaches the new server, which does not know it
        faults.expect("answer 403");
        faults.expect("Failed to load resource");
        signIn(page);
        page.navigate(server.address("/desk/review/" + proposal).toString());
        page.getByLabel("Comment").pressSequentially("Their table says 315, footnote 3; 三百一十五");
        assertThat(page.locator(".keeps-typed")).containsText("is kept");
        DeskPeople.allIsKept(page);

        server.kill();
        server.startAgain();
        // the open page finds its session gone and asks for the password
        page.locator("#username").waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(120_000));
        signIn(page);
        page.navigate(server.address("/desk").toString());
        assertThat(page.locator("desk-frame main")).containsText("You were typing",
                new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        page.locator(".typed-list a").first().click();
        assertThat(page.getByLabel("Comment")).hasValue("Their table says 315, footnote 3; 三百一十五");
        assertThat(page.locator(".keeps-typed")).containsText("What you had typed is back");
        page.locator(".keeps-typed vaadin-button").click();
        assertThat(page.getByLabel("Comment")).hasValue("");
        page.navigate(server.address("/desk").toString());
        assertThat(page.locator("desk-frame main h1")).isVisible();
        assertThat(page.locator("desk-frame main")).not().containsText("You were typing");
    }

    private static void signIn(Page page) {
        page.navigate(server.address("/login").toString());
        page.locator("#username").fill(NAME);
        page.locator("#password").fill(DeskPeople.PASSWORD);
        page.locator("form button[type=submit]").click();
        page.locator("desk-frame main h1").first().waitFor();
    }
}
