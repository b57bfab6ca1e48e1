package io.raceboard.entry;

import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.ESTIMATOR;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.ledger.CurrentRows;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the entry page shows; pages and filters in the database. */
@Component
class EntryQueries {

    /**
     * A series to choose.
     *
     * @param values current values, withdrawn ones not counted
     * @param last the day at which its last period ends; null without values
     */
    record SeriesChoice(SeriesKey key, int preference, @Nullable Label title, Label estimatorTitle, int values,
            @Nullable LocalDate last) {
    }

    private final DSLContext sql;

    EntryQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** All series of the indicator, also those without values. */
    List<SeriesChoice> series(String indicator) {
        return sql.select(ENTITY.SLUG, ESTIMATOR.SLUG, SERIES.PREFERENCE, SERIES.TITLE_EN, SERIES.TITLE_ZH,
                        ESTIMATOR.TITLE_EN, ESTIMATOR.TITLE_ZH, countDistinct(OBSERVATION.ID),
                        max(OBSERVATION.PERIOD_END))
                .from(SERIES)
                .join(INDICATOR).on(SERIES.INDICATOR_ID.eq(INDICATOR.ID))
                .join(ENTITY).on(SERIES.ENTITY_ID.eq(ENTITY.ID))
                .join(ESTIMATOR).on(SERIES.ESTIMATOR.eq(ESTIMATOR.SLUG))
                .leftJoin(OBSERVATION).on(OBSERVATION.SERIES_ID.eq(SERIES.ID),
                        CurrentRows.of(OBSERVATION), OBSERVATION.WITHDRAWN.isFalse())
                .where(INDICATOR.SLUG.eq(indicator))
                .groupBy(SERIES.ID, ENTITY.SLUG, ESTIMATOR.SLUG, SERIES.PREFERENCE, SERIES.TITLE_EN, SERIES.TITLE_ZH,
                        ESTIMATOR.TITLE_EN, ESTIMATOR.TITLE_ZH)
                .orderBy(ENTITY.SLUG, SERIES.PREFERENCE, ESTIMATOR.SLUG)
                .fetch(mapping((entity, estimator, preference, en, zh, byEn, byZh, values, last) ->
                        new SeriesChoice(new SeriesKey(indicator, entity, estimator), preference,
                                en == null ? null : new Label(en, zh), new Label(byEn, byZh), values, last)));
    }

    /** The newest current values of a series, oldest first, withdrawn ones included. */
    List<Point> points(SeriesKey key, int most) {
        return pointsWhere(key, CurrentRows.of(OBSERVATION), most).reversed();
    }

    /** The values of a series as they stood in these vintages, by their periods; 0 stands for none. */
    Map<Period, Point> asSeen(SeriesKey key, Map<Period, Integer> vintages) {
        var these = vintages.entrySet().stream()
                .map(v -> (Condition) OBSERVATION.PERIOD.eq(v.getKey()).and(OBSERVATION.VINTAGE.eq(v.getValue())))
                .reduce(falseCondition(), Condition::or);
        return pointsWhere(key, these, vintages.size()).stream().collect(Collectors.toMap(Point::period, p -> p));
    }

    private List<Point> pointsWhere(SeriesKey key, Condition which, int most) {
        return sql.select(OBSERVATION.PERIOD, OBSERVATION.AMOUNT, OBSERVATION.LOW, OBSERVATION.HIGH,
                        OBSERVATION.STATUS, OBSERVATION.PARTIAL, OBSERVATION.WITHDRAWN, SOURCE.SLUG, OBSERVATION.NOTE,
                        OBSERVATION.VINTAGE)
                .from(OBSERVATION)
                .join(SERIES).on(OBSERVATION.SERIES_ID.eq(SERIES.ID))
                .join(INDICATOR).on(SERIES.INDICATOR_ID.eq(INDICATOR.ID))
                .join(ENTITY).on(SERIES.ENTITY_ID.eq(ENTITY.ID))
                .join(SOURCE).on(OBSERVATION.SOURCE_ID.eq(SOURCE.ID))
                .where(INDICATOR.SLUG.eq(key.indicator()), ENTITY.SLUG.eq(key.entity()),
                        SERIES.ESTIMATOR.eq(key.estimator()), which)
                .orderBy(OBSERVATION.PERIOD_START.desc(), OBSERVATION.PERIOD_END)
                .limit(most)
                .fetch(mapping(Point::new));
    }

    /** Sources of the newest values of the indicator, the newest first. */
    List<Source> recentSources(String indicator, int most) {
        var recent = max(OBSERVATION.ID).as("recent");
        return sql.select(SOURCE.SLUG, SOURCE.TITLE, SOURCE.PUBLISHER, SOURCE.URL, SOURCE.PUBLISHED, SOURCE.LICENCE,
                        SOURCE.LICENCE_KIND, SOURCE.REDISTRIBUTABLE, SOURCE.SHARE_ALIKE, SOURCE.NOTE, recent)
                .from(OBSERVATION)
                .join(SERIES).on(OBSERVATION.SERIES_ID.eq(SERIES.ID))
                .join(INDICATOR).on(SERIES.INDICATOR_ID.eq(INDICATOR.ID))
                .join(SOURCE).on(OBSERVATION.SOURCE_ID.eq(SOURCE.ID))
                .where(INDICATOR.SLUG.eq(indicator))
                .groupBy(SOURCE.SLUG, SOURCE.TITLE, SOURCE.PUBLISHER, SOURCE.URL, SOURCE.PUBLISHED, SOURCE.LICENCE,
                        SOURCE.LICENCE_KIND, SOURCE.REDISTRIBUTABLE, SOURCE.SHARE_ALIKE, SOURCE.NOTE)
                .orderBy(recent.desc())
                .limit(most)
                .fetch(r -> new Source(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(),
                        r.value7(), r.value8(), r.value9(), r.value10()));
    }

    /** Sources in whose title, publisher, address or slug all words occur. */
    List<Source> sources(String words, int offset, int most) {
        return fetchSources(matches(words).and(SOURCE.MERGED_INTO.isNull()), offset, most);
    }

    /** The source with this slug, title or address; addresses may differ in what does not matter. */
    Optional<Source> source(String text) {
        var plain = text.strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (plain.matches("(?i)https?://.*|www\\..*")) {
            return fetchSources(lower(SOURCE.URL).in(Addresses.writings(plain)).and(SOURCE.MERGED_INTO.isNull()), 0, 1).stream().findFirst();
        }
        return fetchSources(SOURCE.SLUG.eq(plain), 0, 1).stream().findFirst()
                .or(() -> only(fetchSources(
                        lower(SOURCE.TITLE).eq(plain.toLowerCase(Locale.ROOT)).and(SOURCE.MERGED_INTO.isNull()), 0, 2)));
    }

    private static Optional<Source> only(List<Source> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Source> fetchSources(Condition condition, int offset, int most) {
        return sql.select(SOURCE.SLUG, SOURCE.TITLE, SOURCE.PUBLISHER, SOURCE.URL, SOURCE.PUBLISHED, SOURCE.LICENCE,
                        SOURCE.LICENCE_KIND, SOURCE.REDISTRIBUTABLE, SOURCE.SHARE_ALIKE, SOURCE.NOTE)
                .from(SOURCE)
                .where(condition)
                .orderBy(SOURCE.PUBLISHER, SOURCE.TITLE, SOURCE.SLUG)
                .offset(offset)
                .limit(most)
                .fetch(mapping(Source::new));
    }

    private static Condition matches(String words) {
        return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).filter(w -> !w.isEmpty())
                .map(word -> anyContains(word, () -> List.of(SOURCE.TITLE, SOURCE.PUBLISHER, SOURCE.URL, SOURCE.SLUG)))
                .reduce(noCondition(), Condition::and);
    }

    private static Condition anyContains(String word, Supplier<List<Field<String>>> fields) {
        return fields.get().stream().map(f -> (Condition) lower(f).contains(word)).reduce(Condition::or).orElseThrow();
    }

    /** Who counts or estimates, for a new series. */
    List<Estimator> estimators() {
        return sql.select(ESTIMATOR.SLUG, ESTIMATOR.TITLE_EN, ESTIMATOR.TITLE_ZH)
                .from(ESTIMATOR)
                .orderBy(ESTIMATOR.TITLE_EN)
                .fetch(mapping((slug, en, zh) -> new Estimator(slug, new Label(en, zh))));
    }
}
