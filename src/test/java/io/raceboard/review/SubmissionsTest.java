package io.raceboard.review;

import static io.raceboard.review.Office.ADMIN;
import static io.raceboard.review.Office.EDITOR;
import static io.raceboard.review.Office.PUBLISHER;
import static io.raceboard.review.Office.REVIEWER;
import static io.raceboard.review.Office.VIEWER;
import static io.raceboard.review.Office.solar;
import static io.raceboard.review.Office.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.access.Person;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.StoreTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may publish, and what becomes of what they may not. */
@StoreTest
class SubmissionsTest {

    private static final Batch CORRECTION = Batch.of(solar("2025", "316"));

    private final Office office;

    SubmissionsTest(Engine engine) {
        office = new Office(engine);
    }

    @Test
    void whoeverMayPublishPublishesAtOnce() {
        for (var who : List.of(PUBLISHER, REVIEWER, ADMIN)) {
            var amount = "32" + who.id();
            assertThat(submit(who, Batch.of(solar("2025", amount)), Wish.PUBLISH))
                    .isInstanceOf(Submission.Published.class);
            assertThat(office.onBoard("2025")).isEqualTo(amount);
        }
        assertThat(office.queries.list(new ProposalFilter(null, null, null, ""), 0, 10)).isEmpty();
    }

    @Test
    void whoeverMayNotPublishIsToldSoAndNothingIsWritten() {
        assertRefused(EDITOR, Wish.PUBLISH, Obstacle.Why.MAY_NOT_PUBLISH);
        for (var wish : Wish.values()) {
            assertRefused(VIEWER, wish, Obstacle.Why.MAY_NOT_ENTER);
        }
    }

    @ParameterizedTest
    @EnumSource(FourEyes.class)
    void theRuleOfTheTopicDecidesWhoMayPublishAlone(FourEyes rule) {
        office.rules.set(ADMIN, "power", rule, 0);
        assertThat(List.of(PUBLISHER, REVIEWER, ADMIN)).allSatisfy(who -> {
            boolean alone = switch (rule) {
                case OFF -> true;
                case EXCEPT_REVIEWERS -> who != PUBLISHER;
                case EXCEPT_ADMINS -> who == ADMIN;
                case ALWAYS -> false;
            };
            var obstacle = office.submissions.mayPublish(who, CORRECTION);
            var submission = submit(who, Batch.of(solar("2025", "40" + who.id())), Wish.PUBLISH);
            if (alone) {
                assertThat(obstacle).isEmpty();
                assertThat(submission).isInstanceOf(Submission.Published.class);
            } else {
                assertThat(obstacle).contains(Obstacle.fourEyes(List.of("power")));
                assertThat(submission).isEqualTo(new Submission.NotAllowed(obstacle.get()));
            }
            assertThat(submit(who, Batch.of(value("compute", "2025", "4" + who.id(), "nea-2025")), Wish.PUBLISH))
                    .isInstanceOf(Submission.Published.class);
        });
    }

    @Test
    void oneTopicOfManyIsEnoughToStandInTheWay() {
        office.rules.set(ADMIN, "chips", FourEyes.ALWAYS, 0);
        assertThat(submit(ADMIN, Batch.of(solar("2026", "1"), value("compute", "2026", "1", "nea-2025")), Wish.PUBLISH))
                .isEqualTo(new Submission.NotAllowed(Obstacle.fourEyes(List.of("chips"))));
        assertThat(office.onBoard("2026")).isEmpty();
    }

    @Test
    void anIndicatorThatMovesTouchesTheTopicThatItLeaves() {
        office.rules.set(ADMIN, "power", FourEyes.ALWAYS, 0);
        var moved = new Batch(List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(Office.indicator("solar", "chips")), List.of(), List.of(), List.of());
        assertThat(submit(ADMIN, moved, Wish.PUBLISH))
                .isEqualTo(new Submission.NotAllowed(Obstacle.fourEyes(List.of("power"))));
    }

    @Test
    void whatAllTopicsShareHasARuleOfItsOwn() {
        office.rules.set(ADMIN, "*", FourEyes.ALWAYS, 0);
        assertThat(submit(ADMIN, Office.of(Office.source("nea-2026", "Statistics of 2026")), Wish.PUBLISH))
                .isEqualTo(new Submission.NotAllowed(Obstacle.fourEyes(List.of("*"))));
        assertThat(submit(ADMIN, CORRECTION, Wish.PUBLISH)).isInstanceOf(Submission.Published.class);
    }

    @Test
    void whatIsAskedForIsKeptOffTheBoard() {
        var proposed = (Submission.Proposed) submit(EDITOR, CORRECTION, Wish.ASK_REVIEW);
        assertThat(proposed.state()).isEqualTo(ProposalState.WAITING);
        assertThat(office.onBoard("2025")).isEqualTo("315");
        assertThat(office.queries.waiting()).isEqualTo(1);
        assertThat(office.told).containsExactly(new QueueChanged(proposed.proposalId()));
        assertThat(office.queries.items(proposed.proposalId(), 0, 10)).singleElement().satisfies(item -> {
            assertThat(item.draft()).isEqualTo(Drafts.seen(solar("2025", "316"), 1));
            assertThat(item.topic()).isEqualTo("power");
            assertThat(item.indicator()).isEqualTo("solar");
        });
    }

    @Test
    void aDraftMayBeIncompleteButDoesNotReachAReviewer() {
        var incomplete = Batch.of(value("solar", "2026", "1", ""));
        assertThat(submit(EDITOR, incomplete, Wish.ASK_REVIEW)).isInstanceOf(Submission.Refused.class);
        var kept = (Submission.Proposed) submit(EDITOR, incomplete, Wish.KEEP_DRAFT);
        assertThat(kept.faults()).extracting(Fault::field, Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("source", "missing"));
        var asked = office.proposals.ask(EDITOR, kept.proposalId(), 1, null);
        assertThat(asked).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.faults()).extracting(Fault::code).containsExactly("missing"));
        assertThat(office.queries.find(kept.proposalId()).orElseThrow()).returns(ProposalState.DRAFT, Proposal::state)
                .returns(1, Proposal::version);
    }

    @Test
    void whatIsFarTooLongIsRefusedEvenAsADraft() {
        var huge = new ObservationDraft("solar", "cn", "nea", "2026", java.math.BigDecimal.ONE, null, null, "actual",
                false, false, "nea-2025", "x".repeat(10_000_000), null);
        assertThat(submit(EDITOR, Batch.of(huge), Wish.KEEP_DRAFT)).isInstanceOfSatisfying(Submission.Refused.class,
                refused -> assertThat(refused.faults()).extracting(Fault::field).containsExactly("note"));
    }

    @Test
    void aFaultyBatchIsRefusedWithAllItsFaults() {
        assertThat(submit(REVIEWER, Batch.of(value("solar", "2026-13", "1", "nobody")), Wish.PUBLISH))
                .isInstanceOfSatisfying(Submission.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::code).containsExactly("no-such-period", "unknown-source"));
    }

    @Test
    void whatIsSurprisingNeedsAReasonBeforeAnybodyElseSeesIt() {
        var values = IntStream.range(2016, 2024).mapToObj(y -> solar("" + y, "" + (200 + y % 2))).toArray(
                ObservationDraft[]::new);
        submit(ADMIN, Batch.of(values), Wish.PUBLISH);
        var slip = Batch.of(solar("2026", "315000"));
        for (var wish : List.of(Wish.PUBLISH, Wish.ASK_REVIEW)) {
            assertThat(office.submissions.submit(REVIEWER, slip, "the desk", " ", wish))
                    .isInstanceOfSatisfying(Submission.NeedsReason.class,
                            asked -> assertThat(asked.surprises()).isNotEmpty());
            assertThat(office.onBoard("2026")).isEmpty();
        }
        assertThat(office.queries.waiting()).isZero();
        assertThat(submit(REVIEWER, slip, Wish.ASK_REVIEW)).isInstanceOf(Submission.Proposed.class);
    }

    @Test
    void whatTheBoardSaysAlreadyChangesNothing() {
        assertThat(submit(PUBLISHER, Batch.of(solar("2025", "315.0")), Wish.PUBLISH))
                .isInstanceOf(Submission.Unchanged.class);
    }

    @Test
    void aLargeImportIsKeptRowByRow() {
        var rows = IntStream.range(0, 20_000)
                .mapToObj(i -> solar(java.time.LocalDate.of(1960, 1, 1).plusDays(i).toString(), String.valueOf(i)))
                .toArray(ObservationDraft[]::new);
        var kept = (Submission.Proposed) submit(EDITOR, Batch.of(rows), Wish.ASK_REVIEW);
        assertThat(office.queries.items(kept.proposalId(), 19_990, 50)).hasSize(10)
                .last().extracting(ProposalItem::draft).isEqualTo(Drafts.seen(rows[19_999], 0));
        assertThat(office.proposals.accept(REVIEWER, kept.proposalId(), 1, Selection.all(), null))
                .isInstanceOf(Decision.Done.class);
        assertThat(office.onBoard("1960-01-03")).isEqualTo("2");
        assertThat(office.queries.find(kept.proposalId()).orElseThrow().state()).isEqualTo(ProposalState.ACCEPTED);
    }

    private Submission submit(Person who, Batch batch, Wish wish) {
        return office.submissions.submit(who, batch, "the desk", "as published", wish);
    }

    private void assertRefused(Person who, Wish wish, Obstacle.Why why) {
        assertThat(submit(who, CORRECTION, wish)).isEqualTo(new Submission.NotAllowed(Obstacle.of(why)));
        assertThat(office.onBoard("2025")).isEqualTo("315");
        assertThat(office.queries.list(new ProposalFilter(null, null, null, ""), 0, 10)).isEmpty();
    }
}
