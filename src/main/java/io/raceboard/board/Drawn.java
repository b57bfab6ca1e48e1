package io.raceboard.board;

import io.raceboard.chart.Chart;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Series;
import java.util.List;
import java.util.stream.Collectors;

/** The series behind the lines of a chart. */
final class Drawn {

    private Drawn() {
    }

    /** In the order of the chart's lines. */
    static List<Series> series(IndicatorSnapshot snapshot, Chart chart) {
        var byKey = snapshot.series().stream().collect(Collectors.toMap(Series::key, s -> s));
        return chart.lines().stream().map(l -> byKey.get(l.key())).toList();
    }
}
