package io.raceboard.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cuts lines where their style changes and where values are missing. */
final class Runs {

    /** A piece of line of one style; it begins at the last point of the piece before. */
    record Run(Stroke stroke, List<Chart.Point> points) {
    }

    private Runs() {
    }

    /** Pieces with at least two points each; a value without neighbours is in none. */
    static List<Run> of(Chart.Line line, Predicate<BigDecimal> holds) {
        var runs = new ArrayList<Run>();
        Chart.@Nullable Point before = null;
        for (var p : line.points()) {
            if (p.y() == null || !holds.test(p.y())) {
                before = null;
                continue;
            }
            if (before != null) {
                var stroke = Stroke.of(p);
                boolean goesOn = !runs.isEmpty() && runs.getLast().stroke == stroke
                        && runs.getLast().points.getLast() == before;
                if (!goesOn) {
                    runs.add(new Run(stroke, new ArrayList<>(List.of(before))));
                }
                runs.getLast().points.add(p);
            }
            before = p;
        }
        return runs;
    }

    /** Neighbouring points that have an interval; points with only one bound stand alone. */
    static List<List<Chart.Point>> bounded(Chart.Line line, boolean together, Predicate<BigDecimal> holds) {
        var runs = new ArrayList<List<Chart.Point>>();
        boolean open = false;
        for (var p : line.points()) {
            if (p.y() == null || !holds.test(p.y()) || p.low() == null && p.high() == null) {
                open = false;
                continue;
            }
            boolean both = p.low() != null && p.high() != null && holds.test(p.low());
            if (!open || !both || !together) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(p);
            open = both;
        }
        return runs;
    }
}
