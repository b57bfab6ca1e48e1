package io.raceboard.policy;

import static io.raceboard.policy.Acts.TODAY;
import static io.raceboard.policy.Acts.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Address;
import io.raceboard.policy.PolicyEvent.Category;
import io.raceboard.policy.PolicyEvent.Direction;
import io.raceboard.policy.PolicyEvent.Status;
import io.raceboard.policy.TimelineView.Ignored;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an address asks of the timeline. */
class TimelineViewTest {

    private static final Window ALL = new Window(YearMonth.parse("2017-06"), YearMonth.parse("2028-08"));

    private final PolicyEvent chips = act("chips", "2022-10-07", null, Status.IN_FORCE);
    private final PolicyEvent gallium = act("gallium", "2024-12-03", "2025-11-09", Status.BLOCKED,
            Category.TRADE_RETALIATION, Direction.TIGHTEN, "cn");
    private final PolicyEvent summit = act("summit", "2026-09-24", null, Status.COMPLETED, Category.INTERNATIONAL,
            Direction.NEUTRAL, "us", "cn");

    @Test
    void withoutParametersEverythingMatches() {
        var view = view(Map.of());

        assertThat(view.address().href()).isEqualTo("/policy");
        assertThat(view.filtered()).isFalse();
        assertThat(view.drawn(TODAY)).hasToString("2023-12..2027-05");
        assertThat(view.matches(chips, TODAY) && view.matches(gallium, TODAY)).isTrue();
    }

    @Test
    void filtersCombineAndTakeSeveralValues() {
        var view = view(Map.of("jurisdiction", "cn", "category", "trade-retaliation,international"));

        assertThat(view.matches(chips, TODAY)).isFalse();
        assertThat(view.matches(gallium, TODAY)).isTrue();
        assertThat(view.matches(summit, TODAY)).isTrue();
        assertThat(view(Map.of("status", "blocked")).matches(gallium, TODAY)).isTrue();
        assertThat(view(Map.of("status", "in-force")).matches(gallium, TODAY)).isFalse();
    }

    @Test
    void aTimeShowsWhatHappenedOrWasInForceThen() {
        var view = view(Map.of("time", "2025"));

        assertThat(view.time()).hasToString("2025-01..2025-12");
        assertThat(view.matches(chips, TODAY)).as("in force all through 2025").isTrue();
        assertThat(view.matches(summit, TODAY)).isFalse();
    }

    @Test
    void timesAreWholeMonthsAndMayBeOpen() {
        assertThat(view(Map.of("time", "2025-Q3..latest")).address().href())
                .isEqualTo("/policy?time=2025-07..2027-05");
        assertThat(view(Map.of("time", "all")).address().href()).isEqualTo("/policy?time=all");
        assertThat(view(Map.of("time", "1990..2050")).address().href()).isEqualTo("/policy?time=all");
    }

    @Test
    void whatIsUnknownIsIgnoredAndNamed() {
        var view = view(Map.of("jurisdiction", "us,atlantis", "time", "2026..2020", "colour", "red"));

        assertThat(view.address().href()).isEqualTo("/policy?jurisdiction=us");
        assertThat(view.ignored()).containsExactlyInAnyOrder(new Ignored("jurisdiction", "atlantis"),
                new Ignored("time", "2026..2020"), new Ignored("colour", null));
    }

    @Test
    void allWordsOfASearchMustBeFoundInEitherLanguage() {
        assertThat(view(Map.of("q", "TITLE chips")).matches(chips, TODAY)).isTrue();
        assertThat(view(Map.of("q", "chips的标题")).matches(chips, TODAY)).isTrue();
        assertThat(view(Map.of("q", "title gallium")).matches(chips, TODAY)).isFalse();
    }

    @Test
    void aChoiceIsSwitchedOnAndOffAgain() {
        var on = view(Map.of("jurisdiction", "us")).toggled("jurisdiction", "cn");

        assertThat(on.href()).isEqualTo("/policy?jurisdiction=us,cn");
        assertThat(view(on.params()).toggled("jurisdiction", "us").href()).isEqualTo("/policy?jurisdiction=cn");
        assertThat(view(Map.of("jurisdiction", "us")).toggled("jurisdiction", "us").href()).isEqualTo("/policy");
    }

    private static TimelineView view(Map<String, String> params) {
        return TimelineView.of(new Address("/policy", params, Lang.EN), Set.of("us", "cn"), ALL, TODAY);
    }
}
