package io.raceboard.review;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.review.Office.ADMIN;
import static io.raceboard.review.Office.EDITOR;
import static io.raceboard.review.Office.PUBLISHER;
import static io.raceboard.review.Office.REVIEWER;
import static io.raceboard.review.Office.VIEWER;
import static io.raceboard.review.Office.solar;
import static io.raceboard.review.Office.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raceboard.access.Person;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.AtOnce;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.RecordKey;
import io.raceboard.ledger.StoreTest;
import io.raceboard.review.Obstacle.Why;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A proposal on its way: accepted in whole or in part, sent back, edited, withdrawn; by whom, and never blindly. */
@StoreTest
@Timeout(120)
class ProposalsTest {

    private final Office office;

    ProposalsTest(Engine engine) {
        office = new Office(engine);
    }

    @Test
    void acceptedInWholeItIsOneChangeThatNamesAuthorAndReviewer() {
        long id = asked(solar("2025", "316"), solar("2026", "1"));
        var done = (Decision.Done) accept(REVIEWER, id, 1, Selection.all());
        assertThat(office.onBoard("2025")).isEqualTo("316");
        assertThat(office.onBoard("2026")).isEqualTo("1");
        assertThat(done.proposal()).returns(ProposalState.ACCEPTED, Proposal::state).returns("Rae", Proposal::decidedBy)
                .returns(0, Proposal::open);
        var change = office.sql().selectFrom(CHANGE).where(CHANGE.ID.eq(done.changeId().getAsLong())).fetchSingle();
        assertThat(change.getActor()).isEqualTo("ed, reviewed by rae");
        assertThat(change.getReason()).isEqualTo("as published");
        assertThat(office.queries.items(id, 0, 10)).allSatisfy(item -> {
            assertThat(item.state()).isEqualTo(ProposalItem.State.ACCEPTED);
            assertThat(item.changeId()).isEqualTo(change.getId());
        });
    }

    @Test
    void acceptedInPartTheRestStaysBeforeTheReviewer() {
        long id = asked(solar("2025", "316"), solar("2026", "1"));
        var part = (Decision.Done) accept(REVIEWER, id, 1, Selection.of(Set.of(1)));
        assertThat(office.onBoard("2025")).isEqualTo("315");
        assertThat(office.onBoard("2026")).isEqualTo("1");
        assertThat(part.proposal()).returns(ProposalState.WAITING, Proposal::state).returns(1, Proposal::open);
        var rest = (Decision.Done) office.proposals.discard(REVIEWER, id, 2, "not yet");
        assertThat(rest.proposal().state()).isEqualTo(ProposalState.ACCEPTED_IN_PART);
        assertThat(office.onBoard("2025")).isEqualTo("315");
        assertThat(office.queries.comments(id)).extracting(ProposalComment::deed)
                .containsExactly("asked", "accepted-part", "discarded");
        assertThat(office.log).containsExactly("ed asked", "rae accepted-part", "rae discarded");
    }

    @Test
    void aPartThatNeedsAnotherIsRefusedWithTheReason() {
        long id = submitted(EDITOR, Office.of(List.of(Office.source("nea-2026", "Statistics of 2026")),
                value("solar", "2026", "1", "nea-2026")));
        assertThat(accept(REVIEWER, id, 1, Selection.of(Set.of(1)))).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.faults()).extracting(Fault::code).containsExactly("unknown-source"));
        assertThat(office.queries.find(id).orElseThrow()).returns(1, Proposal::version).returns(2, Proposal::open);
        assertThat(accept(REVIEWER, id, 1, Selection.all())).isInstanceOf(Decision.Done.class);
    }

    @Test
    void sentBackItCanBeEditedAndAskedForAgain() {
        long id = asked(solar("2025", "361"));
        assertThat(office.proposals.sendBack(REVIEWER, id, 1, "mistyped?")).isInstanceOf(Decision.Done.class);
        assertThat(accept(REVIEWER, id, 2, Selection.all()))
                .isEqualTo(new Decision.NotAllowed(Obstacle.of(Why.NOT_IN_THIS_STATE)));
        assertThat(office.proposals.revise(EDITOR, id, 2, 0, solar("2025", "316"))).isInstanceOf(Decision.Done.class);
        assertThat(office.proposals.ask(EDITOR, id, 3, "yes")).isInstanceOf(Decision.Done.class);
        assertThat(accept(REVIEWER, id, 4, Selection.all())).isInstanceOf(Decision.Done.class);
        assertThat(office.onBoard("2025")).isEqualTo("316");
        assertThat(office.queries.comments(id)).extracting(ProposalComment::person, ProposalComment::deed,
                        ProposalComment::said)
                .contains(org.assertj.core.groups.Tuple.tuple("Rae", "sent-back", "mistyped?"),
                        org.assertj.core.groups.Tuple.tuple("Ed", "edited", "solar/cn/nea/2025"));
    }

    @Test
    void whatWasChangedMeanwhileIsNotReplacedUnlessTheReviewerHasSeenIt() {
        long id = asked(solar("2025", "316"));
        publish(solar("2025", "317"));
        var difference = difference(id, 0);
        assertThat(difference.changedMeanwhile()).isTrue();
        assertThat(difference.parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("value");
            assertThat(List.of(part.base(), part.now(), part.proposed())).map(n -> ((BigDecimal) n).intValueExact())
                    .containsExactly(315, 317, 316);
            assertThat(part.clashes()).isTrue();
        });
        assertThat(accept(REVIEWER, id, 1, Selection.all())).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.faults()).extracting(Fault::code).containsExactly("changed-meanwhile"));
        assertThat(office.onBoard("2025")).isEqualTo("317");
        var seen = new Selection(Optional.empty(), Map.of(0, difference.now()));
        assertThat(accept(REVIEWER, id, 1, seen)).isInstanceOf(Decision.Done.class);
        assertThat(office.onBoard("2025")).isEqualTo("316");
    }

    @Test
    void aRecordChangedMeanwhileIsNotReplacedEither() {
        long id = submitted(EDITOR, Office.of(Office.source("nea-2025", "Statistics, corrected")));
        office.submissions.submit(REVIEWER, Office.of(Office.source("nea-2025", "Statistics, final")), "desk", null,
                Wish.PUBLISH);
        assertThat(accept(REVIEWER, id, 1, Selection.all())).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.faults()).extracting(Fault::code).containsExactly("changed-meanwhile"));
        var difference = difference(id, 0);
        assertThat(difference.parts()).singleElement().extracting(Difference.Part::name, Difference.Part::base,
                        Difference.Part::now, Difference.Part::proposed)
                .containsExactly("title", "Statistics of 2025", "Statistics, final", "Statistics, corrected");
        assertThat(accept(REVIEWER, id, 1, new Selection(Optional.empty(), Map.of(0, difference.now()))))
                .isInstanceOf(Decision.Done.class);
    }

    @Test
    void whatTheBoardSaysAlreadyIsAcceptedWithoutAChange() {
        long id = asked(solar("2025", "316"));
        publish(solar("2025", "316"));
        assertThat(difference(id, 0).inStoreAlready()).isTrue();
        assertThat(accept(REVIEWER, id, 1, Selection.all())).isInstanceOfSatisfying(Decision.Done.class, done -> {
            assertThat(done.changeId()).isEmpty();
            assertThat(done.proposal().state()).isEqualTo(ProposalState.ACCEPTED);
        });
    }

    @Test
    void aProposalFollowsARecordThatWasRenamedMeanwhile() {
        long id = asked(solar("2025", "316"));
        assertThat(office.ledger.rename(new RecordKey(Fault.Kind.INDICATOR, "solar"), 1, "solar-added",
                new Act(Act.Kind.RENAME, "zoe", "desk", null)).faults()).isEmpty();
        assertThat(difference(id, 0).changedMeanwhile()).isFalse();
        assertThat(difference(id, 0).parts()).extracting(Difference.Part::name).containsExactly("value");
        assertThat(accept(REVIEWER, id, 1, Selection.all())).isInstanceOf(Decision.Done.class);
        assertThat(office.onBoard("2025")).isEqualTo("316");
    }

    @Test
    void aCommentThatIsTooLongIsRefusedBeforeAnythingIsDone() {
        long id = asked(solar("2025", "316"));
        var long2001 = "x".repeat(2001);
        assertThat(List.of(office.proposals.accept(REVIEWER, id, 1, Selection.all(), long2001),
                office.proposals.sendBack(REVIEWER, id, 1, long2001), office.proposals.say(EDITOR, id, long2001)))
                .allSatisfy(decision -> assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class,
                        refused -> assertThat(refused.faults()).extracting(Fault::code).containsExactly("too-long")));
        assertThat(office.onBoard("2025")).isEqualTo("315");
        assertThat(office.queries.find(id).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatIsCancelledBeforeItIsWrittenLeavesTheProposalAsItWas() {
        long id = asked(solar("2025", "316"));
        for (int letThrough : List.of(0, 1)) {
            var asked = new java.util.concurrent.atomic.AtomicInteger();
            assertThatThrownBy(() -> office.proposals.accept(REVIEWER, id, 1, Selection.all(), null, () -> {
                if (asked.getAndIncrement() == letThrough) {
                    throw new CancellationException();
                }
            })).isInstanceOf(CancellationException.class);
        }
        assertThat(office.onBoard("2025")).isEqualTo("315");
        assertThat(accept(REVIEWER, id, 1, Selection.all())).isInstanceOf(Decision.Done.class);
    }

    @Test
    void onlyReviewersDecide() {
        long id = asked(solar("2025", "316"));
        for (var who : List.of(VIEWER, EDITOR, PUBLISHER)) {
            assertNotAllowed(accept(who, id, 1, Selection.all()), Why.MAY_NOT_REVIEW);
            assertNotAllowed(office.proposals.sendBack(who, id, 1, "no"), Why.MAY_NOT_REVIEW);
        }
        assertNotAllowed(office.proposals.discard(VIEWER, id, 1, "no"), Why.MAY_NOT_REVIEW);
        assertNotAllowed(office.proposals.say(VIEWER, id, "no"), Why.MAY_NOT_ENTER);
        assertThat(office.onBoard("2025")).isEqualTo("315");
    }

    @Test
    void onlyTheAuthorEditsAndAsks() {
        long id = asked(solar("2025", "316"));
        for (var who : List.of(PUBLISHER, REVIEWER, ADMIN)) {
            assertNotAllowed(office.proposals.revise(who, id, 1, 0, solar("2025", "1")), Why.NOT_THE_AUTHOR);
            assertNotAllowed(office.proposals.remove(who, id, 1, 0), Why.NOT_THE_AUTHOR);
            assertNotAllowed(office.proposals.takeBack(who, id, 1), Why.NOT_THE_AUTHOR);
        }
        assertThat(office.proposals.takeBack(EDITOR, id, 1)).isInstanceOf(Decision.Done.class);
        assertNotAllowed(office.proposals.ask(REVIEWER, id, 2, null), Why.NOT_THE_AUTHOR);
        assertNotAllowed(office.proposals.discard(REVIEWER, id, 2, null), Why.NOT_THE_AUTHOR);
        assertThat(office.proposals.discard(EDITOR, id, 2, null)).isInstanceOf(Decision.Done.class);
    }

    @Test
    void fourEyesRefusesOnesOwnApproval() {
        office.rules.set(ADMIN, "power", FourEyes.EXCEPT_ADMINS, 0);
        long own = submitted(REVIEWER, Batch.of(solar("2025", "316")));
        assertThat(accept(REVIEWER, own, 1, Selection.all()))
                .isEqualTo(new Decision.NotAllowed(Obstacle.fourEyes(List.of("power"))));
        assertThat(office.onBoard("2025")).isEqualTo("315");
        assertThat(office.queries.find(own).orElseThrow().version()).isEqualTo(1);
        long ofAnAdmin = submitted(ADMIN, Batch.of(solar("2026", "1")));
        assertThat(accept(ADMIN, ofAnAdmin, 1, Selection.all())).isInstanceOf(Decision.Done.class);
        assertThat(accept(ADMIN, own, 1, Selection.all())).isInstanceOf(Decision.Done.class);
    }

    @Test
    void whoeverLookedAtAnOlderVersionIsToldAndChangesNothing() {
        long id = asked(solar("2025", "316"));
        office.proposals.revise(EDITOR, id, 1, 0, solar("2025", "999"));
        assertThat(accept(REVIEWER, id, 1, Selection.all())).isInstanceOfSatisfying(Decision.Stale.class,
                stale -> assertThat(stale.now().version()).isEqualTo(2));
        assertThat(office.onBoard("2025")).isEqualTo("315");
    }

    @Test
    void ofTwoReviewersAtTheSameTimeOneDecides() {
        long id = asked(solar("2025", "316"));
        var both = AtOnce.all(Stream.of(REVIEWER, ADMIN).<Callable<Decision>>map(
                who -> () -> accept(who, id, 1, Selection.all())).toList());
        assertThat(both).filteredOn(Decision.Done.class::isInstance).hasSize(1);
        assertThat(both).filteredOn(Decision.Stale.class::isInstance).hasSize(1);
        assertThat(office.sql().fetchCount(CHANGE)).isEqualTo(3);
    }

    @Test
    void theListIsFilteredAndPagedInTheStoreWithWhatWaitsFirst() {
        long draft = ((Submission.Proposed) office.submissions.submit(EDITOR, Batch.of(solar("2027", "1")), "desk",
                null, Wish.KEEP_DRAFT)).proposalId();
        long waiting = asked(solar("2025", "316"));
        long chips = submitted(PUBLISHER, Batch.of(value("compute", "2025", "4", "nea-2025")));
        assertThat(ids(new ProposalFilter(null, null, null, ""))).containsExactly(chips, waiting, draft);
        assertThat(ids(new ProposalFilter(ProposalState.DRAFT, null, null, ""))).containsExactly(draft);
        assertThat(ids(new ProposalFilter(null, EDITOR.id(), null, ""))).containsExactly(waiting, draft);
        assertThat(ids(new ProposalFilter(null, null, "chips", ""))).containsExactly(chips);
        assertThat(ids(new ProposalFilter(null, null, null, "SOLAR/cn"))).containsExactly(waiting, draft);
        assertThat(ids(new ProposalFilter(null, null, null, "pia"))).containsExactly(chips);
        assertThat(office.queries.list(new ProposalFilter(null, null, null, ""), 1, 1)).extracting(Proposal::id)
                .containsExactly(waiting);
    }

    @Test
    void aRuleIsSetByAdministratorsOnlyAndNeverOverSomebodyElses() {
        assertThat(office.rules.set(REVIEWER, "power", FourEyes.ALWAYS, 0))
                .isEqualTo(new RuleChange.NotAllowed(Obstacle.of(Why.MAY_NOT_ADMINISTER)));
        assertThat(office.rules.set(ADMIN, "power", FourEyes.ALWAYS, 0)).isInstanceOf(RuleChange.Saved.class);
        assertThat(office.rules.set(ADMIN, "power", FourEyes.OFF, 0)).isInstanceOfSatisfying(RuleChange.Stale.class,
                stale -> assertThat(stale.now()).returns(FourEyes.ALWAYS, Rule::fourEyes).returns(1, Rule::version));
        assertThat(office.rules.set(ADMIN, "power", FourEyes.OFF, 1)).isInstanceOf(RuleChange.Saved.class);
        assertThat(office.log).containsExactly("ada power off>always", "ada power always>off");
        assertThat(office.rules.of(List.of("power", "chips"))).extracting(Rule::fourEyes, Rule::version)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(FourEyes.OFF, 2),
                        org.assertj.core.groups.Tuple.tuple(FourEyes.OFF, 0));
    }

    private List<Long> ids(ProposalFilter filter) {
        return office.queries.list(filter, 0, 10).stream().map(Proposal::id).toList();
    }

    private Difference difference(long id, int position) {
        return office.queries.differences(List.of(office.queries.item(id, position).orElseThrow())).getFirst();
    }

    private long asked(io.raceboard.ledger.ObservationDraft... values) {
        return submitted(EDITOR, Batch.of(values));
    }

    private long submitted(Person who, Batch batch) {
        return ((Submission.Proposed) office.submissions.submit(who, batch, "the desk", "as published",
                Wish.ASK_REVIEW)).proposalId();
    }

    private void publish(io.raceboard.ledger.ObservationDraft value) {
        assertThat(office.ledger.save(Batch.of(value), new Act(Act.Kind.EDIT, "Zoe", "desk", null)).faults())
                .isEmpty();
    }

    private Decision accept(Person who, long id, int version, Selection selection) {
        return office.proposals.accept(who, id, version, selection, null);
    }

    private static void assertNotAllowed(Decision decision, Why why) {
        assertThat(decision).isEqualTo(new Decision.NotAllowed(Obstacle.of(why)));
    }
}
