package io.raceboard.intake;

import static io.raceboard.db.Tables.ALIAS;
import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.ESTIMATOR;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;
import static io.raceboard.db.Tables.UNIT;

import io.raceboard.catalog.Label;
import io.raceboard.catalog.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.springframework.stereotype.Component;

/** Reads the names of all records, afresh for every preview. */
@Component
class NamesQueries {

    private final DSLContext sql;

    NamesQueries(DSLContext sql) {
        this.sql = sql;
    }

    Names names() {
        var indicators = new Lookup();
        var units = new HashMap<String, Unit>();
        sql.select(INDICATOR.SLUG, INDICATOR.TITLE_EN, INDICATOR.TITLE_ZH, UNIT.CODE, UNIT.DIMENSION, UNIT.LABEL_EN,
                        UNIT.LABEL_ZH, UNIT.SHORT_EN, UNIT.SHORT_ZH)
                .from(INDICATOR).join(UNIT).on(INDICATOR.UNIT.eq(UNIT.CODE))
                .forEach(r -> {
                    indicators.add(r.value1(), r.value2(), r.value3());
                    units.put(r.value1(), new Unit(r.value4(), r.value5(), new Label(r.value6(), r.value7()),
                            new Label(r.value8(), r.value9())));
                });
        var entities = new Lookup();
        sql.select(ENTITY.SLUG, ENTITY.TITLE_EN, ENTITY.TITLE_ZH, ENTITY.SHORT_EN, ENTITY.SHORT_ZH).from(ENTITY)
                .forEach(r -> entities.add(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
        var estimators = new Lookup();
        sql.select(ESTIMATOR.SLUG, ESTIMATOR.TITLE_EN, ESTIMATOR.TITLE_ZH).from(ESTIMATOR)
                .forEach(r -> estimators.add(r.value1(), r.value2(), r.value3()));
        var sources = new Lookup();
        sql.select(SOURCE.SLUG, SOURCE.TITLE, SOURCE.URL).from(SOURCE)
                .forEach(r -> sources.add(r.value1(), r.value2(), r.value3()));
        var series = new HashMap<String, List<String>>();
        sql.select(SERIES.indicator().SLUG, SERIES.entity().SLUG, SERIES.ESTIMATOR).from(SERIES)
                .orderBy(SERIES.PREFERENCE)
                .forEach(r -> series.computeIfAbsent(r.value1() + "/" + r.value2(), k -> new ArrayList<>())
                        .add(r.value3()));
        var kinds = Map.of("indicator", indicators, "entity", entities, "estimator", estimators, "source", sources);
        sql.select(ALIAS.RECORD_TYPE, ALIAS.OLD_SLUG, ALIAS.SLUG).from(ALIAS)
                .where(ALIAS.RECORD_TYPE.in(kinds.keySet()))
                .forEach(r -> kinds.get(r.value1()).addOld(r.value2(), r.value3()));
        return new Names(indicators, entities, estimators, sources, units, series);
    }

    /** What can be chosen for all rows; empty for a field that is no record. */
    List<Named> choices(Field field) {
        return switch (field) {
            case INDICATOR -> sql.select(INDICATOR.SLUG, INDICATOR.TITLE_EN, INDICATOR.TITLE_ZH).from(INDICATOR)
                    .orderBy(INDICATOR.TITLE_EN).fetch(NamesQueries::named);
            case ENTITY -> sql.select(ENTITY.SLUG, ENTITY.TITLE_EN, ENTITY.TITLE_ZH).from(ENTITY)
                    .orderBy(ENTITY.TITLE_EN).fetch(NamesQueries::named);
            case ESTIMATOR -> sql.select(ESTIMATOR.SLUG, ESTIMATOR.TITLE_EN, ESTIMATOR.TITLE_ZH).from(ESTIMATOR)
                    .orderBy(ESTIMATOR.TITLE_EN).fetch(NamesQueries::named);
            case SOURCE -> sql.select(SOURCE.SLUG, SOURCE.TITLE, SOURCE.PUBLISHER).from(SOURCE)
                    .orderBy(SOURCE.PUBLISHER, SOURCE.TITLE)
                    .fetch(r -> new Named(r.value1(), new Label(r.value3() + ": " + r.value2(), null)));
            default -> List.of();
        };
    }

    private static Named named(Record3<String, String, String> r) {
        return new Named(r.value1(), new Label(r.value2(), r.value3()));
    }
}
