package io.raceboard.policy;

import io.raceboard.policy.Mark.Extent;
import io.raceboard.policy.Mark.Label;
import io.raceboard.policy.Mark.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Puts the events of a lane into rows so that no mark lies on another. Measures come first and fill the rows from the
 * top, as a staircase; single acts take the free places between them, where there is most room for their titles.
 *
 * @param pointWidth diameter of a point in percent of the width
 * @param titles the width of an event's title in percent, or 0 for no title
 */
record Stacking(Window window, LocalDate today, double pointWidth, ToDoubleFunction<PolicyEvent> titles) {

    /** What a bar without a known end reaches beyond today. */
    static final double FADE = 1.2;

    private static final double GAP = 0.3;
    private static final double LEAST_INSIDE = 7;
    private static final double LEAST_BEHIND = 9;

    /** A mark before its title is placed: {@code from} to {@code right} are its own, {@code wish} is for the title. */
    private record Place(PolicyEvent event, Extent extent, double from, double until, double right, double wish) {
    }

    /** Marks of the events that the window shows, by row and then oldest first. */
    List<Mark> marks(List<PolicyEvent> events) {
        var places = events.stream()
                .filter(event -> Extent.of(event, today).shownIn(window))
                .map(this::place)
                .sorted(Comparator.comparing(Place::from).thenComparing(place -> place.event().slug()))
                .toList();
        var rows = new ArrayList<List<Place>>();
        places.stream().filter(place -> isMeasure(place)).forEach(place -> firstFree(place, rows).add(place));
        places.reversed().stream().filter(place -> !isMeasure(place)).forEach(place -> roomiest(place, rows).add(place));
        var marks = new ArrayList<Mark>();
        for (int row = 0; row < rows.size(); row++) {
            var inRow = rows.get(row);
            inRow.sort(Comparator.comparing(Place::from));
            for (int i = 0; i < inRow.size(); i++) {
                double next = i + 1 < inRow.size() ? inRow.get(i + 1).from() : 100;
                marks.add(mark(inRow.get(i), row, next - inRow.get(i).right() - GAP));
            }
        }
        return List.copyOf(marks);
    }

    /** How many rows the marks take. */
    static int rows(List<Mark> marks) {
        return marks.stream().mapToInt(Mark::row).max().orElse(-1) + 1;
    }

    private Place place(PolicyEvent event) {
        var extent = Extent.of(event, today);
        double from = window.at(extent.from());
        double until = window.at(extent.until());
        if (extent.shape() == Shape.POINT) {
            from = Math.clamp((from + until) / 2 - pointWidth / 2, 0, 100 - pointWidth);
            until = from + pointWidth;
        } else {
            until = Math.max(until, from + pointWidth);
        }
        double right = Math.max(until, window.at(extent.tail())) + (extent.fades() ? FADE : 0);
        return new Place(event, extent, from, until, right, titles.applyAsDouble(event));
    }

    private static boolean isMeasure(Place place) {
        return place.extent().shape() == Shape.MEASURE;
    }

    private static List<Place> firstFree(Place place, List<List<Place>> rows) {
        return rows.stream()
                .filter(row -> row.stream().allMatch(other -> apart(place, other)))
                .findFirst()
                .orElseGet(() -> newRow(rows));
    }

    /** The tightest row with room for mark and title; else the one with most room that spares other titles. */
    private static List<Place> roomiest(Place place, List<List<Place>> rows) {
        return rows.stream()
                .filter(row -> row.stream().allMatch(other -> apart(place, other)))
                .min(Comparator.<List<Place>>comparingInt(row -> coversTitle(place, row) ? 1 : 0)
                        .thenComparingInt(row -> room(place, row) >= place.wish() ? 0 : 1)
                        .thenComparingDouble(row -> room(place, row) >= place.wish()
                                ? room(place, row)
                                : -room(place, row)))
                .orElseGet(() -> newRow(rows));
    }

    private static List<Place> newRow(List<List<Place>> rows) {
        var row = new ArrayList<Place>();
        rows.add(row);
        return row;
    }

    private static boolean apart(Place a, Place b) {
        return a.right() + GAP <= b.from() || b.right() + GAP <= a.from();
    }

    private static boolean coversTitle(Place place, List<Place> row) {
        return row.stream().anyMatch(other -> !isMeasure(other) && other.right() <= place.from()
                && other.right() + GAP + other.wish() > place.from());
    }

    private static double room(Place place, List<Place> row) {
        double next = row.stream().mapToDouble(Place::from).filter(from -> from >= place.right()).min().orElse(100);
        return next - place.right() - GAP;
    }

    private Mark mark(Place place, int row, double behind) {
        var shape = place.extent().shape();
        double width = place.until() - place.from();
        double tail = place.right() - place.until() - (place.extent().fades() ? FADE : 0);
        var label = label(place, width, behind);
        double room = switch (label) {
            case NONE -> 0;
            case INSIDE -> width;
            case BEHIND -> Math.min(place.wish(), behind);
        };
        return new Mark(place.event(), shape, place.event().standing(today),
                round(shape == Shape.POINT ? place.from() + pointWidth / 2 : place.from()),
                round(shape == Shape.POINT ? 0 : width), round(tail),
                place.extent().from().isBefore(window.first()), place.extent().fades(), row, label, round(room));
    }

    private static Label label(Place place, double width, double behind) {
        double wish = place.wish();
        if (wish <= 0) {
            return Label.NONE;
        }
        boolean inside = place.extent().shape() != Shape.POINT && width >= LEAST_INSIDE;
        if (inside && (width >= wish || behind < wish)) {
            return Label.INSIDE;
        }
        return behind >= Math.min(wish, LEAST_BEHIND) ? Label.BEHIND : Label.NONE;
    }

    private static double round(double percent) {
        return Math.round(percent * 100) / 100.0;
    }
}
