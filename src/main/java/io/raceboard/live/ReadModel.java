package io.raceboard.live;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedNumberSignal;
import io.raceboard.ledger.ChangeSaved;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The one way out of the store: immutable snapshots that every open page shares. After a change it reads what changed
 * once, however many pages are open, and then tells them by one signal.
 */
@Component
public class ReadModel {

    /** How many values of a change are shown in full. */
    public static final int SAMPLE = 12;
    private static final String INDICATOR = "indicator";

    private final SeriesQueries series;
    private final CatalogQueries catalogs;
    private final ChangeQueries changes;
    private final Clock clock;

    private final Map<String, IndicatorSnapshot> snapshots = new ConcurrentHashMap<>();
    /** Counts the news. Pages of all sessions share it, so it holds a number and no data: each read parses it anew. */
    private final SharedNumberSignal news = new SharedNumberSignal(0);
    private volatile Catalog catalog;
    private volatile Totals totals;
    private volatile Versions versions;

    ReadModel(SeriesQueries series, CatalogQueries catalogs, ChangeQueries changes, Clock clock) {
        this.series = series;
        this.catalogs = catalogs;
        this.changes = changes;
        this.clock = clock;
        this.catalog = catalogs.catalog();
        this.totals = catalogs.totals();
        this.versions = catalogs.versions(today());
    }

    public Catalog catalog() {
        return catalog;
    }

    public Totals totals() {
        return totals;
    }

    /** The versions of now. */
    public Versions versions() {
        return versions;
    }

    /** Changes whenever the versions do; read it in an effect that must run again then. */
    public Signal<Double> news() {
        return news.asReadonly();
    }

    /** Under its slug of today or an earlier one. */
    public Optional<IndicatorSnapshot> indicator(String slug) {
        return Optional.ofNullable(indicators(List.of(slug)).get(slug));
    }

    /** Snapshots by slug as asked, in that order, without unknown ones; one query for all that are not held yet. */
    public Map<String, IndicatorSnapshot> indicators(Collection<String> slugs) {
        var names = catalog;
        var missing = slugs.stream().map(slug -> names.now(INDICATOR, slug))
                .filter(slug -> !snapshots.containsKey(slug)).toList();
        if (!missing.isEmpty()) {
            series.snapshots(missing, names).forEach(this::keepNewer);
        }
        var found = new LinkedHashMap<String, IndicatorSnapshot>();
        for (var slug : slugs) {
            var snapshot = snapshots.get(names.now(INDICATOR, slug));
            if (snapshot != null) {
                found.put(slug, snapshot);
            }
        }
        return found;
    }

    /** The newest changes first. */
    public List<ChangeEntry> latestChanges(int most) {
        return changes.latest(most, null);
    }

    /** The newest changes to one indicator's values first. */
    public List<ChangeEntry> changesOf(String indicator, int most) {
        return changes.latest(most, indicator);
    }

    /** Current observations by slug of their source. */
    public Map<String, Integer> observationsBySource() {
        return catalogs.observationsBySource();
    }

    /** Reads what a change touched, then announces it. Runs on the saving thread, right after its commit. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public synchronized void refresh(ChangeSaved change) {
        if (change.catalog()) {
            catalog = catalogs.catalog();
            snapshots.clear();
        } else {
            var held = change.indicators().stream().filter(snapshots::containsKey).toList();
            if (!held.isEmpty()) {
                series.snapshots(held, catalog).forEach(this::keepNewer);
            }
        }
        totals = catalogs.totals(totals.observations() + catalogs.observationsAddedBy(change.changeId()));
        announce(change.movesSlugs() ? catalogs.versions(today()) : versions.after(change, today()));
    }

    /** A new day makes what is shown a day older, on every open page. All is counted anew then. */
    @Scheduled(cron = "0 0 0 * * *", zone = "UTC")
    synchronized void newDay() {
        totals = catalogs.totals();
        announce(catalogs.versions(today()));
    }

    private void announce(Versions now) {
        versions = now;
        news.incrementBy(1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void keepNewer(String slug, IndicatorSnapshot loaded) {
        snapshots.merge(slug, loaded, (held, fresh) -> fresh.version() >= held.version() ? fresh : held);
    }
}
