package io.raceboard.live;

import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.ESTIMATOR;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Source;
import io.raceboard.ledger.CurrentRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads the current values of whole indicators, any number of them in one round trip. */
@Component
class SeriesQueries {

    private final DSLContext sql;

    SeriesQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The snapshots of these indicators by slug, without those that do not exist. */
    Map<String, IndicatorSnapshot> snapshots(Collection<String> slugs, Catalog catalog) {
        var rows = sql.select(
                        INDICATOR.SLUG, ENTITY.SLUG, SERIES.ID, SERIES.PREFERENCE, SERIES.TITLE_EN, SERIES.TITLE_ZH,
                        ESTIMATOR.SLUG, ESTIMATOR.TITLE_EN, ESTIMATOR.TITLE_ZH,
                        OBSERVATION.PERIOD, OBSERVATION.AMOUNT, OBSERVATION.LOW, OBSERVATION.HIGH,
                        OBSERVATION.STATUS, OBSERVATION.PARTIAL, SOURCE.SLUG, OBSERVATION.NOTE,
                        OBSERVATION.RECORDED_AT, OBSERVATION.VINTAGE, OBSERVATION.CHANGE_ID, OBSERVATION.WITHDRAWN)
                .from(SERIES)
                .join(INDICATOR).on(SERIES.INDICATOR_ID.eq(INDICATOR.ID))
                .join(ENTITY).on(SERIES.ENTITY_ID.eq(ENTITY.ID))
                .join(ESTIMATOR).on(SERIES.ESTIMATOR.eq(ESTIMATOR.SLUG))
                .join(OBSERVATION).on(OBSERVATION.SERIES_ID.eq(SERIES.ID))
                .join(SOURCE).on(OBSERVATION.SOURCE_ID.eq(SOURCE.ID))
                .where(INDICATOR.SLUG.in(slugs), CurrentRows.of(OBSERVATION))
                .orderBy(SERIES.ID, OBSERVATION.PERIOD_START, OBSERVATION.PERIOD_END.desc())
                .fetch();
        var byIndicator = rows.stream().collect(groupingBy(r -> r.get(INDICATOR.SLUG)));
        var found = new LinkedHashMap<String, IndicatorSnapshot>();
        for (var slug : slugs) {
            catalog.indicator(slug).ifPresent(indicator ->
                    found.put(slug, snapshot(indicator, byIndicator.getOrDefault(slug, List.of()), catalog)));
        }
        return found;
    }

    /** @param all current rows; a withdrawn one is no reading, but withdrawing it makes a newer version */
    private static IndicatorSnapshot snapshot(Indicator indicator, List<? extends Record> all, Catalog catalog) {
        var rows = all.stream().filter(r -> !r.get(OBSERVATION.WITHDRAWN)).toList();
        var bySeries = rows.stream().collect(groupingBy(r -> r.get(SERIES.ID), LinkedHashMap::new, toList()));
        var series = new ArrayList<Series>();
        bySeries.values().forEach(ofOne -> {
            var first = ofOne.getFirst();
            var title = first.get(SERIES.TITLE_EN);
            series.add(new Series(
                    Objects.requireNonNull(catalog.entities().get(first.get(ENTITY.SLUG))),
                    new Estimator(first.get(ESTIMATOR.SLUG),
                            new Label(first.get(ESTIMATOR.TITLE_EN), first.get(ESTIMATOR.TITLE_ZH))),
                    first.get(SERIES.PREFERENCE),
                    title == null ? null : new Label(title, first.get(SERIES.TITLE_ZH)),
                    ofOne.stream().map(SeriesQueries::reading).toList()));
        });
        series.sort(order(indicator));
        Map<String, Source> sources = new LinkedHashMap<>();
        rows.stream().collect(mapping(r -> r.get(SOURCE.SLUG), toList())).stream().distinct()
                .forEach(slug -> sources.put(slug, Objects.requireNonNull(catalog.sources().get(slug))));
        long version = all.stream().mapToLong(r -> r.get(OBSERVATION.CHANGE_ID)).max().orElse(0);
        Instant changedAt = all.stream().map(r -> r.get(OBSERVATION.RECORDED_AT))
                .max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        return new IndicatorSnapshot(indicator, List.copyOf(series), Map.copyOf(sources),
                Math.max(version, catalog.version()), changedAt);
    }

    private static Reading reading(Record row) {
        return new Reading(row.get(OBSERVATION.PERIOD), row.get(OBSERVATION.AMOUNT).stripTrailingZeros(),
                stripped(row.get(OBSERVATION.LOW)), stripped(row.get(OBSERVATION.HIGH)),
                row.get(OBSERVATION.STATUS), row.get(OBSERVATION.PARTIAL), row.get(SOURCE.SLUG),
                row.get(OBSERVATION.NOTE), row.get(OBSERVATION.RECORDED_AT), row.get(OBSERVATION.VINTAGE),
                row.get(OBSERVATION.CHANGE_ID));
    }

    private static java.math.@org.jspecify.annotations.Nullable BigDecimal stripped(
            java.math.@org.jspecify.annotations.Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    private static Comparator<Series> order(Indicator indicator) {
        var first = indicator.defaultEntities();
        return Comparator
                .comparingInt((Series s) -> {
                    int at = first.indexOf(s.entity().slug());
                    return at < 0 ? Integer.MAX_VALUE : at;
                })
                .thenComparing((Series s) -> isPlace(s.entity()) ? 0 : 1)
                .thenComparing((Series s) -> s.entity().title().en())
                .thenComparingInt(Series::preference);
    }

    private static boolean isPlace(Entity entity) {
        return switch (entity.kind()) {
            case COUNTRY, BLOC -> true;
            case REGION, COMPANY, PRODUCT, MODEL, GROUP -> false;
        };
    }
}
