package io.raceboard.review;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.chart.Chart;
import io.raceboard.chart.ChartView;
import io.raceboard.chart.Charts;
import io.raceboard.chart.DraftDrawing;
import io.raceboard.chart.TimeRange;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.live.Catalog;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The chart of an indicator as it would be with proposed values in it. Made for one page of the desk, never kept where
 * public pages take their charts from.
 */
public final class DraftChart {

    /** So that what is drawn stays legible; the newest are taken. */
    public static final int MOST_VALUES = 400;

    private final IndicatorSnapshot withDrafts;
    private final List<DraftDrawing.Draft> drafts = new ArrayList<>();
    private final LinkedHashSet<String> entities = new LinkedHashSet<>();
    private boolean allEstimates;
    private boolean allTime;

    /** @param proposed values of this indicator; what is no value yet, such as an unknown period, is left out */
    public DraftChart(IndicatorSnapshot board, Catalog catalog, List<ObservationDraft> proposed) {
        var view = ChartView.of(board);
        Map<String, Series> series = new LinkedHashMap<>();
        board.series().forEach(s -> series.put(s.key(), s));
        entities.addAll(view.entities());
        for (var draft : proposed) {
            var period = Period.find(draft.period());
            var entity = catalog.entities().get(draft.entity());
            var key = draft.entity() + ":" + draft.estimator();
            if (period.isEmpty() || entity == null || (draft.amount() == null && !draft.withdrawn())) {
                continue;
            }
            var line = series.getOrDefault(key, unheardOf(entity, draft.estimator()));
            drafts.add(new DraftDrawing.Draft(key, period.get(),
                    line.at(period.get().text()).map(Reading::amount).orElse(null)));
            series.put(key, with(line, draft, period.get()));
            entities.add(entity.slug());
            allEstimates |= line.preference() > 1;
            allTime |= !view.time().includes(period.get());
        }
        allEstimates |= view.allEstimates();
        withDrafts = new IndicatorSnapshot(board.indicator(), List.copyOf(series.values()), board.sources(),
                board.version(), board.changedAt());
    }

    private static Series unheardOf(Entity entity, String estimator) {
        return new Series(entity, new Estimator(estimator, new Label(estimator, null)), 1, null, List.of());
    }

    private static Series with(Series line, ObservationDraft draft, Period period) {
        var readings = new TreeMap<Period, Reading>(Comparator.naturalOrder());
        line.readings().forEach(r -> readings.put(r.period(), r));
        if (draft.withdrawn()) {
            readings.remove(period);
        } else {
            var before = readings.get(period);
            readings.put(period, new Reading(period, draft.amount(), draft.low(), draft.high(), status(draft),
                    draft.partial(), draft.source(), draft.note(),
                    before == null ? java.time.Instant.EPOCH : before.recordedAt(),
                    before == null ? 1 : before.vintage() + 1, 0));
        }
        return new Series(line.entity(), line.estimator(), line.preference(), line.title(),
                List.copyOf(readings.values()));
    }

    private static Status status(ObservationDraft draft) {
        try {
            return Status.of(draft.status());
        } catch (IllegalArgumentException notYet) {
            return Status.ACTUAL;
        }
    }

    /** The chart in the indicator's own view, widened so that every proposed value is in it. */
    public Chart chart(Words words) {
        var view = ChartView.of(withDrafts).with(entities.stream().limit(ChartView.MOST_LINES).toList()).withAllEstimates(allEstimates);
        return Charts.of(withDrafts, allTime ? view.with(TimeRange.ALL) : view, words, List.of());
    }

    /** Its picture as escaped SVG. */
    public String svg(Words words, int width, int height) {
        return DraftDrawing.svg(chart(words), drafts, words.say("review.draft-word"), width, height);
    }
}
