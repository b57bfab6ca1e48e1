package io.raceboard.entry;

import io.raceboard.access.Person;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Period;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import io.raceboard.review.Submission;
import io.raceboard.review.Wish;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One series that somebody works on: what the store holds of it, and how values of it get there. */
class SeriesAtWork {

    /** Lines of the sheet at the most. */
    private static final int MOST_POINTS = 5_000;

    private final EntryParts parts;
    private final Words words;
    private final Indicator indicator;
    private final SeriesKey key;
    private final SourceField source;
    private final Sheet sheet;
    private @Nullable SeriesDraft newSeries;
    private @Nullable Estimator newEstimator;
    private long version = -1;

    SeriesAtWork(EntryParts parts, Indicator indicator, SeriesKey key, SourceField source, CellTexts texts,
            NewSeriesDialog.@Nullable Wanted wanted) {
        this.parts = parts;
        this.words = parts.words().words();
        this.indicator = indicator;
        this.key = key;
        this.source = source;
        sheet = new Sheet(key, texts, parts.queries().points(key, MOST_POINTS), parts.today());
        if (wanted != null) {
            newSeries = wanted.series();
            newEstimator = wanted.estimator();
        }
    }

    SeriesKey key() {
        return key;
    }

    Sheet sheet() {
        return sheet;
    }

    Person person() {
        return parts.signedIn().person();
    }

    /** Whether this person's values go onto the board without anybody else. */
    boolean mayPublish() {
        return parts.submissions().mayPublish(person(), Set.of(indicator.topic())).isEmpty();
    }

    Wish usualWish() {
        return mayPublish() ? Wish.PUBLISH : Wish.ASK_REVIEW;
    }

    /** The series when the store does not know it yet. */
    @Nullable SeriesDraft newSeries() {
        return newSeries;
    }

    @Nullable Estimator newEstimator() {
        return newEstimator;
    }

    /** A new series that was kept of an earlier visit. */
    void begin(SeriesDraft series, @Nullable Estimator estimator) {
        newSeries = series;
        newEstimator = estimator;
    }

    /** Hands values over, with the sources, the series and the estimator that they need and the store does not know. */
    Submission submit(List<ObservationDraft> values, String reason, Act.Kind kind, Wish wish) {
        var batch = Batch.values(values);
        var named = values.stream().map(ObservationDraft::source).collect(Collectors.toSet());
        for (var fresh : source.fresh()) {
            if (named.contains(fresh.slug())) {
                batch = batch.and(Batch.of(fresh));
            }
        }
        if (newSeries != null) {
            batch = batch.and(Batch.of(newSeries));
        }
        if (newEstimator != null) {
            batch = batch.and(Batch.of(newEstimator));
        }
        return submit(batch, reason, kind, wish);
    }

    Submission submit(Batch batch, String reason, Act.Kind kind, Wish wish) {
        return parts.submissions().submit(person(), batch, kind, "desk/" + indicator.slug(),
                reason.isBlank() ? null : reason.strip(), wish);
    }

    /** The store holds what was typed now. */
    void saved() {
        newSeries = null;
        newEstimator = null;
        source.recent(parts.queries().recentSources(indicator.slug(), 12));
        reload();
    }

    void reload() {
        version = now();
        sheet.refresh(parts.queries().points(key, MOST_POINTS));
    }

    /** Whether somebody has saved since this was asked or loaded last. */
    boolean hasNews() {
        boolean news = version >= 0 && version != now();
        version = now();
        return news;
    }

    long version() {
        return version;
    }

    private long now() {
        return parts.board().versions().of(Set.of(indicator.slug()));
    }

    /** The values as they stood in these vintages, by their periods. */
    Map<Period, Point> asSeen(Map<Period, Integer> vintages) {
        return parts.queries().asSeen(key, vintages);
    }

    /** {@code 2025: 315 GW}. */
    String name(ObservationDraft draft) {
        var period = Period.parse(draft.period()).label(words.lang());
        return draft.amount() == null ? period
                : words.say("entry.what", period, Numbers.full(draft.amount(), indicator.unit(), words.lang()));
    }
}
