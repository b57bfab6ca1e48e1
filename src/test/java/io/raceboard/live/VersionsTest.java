package io.raceboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Act;
import io.raceboard.ledger.ChangeSaved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was changed last, as changes are heard of. */
class VersionsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");

    private final Versions before = new Versions(7, 3, 5, Map.of("solar", 7L, "wind", 6L), MORNING,
            MORNING.minusSeconds(90), TODAY);

    @Test
    void aChangeOfValuesMakesTheirIndicatorsNewer() {
        var after = before.after(change(8, Set.of("solar"), false, false), TODAY);

        assertThat(after).isEqualTo(new Versions(8, 3, 5, Map.of("solar", 8L, "wind", 6L), MORNING.plusSeconds(8),
                before.eventsAt(), TODAY));
    }

    @Test
    void aChangeOfTheCatalogueOrOfEventsMakesThemNewer() {
        var after = before.after(change(8, Set.of(), true, true), TODAY);

        assertThat(after).isEqualTo(new Versions(8, 8, 8, before.indicators(), MORNING.plusSeconds(8),
                MORNING.plusSeconds(8), TODAY));
    }

    @Test
    void ofTwoChangesThatAreHeardInTheOtherOrderNothingBecomesOlder() {
        var first = change(8, Set.of("solar", "wind"), true, true);
        var second = change(9, Set.of("solar"), true, true);

        assertThat(before.after(second, TODAY).after(first, TODAY))
                .isEqualTo(before.after(first, TODAY).after(second, TODAY));
    }

    private static ChangeSaved change(long id, Set<String> indicators, boolean catalog, boolean events) {
        return new ChangeSaved(id, MORNING.plusSeconds(id), indicators, catalog, events,
                new Act(Act.Kind.EDIT, "ada", "test", null));
    }
}
