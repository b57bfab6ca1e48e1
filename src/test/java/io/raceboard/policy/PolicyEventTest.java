package io.raceboard.policy;

import static io.raceboard.policy.Acts.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.policy.PolicyEvent.Status;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How an act stands on a day. */
class PolicyEventTest {

    @Test
    void aMeasureWithoutAnEndBindsFromItsFirstDayOn() {
        var law = act("law", "2024-03-15", null, Status.IN_FORCE);

        assertThat(law.inForce(day("2024-03-14"))).isFalse();
        assertThat(law.inForce(day("2024-03-15"))).isTrue();
        assertThat(law.inForce(day("2044-03-15"))).isTrue();
        assertThat(law.standing(day("2024-03-14"))).isEqualTo(Standing.ANNOUNCED);
    }

    @Test
    void aMeasureWhoseOwnEndHasPassedIsNotShownAsCurrent() {
        var pause = act("pause", "2025-11-10", "2026-11-09", Status.IN_FORCE);

        assertThat(pause.standing(day("2026-11-09"))).isEqualTo(Standing.IN_FORCE);
        assertThat(pause.standing(day("2026-11-10"))).isEqualTo(Standing.LAPSED);
    }

    @Test
    void aMeasureThatWasStoppedBoundUntilTheDayBefore() {
        var rule = act("rule", "2025-01-15", "2025-05-13", Status.RESCINDED);

        assertThat(rule.standing(day("2025-05-12"))).isEqualTo(Standing.IN_FORCE);
        assertThat(rule.standing(day("2025-05-13"))).isEqualTo(Standing.RESCINDED);
    }

    @Test
    void aMeasureThatStoppedInSomeMonthIsNotClaimedForThatMonth() {
        var licence = act("licence", "2025-04-09", "2025-08", Status.RESCINDED);

        assertThat(licence.inForce(day("2025-07-31"))).isTrue();
        assertThat(licence.inForce(day("2025-08-01"))).isFalse();
    }

    @Test
    void whatWasBlockedBeforeItTookEffectNeverBound() {
        var draft = act("draft", "2026-02", null, Status.BLOCKED);

        assertThat(draft.force()).isEmpty();
        assertThat(draft.standing(day("2026-03-01"))).isEqualTo(Standing.BLOCKED);
    }

    @Test
    void billsAndMeetingsNeverBind() {
        assertThat(act("bill", "2025-01-01", null, Status.PROPOSED).inForce(day("2025-06-01"))).isFalse();
        assertThat(act("summit", "2025-02-10", "2025-02-11", Status.COMPLETED).inForce(day("2025-02-10"))).isFalse();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
