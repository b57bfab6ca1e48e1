package io.raceboard.policy;

import static io.raceboard.policy.Acts.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Period;
import io.raceboard.policy.PolicyEvent.Status;
import java.time.LocalDate;
import java.util.List;
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

    @Test
    void itsHistorySaysHowItStoodOnEveryDay() {
        var act = act("halved", "2022-10-07", null, Status.IN_FORCE);
        var told = new PolicyEvent(act.slug(), act.starts(), act.ends(), act.jurisdictions(), act.category(),
                act.status(), act.direction(), act.title(), act.summary(), act.sources(), act.indicators(),
                List.of(step(Status.PROPOSED, "2022-06"), step(Status.IN_FORCE, "2022-10-07"),
                        step(Status.SUSPENDED, "2023-02"), step(Status.IN_FORCE, "2024")));

        assertThat(told.standing(LocalDate.of(2022, 6, 1))).isEqualTo(Standing.PROPOSED);
        assertThat(told.standing(LocalDate.of(2022, 10, 7))).isEqualTo(Standing.IN_FORCE);
        assertThat(told.standing(LocalDate.of(2023, 1, 31))).isEqualTo(Standing.IN_FORCE);
        assertThat(told.standing(LocalDate.of(2023, 2, 1))).isEqualTo(Standing.SUSPENDED);
        assertThat(told.inForce(LocalDate.of(2023, 6, 1))).isFalse();
        assertThat(told.inForce(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(told.standing(LocalDate.of(2022, 1, 1))).isEqualTo(Standing.ANNOUNCED);
    }

    private static PolicyEvent.Step step(Status status, String since) {
        return new PolicyEvent.Step(status, Period.parse(since));
    }
}
