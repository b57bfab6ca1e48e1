package io.raceboard.policy;

import static io.raceboard.policy.Acts.TODAY;
import static io.raceboard.policy.Acts.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.raceboard.policy.Mark.Extent;
import io.raceboard.policy.Mark.Label;
import io.raceboard.policy.Mark.Shape;
import io.raceboard.policy.PolicyEvent.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Marks in the rows of a lane. */
class StackingTest {

    private static final Window WINDOW = TimelineView.usual(TODAY);
    private static final double POINT = 1;

    @Test
    void aMeasureWithoutAnEndRunsUntilTodayAndFades() {
        var mark = only(act("law", "2024-12-02", null, Status.IN_FORCE));

        assertThat(mark.shape()).isEqualTo(Shape.MEASURE);
        assertThat(mark.x()).isEqualTo(WINDOW.at(LocalDate.parse("2024-12-02")), within(0.01));
        assertThat(mark.x() + mark.width()).isEqualTo(WINDOW.at(TODAY.plusDays(1)), within(0.01));
        assertThat(mark.fades()).isTrue();
    }

    @Test
    void aMeasureWithAnEndInTheFutureRunsUntilThatDay() {
        var mark = only(act("truce", "2026-09-24", "2027-01-10", Status.IN_FORCE));

        assertThat(mark.x() + mark.width()).isEqualTo(WINDOW.at(LocalDate.parse("2027-01-11")), within(0.01));
        assertThat(mark.fades()).isFalse();
    }

    @Test
    void aSuspendedMeasureIsHatchedFromThatDayUntilToday() {
        var mark = only(act("ban", "2024-12-03", "2025-11-09", Status.SUSPENDED));

        assertThat(mark.x() + mark.width()).isEqualTo(WINDOW.at(LocalDate.parse("2025-11-09")), within(0.01));
        assertThat(mark.x() + mark.width() + mark.tail()).isEqualTo(WINDOW.at(TODAY.plusDays(1)), within(0.02));
    }

    @Test
    void whatNeverBoundIsAPointAndAMeetingIsAFrameOverItsDays() {
        assertThat(only(act("bill", "2025-03-01", null, Status.PROPOSED)).shape()).isEqualTo(Shape.POINT);
        assertThat(only(act("rule", "2027-01-01", null, Status.IN_FORCE)).shape()).isEqualTo(Shape.POINT);
        assertThat(only(act("summit", "2025-02-10", "2025-02-11", Status.COMPLETED)).shape())
                .isEqualTo(Shape.STRETCH);
    }

    @Test
    void aPointThatIsKnownToTheMonthStandsInTheMiddleOfIt() {
        var mark = only(act("letter", "2025-04", null, Status.COMPLETED));

        assertThat(mark.x()).isEqualTo(WINDOW.at(LocalDate.parse("2025-04-16")), within(0.01));
    }

    @Test
    void nothingOverlapsWhateverTheActs() {
        for (int seed = 0; seed < 20; seed++) {
            var marks = stacking(12).marks(anything(seed));

            assertThat(marks).isNotEmpty();
            for (var a : marks) {
                for (var b : marks) {
                    if (a != b && a.row() == b.row()) {
                        assertThat(right(a) <= left(b) || right(b) <= left(a))
                                .as("seed %s, row %s: %s and %s", seed, a.row(), a, b).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void titlesNeverReachTheNextMarkOrLeaveThePlot() {
        for (int seed = 0; seed < 20; seed++) {
            var marks = stacking(12).marks(anything(seed));
            for (var a : marks) {
                double end = a.label() == Label.BEHIND ? right(a) + a.labelWidth() : right(a);
                assertThat(marks).filteredOn(b -> b.row() == a.row() && left(b) > left(a))
                        .allMatch(b -> left(b) >= end - 0.02);
                assertThat(a.label() == Label.BEHIND ? end : 0).isLessThanOrEqualTo(100.02);
            }
        }
    }

    @Test
    void onAnyPastDayExactlyTheMeasuresThenInForceHaveABarThere() {
        var acts = anything(7);
        var marks = stacking(0).marks(acts);
        for (var day = WINDOW.first(); !day.isAfter(TODAY); day = day.plusDays(1)) {
            var at = day;
            var bars = acts.stream().filter(act -> barCovers(act, at)).toList();
            assertThat(bars).as(at.toString()).isEqualTo(acts.stream().filter(act -> act.inForce(at)).toList());
            double x = (WINDOW.at(at) + WINDOW.at(at.plusDays(1))) / 2;
            assertThat(marks).filteredOn(m -> m.shape() == Shape.MEASURE && m.width() > POINT
                            && m.x() < x && x < m.x() + m.width())
                    .extracting(Mark::event)
                    .containsExactlyInAnyOrderElementsOf(bars.stream()
                            .filter(act -> marks.stream().anyMatch(m -> m.event() == act && m.width() > POINT))
                            .toList());
        }
    }

    private static boolean barCovers(PolicyEvent act, LocalDate day) {
        var extent = Extent.of(act, TODAY);
        return extent.shape() == Shape.MEASURE && !day.isBefore(extent.from()) && day.isBefore(extent.until());
    }

    private static Mark only(PolicyEvent act) {
        var marks = stacking(0).marks(List.of(act));
        assertThat(marks).hasSize(1);
        return marks.getFirst();
    }

    private static Stacking stacking(double title) {
        return new Stacking(WINDOW, TODAY, POINT, event -> title);
    }

    private static double left(Mark mark) {
        return mark.shape() == Shape.POINT ? mark.x() - POINT / 2 : mark.x();
    }

    private static double right(Mark mark) {
        return mark.shape() == Shape.POINT
                ? mark.x() + POINT / 2
                : mark.x() + mark.width() + mark.tail() + (mark.fades() ? Stacking.FADE : 0);
    }

    private static List<PolicyEvent> anything(int seed) {
        var random = new Random(seed);
        var acts = new ArrayList<PolicyEvent>();
        for (int i = 0; i < 120; i++) {
            var start = LocalDate.parse("2022-06-01").plusDays(random.nextInt(1800));
            var end = random.nextBoolean() ? null : start.plusDays(1 + random.nextInt(600)).toString();
            var status = Status.values()[random.nextInt(Status.values().length)];
            acts.add(act("act-" + i, start.toString(), end, status));
        }
        return acts;
    }
}
