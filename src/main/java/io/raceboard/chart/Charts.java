package io.raceboard.chart;

import io.raceboard.catalog.Draw;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Series;
import io.raceboard.page.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes charts from snapshots. */
public final class Charts {

    /** Cells of a page of small multiples at the most. */
    public static final int MOST_CELLS = 12;

    private Charts() {
    }

    /**
     * The chart of an indicator in this view, as of today.
     *
     * @param marks policy events, oldest first; drawn only where the view wants them and they fall inside its time
     */
    public static Chart of(IndicatorSnapshot snapshot, ChartView view, Words words, List<Mark> marks) {
        return of(snapshot, view, words, marks, LocalDate.now(ZoneOffset.UTC));
    }

    /** As {@link #of(IndicatorSnapshot, ChartView, Words, List)}, with the day that the today line stands at. */
    public static Chart of(IndicatorSnapshot snapshot, ChartView view, Words words, List<Mark> marks,
            LocalDate today) {
        return new ChartMaker(snapshot, view, words, today).make(drawn(snapshot, view), marks);
    }

    /**
     * The chart taken apart: one small chart per line, all on the same axes so that they can be compared.
     * {@link #MOST_CELLS} at the most.
     */
    public static List<Chart> cells(Chart chart) {
        return chart.lines().stream().limit(MOST_CELLS).map(chart::only).toList();
    }

    /** The small chart of the line with this key, on the axes of the whole chart; empty where there is none. */
    public static Optional<Chart> cell(Chart chart, String key) {
        return chart.lines().stream().filter(l -> l.key().equals(key)).findFirst().map(chart::only);
    }

    /** The series that the view draws, in the order of its entities, preferred estimators first. */
    static List<Series> drawn(IndicatorSnapshot snapshot, ChartView view) {
        if (view.transform() == Transform.SHARE && !view.allEstimates()) {
            return ofOneEstimator(snapshot, view);
        }
        return view.entities().stream()
                .flatMap(entity -> snapshot.series().stream()
                        .filter(s -> s.entity().slug().equals(entity) && !s.readings().isEmpty())
                        .sorted(Comparator.comparingInt(Series::preference))
                        .limit(view.allEstimates() ? Long.MAX_VALUE : 1))
                .toList();
    }

    /**
     * Shares have one whole, so they come from one estimator: that which counts the most of the entities, among those
     * that count the world where any does.
     */
    private static List<Series> ofOneEstimator(IndicatorSnapshot snapshot, ChartView view) {
        var counted = snapshot.series().stream().filter(s -> !s.readings().isEmpty())
                .filter(s -> view.entities().contains(s.entity().slug()))
                .collect(Collectors.groupingBy(s -> s.estimator().slug(), LinkedHashMap::new, Collectors.toList()));
        var withWorld = counted.keySet().stream()
                .filter(e -> snapshot.series(Transforms.WORLD, e).isPresent()).collect(Collectors.toSet());
        return counted.entrySet().stream()
                .filter(e -> withWorld.isEmpty() || withWorld.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.<List<Series>>comparingInt(List::size)
                        .thenComparing(l -> -l.stream().mapToInt(Series::preference).sum()))
                .orElse(List.of()).stream()
                .sorted(Comparator.comparingInt(s -> view.entities().indexOf(s.entity().slug())))
                .toList();
    }

    /** What the view draws as: columns need an axis from zero, and only values and changes have one. */
    static Draw draw(IndicatorSnapshot snapshot, ChartView view) {
        var draw = snapshot.indicator().draw();
        return switch (draw) {
            case COLUMNS -> view.scale() == Scale.LOG || view.transform() == Transform.INDEX ? Draw.LINE : draw;
            case STEP -> view.transform() == Transform.NONE || view.transform() == Transform.INDEX ? draw : Draw.LINE;
            case LINE, DOTS, BARS -> draw;
        };
    }
}
