package io.raceboard.policy;

import static io.raceboard.policy.Acts.CHINESE;
import static io.raceboard.policy.Acts.ENGLISH;
import static io.raceboard.policy.Acts.TODAY;
import static io.raceboard.policy.Acts.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.policy.PolicyEvent.Category;
import io.raceboard.policy.PolicyEvent.Direction;
import io.raceboard.policy.PolicyEvent.Status;
import io.raceboard.policy.TimelineDrawing.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the style sheet is told of an act. */
class TimelineDrawingTest {

    @Test
    void standingIsTheNameOfAShape() {
        assertThat(classes(act("law", "2025-01-01", null, Status.IN_FORCE))).contains("measure", "in-force", "open");
        assertThat(classes(act("rule", "2025-01-01", "2025-06-01", Status.RESCINDED))).contains("measure", "rescinded")
                .doesNotContain("open", "stopped");
        assertThat(classes(act("ban", "2025-01-01", "2025-06-01", Status.SUSPENDED)))
                .contains("measure", "suspended", "stopped");
        assertThat(classes(act("pause", "2025-01-01", "2025-06-01", Status.IN_FORCE))).contains("measure", "lapsed");
        assertThat(classes(act("bill", "2025-01-01", null, Status.PROPOSED))).contains("point", "proposed");
        assertThat(classes(act("plan", "2027-01-01", null, Status.IN_FORCE))).contains("point", "announced");
        assertThat(classes(act("old", "2019-01-01", null, Status.IN_FORCE))).contains("earlier");
    }

    @Test
    void anActOfTwoCountriesIsDrawnWithBoth() {
        var truce = act("truce", "2026-09-24", null, Status.IN_FORCE, Category.INTERNATIONAL, Direction.LOOSEN, "us",
                "cn");

        assertThat(draw(truce).lanes()).extracting(TimelineDrawing.DrawnLane::code).containsExactly("us", "china");
    }

    @Test
    void membersShareTheLaneOfTheUnionAndSayWhoTheyAre() {
        var licence = act("scanners", "2023-09-01", null, Status.IN_FORCE, Category.EXPORT_CONTROL, Direction.TIGHTEN,
                "nl");
        var lane = draw(licence).lanes().getFirst();

        assertThat(lane.code()).isEqualTo("eu");
        assertThat(lane.marks().getFirst().title()).isEqualTo("NL: Title of scanners");
    }

    @Test
    void releasesHaveTheirOwnLaneInTheColourOfTheirHome() {
        var release = act("model", "2026-01-20", null, Status.COMPLETED, Category.MODEL_RELEASE, Direction.NEUTRAL,
                "cn");
        var lane = draw(release).lanes().getFirst();

        assertThat(lane.code()).isEqualTo("releases");
        assertThat(lane.marks().getFirst().style()).endsWith("--c:#D55E00");
        assertThat(lane.marks().getFirst().title()).isEmpty();
    }

    @Test
    void marksComeInTheOrderOfTime() {
        var drawing = draw(act("b", "2025-03-01", null, Status.PROPOSED), act("c", "2026-03-01", null, Status.IN_FORCE),
                act("a", "2024-03-01", null, Status.IN_FORCE));

        assertThat(drawing.lanes().getFirst().marks()).extracting(TimelineDrawing.DrawnMark::slug)
                .containsExactly("a", "b", "c");
    }

    @Test
    void theSummaryTellsEachLane() {
        var law = act("law", "2025-01-01", null, Status.IN_FORCE);

        assertThat(draw(law).summary())
                .isEqualTo("Timeline from Dec 2023 to May 2027. United States: 1 act, 1 in force today.");
        assertThat(TimelineDrawing.of(List.of(law), EnumSet.allOf(Lane.class), TimelineView.usual(TODAY), TODAY,
                Size.PAGE, CHINESE).summary()).isEqualTo("时间线，2023年12月至2027年5月。 美国：1项举措，其中1项目前生效。");
    }

    @Test
    void theLineOfTodayIsOnlyWhereTodayIs() {
        assertThat(draw(act("law", "2025-01-01", null, Status.IN_FORCE)).today()).isBetween(80.0, 90.0);
        assertThat(TimelineDrawing.of(List.of(), EnumSet.allOf(Lane.class), TimelineView.usual(TODAY),
                LocalDate.parse("2031-01-01"), Size.PAGE, ENGLISH).today()).isNegative();
    }

    private static String[] classes(PolicyEvent act) {
        return draw(act).lanes().getFirst().marks().getFirst().classes().split(" ");
    }

    private static TimelineDrawing draw(PolicyEvent... acts) {
        return TimelineDrawing.of(List.of(acts), EnumSet.allOf(Lane.class), TimelineView.usual(TODAY), TODAY, Size.PAGE,
                ENGLISH);
    }
}
