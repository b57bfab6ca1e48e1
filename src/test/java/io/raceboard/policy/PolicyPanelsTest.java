package io.raceboard.policy;

import static io.raceboard.policy.Acts.CHINESE;
import static io.raceboard.policy.Acts.ENGLISH;
import static io.raceboard.policy.Acts.TODAY;
import static io.raceboard.policy.Acts.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.policy.PolicyEvent.Category;
import io.raceboard.policy.PolicyEvent.Direction;
import io.raceboard.policy.PolicyEvent.Status;
import io.raceboard.policy.PolicyPanel.Moves;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of the overview's policy panel. */
class PolicyPanelsTest {

    private final List<PolicyEvent> events = List.of(
            act("chip-rule", "2022-10-07", null, Status.IN_FORCE),
            act("listing", "2025-09-16", null, Status.IN_FORCE),
            act("diffusion", "2025-01-15", "2025-05-13", Status.RESCINDED),
            act("pause", "2025-11-10", "2026-11-09", Status.IN_FORCE, Category.EXPORT_CONTROL, Direction.LOOSEN, "us"),
            act("case-by-case", "2026-01-15", null, Status.IN_FORCE, Category.EXPORT_CONTROL, Direction.LOOSEN, "us"),
            act("reactors", "2026-02-01", null, Status.COMPLETED, Category.ENERGY, Direction.LOOSEN, "us"),
            act("bill", "2026-03-01", null, Status.PROPOSED),
            act("gallium", "2023-07-03", null, Status.IN_FORCE, Category.TRADE_RETALIATION, Direction.TIGHTEN, "cn"),
            act("model", "2026-10-01", null, Status.COMPLETED, Category.MODEL_RELEASE, Direction.NEUTRAL, "cn"),
            act("truce", "2026-09-24", "2027-01-10", Status.IN_FORCE, Category.INTERNATIONAL, Direction.NEUTRAL, "us",
                    "cn"),
            act("duties", "2026-12-02", null, Status.ANNOUNCED, Category.REGULATION, Direction.TIGHTEN, "eu"));
    private final PolicyPanel panel = PolicyPanels.panel(events, TODAY, ENGLISH);

    @Test
    void onlyStricterTradeRulesInForceAreControls() {
        assertThat(panel.controlsUs()).isEqualTo(2);
        assertThat(panel.controlsChina()).isEqualTo(1);
    }

    @Test
    void movesAreActsOfTheLastTwelveMonthsThatTookEffect() {
        assertThat(panel.movesUs()).isEqualTo(new Moves(0, 2));
        assertThat(panel.movesChina()).isEqualTo(new Moves(0, 0));
    }

    @Test
    void theSentenceCarriesTheCountsAndSaysWhichWayTheUsMoved() {
        assertThat(panel.headline()).isEqualTo("The US has 2 trade controls in force, China 1; "
                + "over the past year the US loosened more often (2) than it tightened (0)");
        assertThat(PolicyPanels.headline(1, 0, new Moves(3, 2), ENGLISH)).contains("1 trade control in force", "China 0",
                "tightened more often (3) than it loosened (2)");
        assertThat(PolicyPanels.headline(2, 2, new Moves(1, 1), ENGLISH)).contains("as often as it loosened (1)");
        assertThat(PolicyPanels.panel(events, TODAY, CHINESE).headline()).contains("2项", "1项", "（2次）", "（0次）");
    }

    @Test
    void theNearestFixedDateComesFirst() {
        assertThat(panel.next()).isNotNull();
        assertThat(panel.next().left()).isEqualTo("in 10 days");
        assertThat(panel.next().date()).isEqualTo("begins 2 Dec 2026");
        assertThat(Coming.after(TODAY, events)).extracting(coming -> coming.event().slug(), Coming::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("duties", Coming.Kind.STARTS),
                        org.assertj.core.groups.Tuple.tuple("truce", Coming.Kind.ENDS));
    }

    @Test
    void theLatestActsAreNeitherReleasesNorInTheFuture() {
        assertThat(panel.latest()).extracting(PolicyPanel.Act::slug)
                .containsExactly("truce", "bill", "reactors", "case-by-case");
        assertThat(panel.newest()).isEqualTo("24 Sep 2026");
    }

    @Test
    void theDrawingCountsWhatItDraws() {
        assertThat(panel.drawing().lanes()).extracting(lane -> lane.code() + ": " + lane.counts())
                .containsExactly("us: 6 acts, 3 in force today", "china: 1 act, 1 in force today");
    }

    @Test
    void withoutEventsThePanelSaysZeroAndDoesNotBreak() {
        var empty = PolicyPanels.panel(List.of(), TODAY, ENGLISH);

        assertThat(empty.headline()).contains("0 trade controls", "China 0");
        assertThat(empty.next()).isNull();
        assertThat(empty.drawing().lanes()).isEmpty();
    }
}
