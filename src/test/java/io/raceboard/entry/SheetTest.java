package io.raceboard.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import io.raceboard.entry.Row.State;
import io.raceboard.entry.Sheet.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Unit GIGAWATTS = new Unit("GW", "power", new Label("gigawatts", "吉瓦"), new Label("GW", "吉瓦"));

    private final Sheet sheet = sheet(point("2023", "216.9", 1), point("2024", "277", 2));

    @Test
    void whatIsTypedIsUnderstoodAndWhatIsTheSameIsNoChange() {
        type("2024", Column.VALUE, "277,000 MW");
        assertThat(sheet.isEdited()).isFalse();
        type("2024", Column.VALUE, "277.5");
        assertThat(sheet.row(Period.parse("2024")).state()).isEqualTo(State.CHANGED);
        assertThat(sheet.row(Period.parse("2024")).cell(Column.VALUE).was()).isEqualTo("277");
        assertThat(sheet.drafts()).singleElement().satisfies(d -> {
            assertThat(d.amount()).isEqualByComparingTo("277.5");
            assertThat(d.seen()).isEqualTo(2);
            assertThat(d.source()).isEqualTo("nea");
        });
    }

    @Test
    void aNewLineTakesStatusAndSourceOverAndKnowsWhetherItsPeriodIsOver() {
        type("2025", Column.VALUE, "315");
        type("2026", Column.VALUE, "200");
        assertThat(sheet.drafts()).extracting(d -> d.period() + d.status() + d.source() + d.partial() + d.seen())
                .containsExactly("2025actualneafalse0", "2026actualneatrue0");
    }

    @Test
    void aLineBeforeAllOthersTakesSourceAndStatusFromTheOneAfterIt() {
        type("2001", Column.VALUE, "0.1");
        assertThat(sheet.hasFaults()).isFalse();
        assertThat(sheet.drafts()).singleElement().satisfies(d -> assertThat(d.source()).isEqualTo("nea"));
        var empty = sheet();
        empty.type(Map.of(place("2001", Column.VALUE), "0.1"));
        assertThat(empty.hasFaults()).isTrue();
        empty.usualSource(() -> "nea");
        assertThat(empty.hasFaults()).isFalse();
    }

    @Test
    void aFaultStaysInItsCellAndSaysWhatWouldBeRight() {
        type("2025", Column.VALUE, "315 GWh");
        type("2025", Column.STATUS, "certain");
        type("2025", Column.SOURCE, "nobody");
        var row = sheet.row(Period.parse("2025"));
        assertThat(row.state()).isEqualTo(State.FAULTY);
        assertThat(row.cells().values().stream().filter(c -> c.fault() != null)).hasSize(3);
        assertThat(row.cell(Column.VALUE).text()).isEqualTo("315 GWh");
        assertThat(sheet.hasFaults()).isTrue();
    }

    @Test
    void aShareLiesBetweenZeroAndAHundred() {
        var share = new CellTexts(new Unit("percent", "share", new Label("percent", "百分比"), new Label("%", "%")),
                slug -> Optional.empty());
        assertThat(share.fault(Column.VALUE, "101%")).isNotNull();
        assertThat(share.fault(Column.LOW, "-1")).isNotNull();
        assertThat(share.fault(Column.HIGH, "百分之100")).isNull();
    }

    @Test
    void lowAndHighLieAroundTheValue() {
        type("2024", Column.LOW, "280");
        type("2024", Column.HIGH, "270");
        var row = sheet.row(Period.parse("2024"));
        assertThat(row.cell(Column.LOW).fault()).isNotNull();
        assertThat(row.cell(Column.HIGH).fault()).isNotNull();
        type("2024", Column.VALUE, "275");
        type("2024", Column.LOW, "270");
        type("2024", Column.HIGH, "280");
        assertThat(sheet.hasFaults()).isFalse();
    }

    @Test
    void anEmptiedValueIsTakenBackAndKeepsItsSource() {
        type("2024", Column.VALUE, "");
        assertThat(sheet.row(Period.parse("2024")).state()).isEqualTo(State.WITHDRAWN);
        assertThat(sheet.takesAnythingBack()).isTrue();
        assertThat(sheet.drafts()).singleElement().satisfies(d -> {
            assertThat(d.withdrawn()).isTrue();
            assertThat(d.amount()).isNull();
            assertThat(d.source()).isEqualTo("nea");
        });
    }

    @Test
    void fiveHundredPastedLinesAreOneStep() {
        var texts = new LinkedHashMap<Place, String>();
        var period = Period.parse("1985-01");
        for (int i = 0; i < 500; i++, period = period.next()) {
            texts.put(new Place(period, Column.VALUE), String.valueOf(i));
        }
        type("2024", Column.VALUE, "278");
        sheet.type(texts);
        assertThat(sheet.drafts()).hasSize(501);
        assertThat(sheet.undo()).isEqualTo(500);
        assertThat(sheet.drafts()).hasSize(1);
        assertThat(sheet.redo()).isEqualTo(500);
        assertThat(sheet.drafts()).hasSize(501);
        sheet.undo();
        assertThat(sheet.undo()).isEqualTo(1);
        assertThat(sheet.isEdited()).isFalse();
        assertThat(sheet.undo()).isZero();
    }

    @Test
    void previewShowsEveryCellAndKeepsNothing() {
        var paste = Paste.of(Clip.read("""
                Year\tValue\tNote
                2023\t216.9\t
                2024\t280\trevised
                2025\t315
                2026\tlots
                sometime\t5
                """), place("2024", Column.VALUE), Period::next, Optional.empty());
        assertThat(paste.byPeriod()).isTrue();
        assertThat(paste.headed()).isTrue();
        var rows = sheet.preview(paste.texts());
        assertThat(rows).extracting(r -> r.period().text() + " " + r.state())
                .containsExactly("2023 SAME", "2024 CHANGED", "2025 NEW", "2026 FAULTY");
        assertThat(paste.misfits()).singleElement().satisfies(m -> assertThat(m.line()).isEqualTo(6));
        assertThat(sheet.isEdited()).isFalse();
    }

    @Test
    void valuesAloneGoDownFromTheFocusedCellAndNowhereElse() {
        var paste = Paste.of(Clip.read("1\t0.5\n\n3\t2.5\r\n"), place("2024", Column.VALUE), Period::next,
                Optional.empty());
        assertThat(paste.byPeriod()).isFalse();
        assertThat(paste.texts()).isEqualTo(Map.of(place("2024", Column.VALUE), "1", place("2024", Column.LOW), "0.5",
                place("2026", Column.VALUE), "3", place("2026", Column.LOW), "2.5"));
    }

    @Test
    void whatHasNoColumnIsToldAndNotPutElsewhere() {
        var paste = Paste.of(Clip.read("note\tsource\textra"), place("2024", Column.NOTE), Period::next,
                Optional.of(false));
        assertThat(paste.texts()).hasSize(2);
        assertThat(paste.misfits()).singleElement().satisfies(m -> assertThat(m.text()).isEqualTo("extra"));
        var headed = Paste.of(Clip.read("period\tvalue\tcolour\n2025\t1\tred"), place("2024", Column.VALUE),
                Period::next, Optional.empty());
        assertThat(headed.texts()).containsOnlyKeys(place("2025", Column.VALUE));
        assertThat(headed.misfits()).hasSize(1);
    }

    @Test
    void aPeriodGivenTwiceIsToldNotOverwritten() {
        var paste = Paste.of(Clip.read("2025\t1\n2025\t2"), place("2024", Column.VALUE), Period::next, Optional.empty());
        assertThat(paste.texts()).containsEntry(place("2025", Column.VALUE), "1");
        assertThat(paste.misfits()).hasSize(1);
    }

    @Test
    void cellsMayHoldTabsLineEndsAndQuotes() {
        assertThat(Clip.read("a\t\"b\tc\"\r\n\"d \"\"e\"\"\nf\"\t\"g\n"))
                .containsExactly(List.of("a", "b\tc"), List.of("d \"e\"\nf", "\"g"));
    }

    @Test
    void somebodyElsesSaveLeavesWhatWasTypedAndWhatItWasTypedOver() {
        type("2024", Column.VALUE, "280");
        sheet.refresh(List.of(point("2023", "216.9", 1), point("2024", "279", 3)));
        assertThat(sheet.drafts()).singleElement().satisfies(d -> assertThat(d.seen()).isEqualTo(2));
        sheet.lookAgain(Period.parse("2024"));
        assertThat(sheet.drafts()).singleElement().satisfies(d -> assertThat(d.seen()).isEqualTo(3));
    }

    @Test
    void thePeriodAdvancesByItselfInTheRhythmOfTheIndicator() {
        assertThat(next(point("2024", "1", 1), Cadence.YEAR)).isEqualTo("2025");
        assertThat(next(point("2025-Q4", "1", 1), Cadence.QUARTER)).isEqualTo("2026-Q1");
        assertThat(next(point("2026-11-15", "1", 1), Cadence.WEEK)).isEqualTo("2026-11-22");
        assertThat(next(null, Cadence.MONTH)).isEqualTo("2026-10");
        assertThat(next(null, Cadence.QUARTER)).isEqualTo("2026-Q3");
        var soFar = new Point(Period.parse("2026"), BigDecimal.ONE, null, null, Status.ACTUAL, true, false, "nea", null, 1);
        assertThat(next(soFar, Cadence.YEAR)).isEqualTo("2026");
    }

    private static String next(Point last, Cadence cadence) {
        return Periods.next(last, cadence, TODAY).text();
    }

    private void type(String period, Column column, String text) {
        sheet.type(Map.of(place(period, column), text));
    }

    private static Place place(String period, Column column) {
        return new Place(Period.parse(period), column);
    }

    private static Point point(String period, String amount, int vintage) {
        return new Point(Period.parse(period), new BigDecimal(amount), null, null, Status.ACTUAL, false, false, "nea",
                null, vintage);
    }

    private static Sheet sheet(Point... points) {
        var texts = new CellTexts(GIGAWATTS, slug -> slug.equals("nea") ? Optional.of(new Source("nea", "Statistics",
                "NEA", null, null, "free", "open", true, false, null)) : Optional.empty());
        return new Sheet(new SeriesKey("solar", "cn", "nea"), texts, List.of(points), TODAY);
    }
}
