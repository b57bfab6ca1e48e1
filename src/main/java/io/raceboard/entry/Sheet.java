package io.raceboard.entry;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.entry.Row.Cell;
import io.raceboard.entry.Row.State;
import io.raceboard.ledger.ObservationDraft;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of one series with what somebody has typed over them and not saved. Every act, one cell or a pasted block,
 * is one step that can be undone and done again.
 */
class Sheet {

    /** A place in the sheet. */
    record Place(Period period, Column column) {

        /** By the name that the sheet in the browser gives it, such as {@code cell/2025/value}. */
        static Optional<Place> named(String name) {
            var parts = name.split("/");
            return parts.length != 3 || !parts[0].equals("cell") ? Optional.empty()
                    : Period.find(parts[1]).flatMap(period -> Column.headed(parts[2]).map(c -> new Place(period, c)));
        }
    }

    /**
     * What was typed in a line.
     *
     * @param seen the vintage that stood there when the first cell was typed, 0 for none
     */
    record Edit(int seen, Map<Column, String> texts) {
    }

    private final SeriesKey series;
    private final CellTexts texts;
    private final LocalDate today;
    private final TreeMap<Period, Point> base = new TreeMap<>();
    private final TreeMap<Period, Edit> edits = new TreeMap<>();
    private final Deque<Map<Period, @Nullable Edit>> done = new ArrayDeque<>();
    private final Deque<Map<Period, @Nullable Edit>> undone = new ArrayDeque<>();
    private final Map<Place, Sentence> objections = new HashMap<>();
    private Supplier<String> usualSource = () -> "";

    Sheet(SeriesKey series, CellTexts texts, Collection<Point> points, LocalDate today) {
        this.series = series;
        this.texts = texts;
        this.today = today;
        points.forEach(p -> base.put(p.period(), p));
    }

    /** Types texts into cells, as one step. */
    void type(Map<Place, String> typed) {
        var before = new HashMap<Period, @Nullable Edit>();
        typed.forEach((place, text) -> {
            var period = place.period();
            if (!before.containsKey(period)) {
                before.put(period, edits.get(period));
            }
            edits.compute(period, (p, edit) -> with(p, edit, place.column(), text));
            objections.remove(place);
        });
        before.entrySet().removeIf(e -> java.util.Objects.equals(e.getValue(), edits.get(e.getKey())));
        if (!before.isEmpty()) {
            done.push(before);
            undone.clear();
        }
    }

    private @Nullable Edit with(Period period, @Nullable Edit edit, Column column, String text) {
        var point = base.get(period);
        var all = new EnumMap<Column, String>(Column.class);
        if (edit != null) {
            all.putAll(edit.texts());
        }
        if (texts.same(column, text, point == null ? "" : point.text(column))) {
            all.remove(column);
        } else {
            all.put(column, text.strip());
        }
        int seen = edit != null ? edit.seen() : point == null ? 0 : point.vintage();
        return all.isEmpty() ? null : new Edit(seen, Map.copyOf(all));
    }

    /** How many cells the last step changed back; 0 when there was none. */
    int undo() {
        return swap(done, undone);
    }

    int redo() {
        return swap(undone, done);
    }

    private int swap(Deque<Map<Period, @Nullable Edit>> from, Deque<Map<Period, @Nullable Edit>> to) {
        if (from.isEmpty()) {
            return 0;
        }
        var step = from.pop();
        var back = new HashMap<Period, @Nullable Edit>();
        int cells = 0;
        for (var entry : step.entrySet()) {
            var now = edits.get(entry.getKey());
            back.put(entry.getKey(), now);
            cells += difference(now, entry.getValue());
            if (entry.getValue() == null) {
                edits.remove(entry.getKey());
            } else {
                edits.put(entry.getKey(), entry.getValue());
            }
        }
        to.push(back);
        objections.clear();
        return cells;
    }

    private static int difference(@Nullable Edit a, @Nullable Edit b) {
        int cells = 0;
        for (var column : Column.values()) {
            var one = a == null ? null : a.texts().get(column);
            var other = b == null ? null : b.texts().get(column);
            cells += java.util.Objects.equals(one, other) ? 0 : 1;
        }
        return cells;
    }

    /** The store holds this now. What was typed stays, and remembers what it was typed over. */
    void refresh(Collection<Point> points) {
        base.clear();
        points.forEach(p -> base.put(p.period(), p));
    }

    /** What was typed is in the store now. */
    void saved(Collection<Point> points) {
        forget();
        refresh(points);
    }

    /** Forgets all that was typed. */
    void forget() {
        edits.clear();
        done.clear();
        undone.clear();
        objections.clear();
    }

    /** Marks a cell that the ledger refused. */
    void object(Place place, Sentence why) {
        objections.put(place, why);
    }

    /** Somebody decided to write over a newer vintage after having seen it. */
    void lookAgain(Period period) {
        var edit = edits.get(period);
        var point = base.get(period);
        if (edit != null) {
            edits.put(period, new Edit(point == null ? 0 : point.vintage(), edit.texts()));
        }
    }

    /** Gives up what was typed in a line. */
    void drop(Period period) {
        edits.remove(period);
    }

    Map<Period, Edit> edits() {
        return Map.copyOf(edits);
    }

    /** Puts back what was kept of an earlier visit. */
    void restore(Map<Period, Edit> kept) {
        edits.putAll(kept);
    }

    boolean isEmpty() {
        return base.isEmpty();
    }

    boolean isEdited() {
        return !edits.isEmpty();
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    /** All lines, oldest first: those of the store, those typed, and empty ones that would come next. */
    List<Row> rows(Collection<Period> coming) {
        var periods = new TreeMap<Period, Boolean>();
        base.keySet().forEach(p -> periods.put(p, true));
        edits.keySet().forEach(p -> periods.put(p, true));
        coming.forEach(p -> periods.put(p, true));
        var rows = new ArrayList<Row>();
        periods.keySet().forEach(p -> rows.add(row(p)));
        return rows;
    }

    /** What these texts would make of the sheet: only the lines that they touch. Nothing is kept. */
    List<Row> preview(Map<Place, String> typed) {
        var copy = new Sheet(series, texts, base.values(), today);
        copy.usualSource = usualSource;
        copy.edits.putAll(edits);
        copy.type(typed);
        var periods = new TreeMap<Period, Boolean>();
        typed.keySet().forEach(place -> periods.put(place.period(), true));
        return periods.keySet().stream().map(copy::row).toList();
    }

    Row row(Period period) {
        var point = base.get(period);
        var edit = edits.get(period);
        var cells = new EnumMap<Column, Cell>(Column.class);
        boolean faulty = false;
        for (var column : Column.values()) {
            var cell = cell(period, column, point, edit);
            faulty |= cell.fault() != null;
            cells.put(column, cell);
        }
        var value = edit == null ? null : edit.texts().get(Column.VALUE);
        var state = edit == null ? State.SAME
                : faulty ? State.FAULTY
                : point == null || point.withdrawn() ? State.NEW
                : value != null && value.isBlank() ? State.WITHDRAWN : State.CHANGED;
        return new Row(period, state, cells);
    }

    private Cell cell(Period period, Column column, @Nullable Point point, @Nullable Edit edit) {
        var was = point == null ? "" : point.text(column);
        var typed = edit == null ? null : edit.texts().get(column);
        if (typed == null) {
            var suggestion = edit == null || !was.isEmpty() ? "" : suggestion(period, column);
            return new Cell(suggestion.isEmpty() ? was : suggestion, State.SAME, null, !suggestion.isEmpty(),
                    edit == null ? null : fault(period, column, was, edit));
        }
        var fault = fault(period, column, typed, edit);
        return new Cell(typed, fault != null ? State.FAULTY : was.isEmpty() ? State.NEW
                : typed.isBlank() ? State.WITHDRAWN : State.CHANGED, was.isEmpty() ? null : was, false, fault);
    }

    private @Nullable Sentence fault(Period period, Column column, String text, Edit edit) {
        var objection = objections.get(new Place(period, column));
        if (objection != null) {
            return objection;
        }
        var own = texts.fault(column, text);
        if (own != null) {
            return own;
        }
        var value = texts.amount(now(period, Column.VALUE, edit));
        if (column == Column.VALUE && now(period, Column.VALUE, edit).isBlank() && !takesBack(period, edit)) {
            return Sentence.of("entry.fault.missing-value");
        }
        if (column == Column.SOURCE && text.isBlank() && suggestion(period, column).isEmpty()
                && !takesBack(period, edit)) {
            return Sentence.of("entry.fault.missing-source");
        }
        var number = column == Column.LOW || column == Column.HIGH ? texts.amount(text) : null;
        if (number != null && value != null) {
            if (column == Column.LOW && number.compareTo(value) > 0) {
                return Sentence.of("entry.fault.low-above-value", Point.text(number), Point.text(value));
            }
            if (column == Column.HIGH && number.compareTo(value) < 0) {
                return Sentence.of("entry.fault.high-below-value", Point.text(number), Point.text(value));
            }
        }
        return null;
    }

    /** Whether the line takes a value of the store back. */
    private boolean takesBack(Period period, Edit edit) {
        var point = base.get(period);
        var value = edit.texts().get(Column.VALUE);
        return point != null && !point.withdrawn() && value != null && value.isBlank();
    }

    private String now(Period period, Column column, Edit edit) {
        var typed = edit.texts().get(column);
        var point = base.get(period);
        return typed != null ? typed : point == null ? "" : point.text(column);
    }

    /** A new line takes status and source over from the line before it, the first one from the line after it. */
    private String suggestion(Period period, Column column) {
        if (column != Column.STATUS && column != Column.SOURCE) {
            return "";
        }
        for (var before = edits.lowerEntry(period); before != null; before = edits.lowerEntry(before.getKey())) {
            var typed = before.getValue().texts().get(column);
            if (typed != null && !typed.isBlank() && texts.fault(column, typed) == null
                    && !base.containsKey(before.getKey())) {
                return typed;
            }
        }
        var before = base.lowerEntry(period);
        while (before != null && before.getValue().withdrawn()) {
            before = base.lowerEntry(before.getKey());
        }
        if (before != null) {
            return before.getValue().text(column);
        }
        var after = base.tailMap(period, false).values().stream().filter(p -> !p.withdrawn()).findFirst();
        return after.map(p -> p.text(column))
                .orElseGet(() -> column == Column.STATUS ? Status.ACTUAL.code() : usualSource.get());
    }

    /** What a line of an empty series takes as its source: slug, or empty for none. */
    void usualSource(Supplier<String> slug) {
        usualSource = slug;
    }

    /** The line of each value of {@link #drafts}, in the same order. */
    List<Period> edited() {
        return List.copyOf(edits.keySet());
    }

    /** What the ledger shall have; only for a sheet without faults. */
    List<ObservationDraft> drafts() {
        return edits.entrySet().stream().map(e -> draft(e.getKey(), e.getValue())).toList();
    }

    /** What of it a chart can draw: lines without faults. */
    List<ObservationDraft> sketch() {
        return edits.entrySet().stream().filter(e -> row(e.getKey()).state() != State.FAULTY)
                .map(e -> draft(e.getKey(), e.getValue())).toList();
    }

    private ObservationDraft draft(Period period, Edit edit) {
        var row = row(period);
        var point = base.get(period);
        if (takesBack(period, edit)) {
            return new ObservationDraft(series.indicator(), series.entity(), series.estimator(), period.text(), null,
                    null, null, point.status().code(), point.partial(), true, point.source(), point.note(), edit.seen());
        }
        var note = row.cell(Column.NOTE).text();
        var status = texts.status(row.cell(Column.STATUS).text()).orElse(Status.ACTUAL);
        return new ObservationDraft(series.indicator(), series.entity(), series.estimator(), period.text(),
                texts.amount(row.cell(Column.VALUE).text()), texts.amount(row.cell(Column.LOW).text()),
                texts.amount(row.cell(Column.HIGH).text()), status.code(),
                point != null && !point.withdrawn() ? point.partial() : isRunning(period, status), false,
                texts.source(row.cell(Column.SOURCE).text()).map(s -> s.slug()).orElse(""),
                note.isBlank() ? null : note, edit.seen());
    }

    private boolean isRunning(Period period, Status status) {
        return Periods.isRunning(period, today) && (status == Status.ACTUAL || status == Status.ESTIMATE);
    }

    boolean hasFaults() {
        return edits.keySet().stream().anyMatch(p -> row(p).state() == State.FAULTY);
    }

    /** How many cells and lines are typed and not saved. */
    Map<String, Integer> unsaved() {
        var found = new LinkedHashMap<String, Integer>();
        found.put("cells", edits.values().stream().mapToInt(e -> e.texts().size()).sum());
        found.put("rows", edits.size());
        return found;
    }

    boolean takesAnythingBack() {
        return edits.entrySet().stream().anyMatch(e -> takesBack(e.getKey(), e.getValue()));
    }

    @Nullable Point point(Period period) {
        return base.get(period);
    }

    /** The newest value that was not taken back. */
    @Nullable Point last() {
        return base.descendingMap().values().stream().filter(p -> !p.withdrawn()).findFirst().orElse(null);
    }
}
