package io.raceboard.records;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.raceboard.catalog.Label;
import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A page of all current values, quickly also among a million. A filter that few values pass is answered from its own
 * index, whole; else the values are walked in the wanted order until a page is full. Each statement needs one index
 * only, so that it is fast whatever a database's planner thinks of the filters together.
 */
@Component
class ValueQueries {

    static final int PAGE = 50;

    /** So many values that pass a filter are read whole and sorted here. */
    private static final int FEW = 20_000;
    /** So many values are walked through for one page. */
    private static final int PATIENCE = 40_000;
    private static final int FIRST_STEP = 500;
    private static final int STEP = 8_000;
    private static final short CURRENT = 1;

    private static final io.raceboard.db.tables.Observation O = OBSERVATION;

    private final DSLContext sql;
    private final int few;

    @Autowired
    ValueQueries(DSLContext sql) {
        this(sql, FEW);
    }

    ValueQueries(DSLContext sql, int few) {
        this.sql = sql;
        this.few = few;
    }

    /** What a filter comes to in the numbers of the store. */
    private record Wanted(ValueFilter filter, @Nullable Set<Long> series, @Nullable Long source,
            @Nullable Long firstChange) {

        boolean takes(ValueSpot spot) {
            return spot.current()
                    && (series == null || series.contains(spot.series()))
                    && (source == null || source == spot.source())
                    && (firstChange == null || spot.change() >= firstChange)
                    && (filter.status() == null || filter.status() == spot.status())
                    && (filter.from() == null || !spot.start().isBefore(filter.from().start()))
                    && (filter.to() == null || !spot.start().isAfter(filter.to().end()));
        }
    }

    /** @param after the last value of the page before; null for the first page */
    ValuePage page(ValueFilter filter, ValueOrder order, @Nullable ValueSpot after) {
        var series = filter.bySeries() ? new HashSet<>(seriesOf(filter)) : null;
        var source = filter.source() == null ? null : sourceId(filter.source());
        var change = filter.since() == null ? null : sql.select(min(CHANGE.ID)).from(CHANGE)
                .where(CHANGE.RECORDED_AT.ge(filter.since())).fetchSingle().value1();
        if (series != null && series.isEmpty() || filter.source() != null && source == null
                || filter.since() != null && change == null) {
            return new ValuePage(List.of(), null, true, OptionalInt.of(0));
        }
        var wanted = new Wanted(filter, series, source, change);
        var few = few(wanted);
        if (few != null) {
            var all = few.stream().filter(wanted::takes).sorted(order.comparator()).toList();
            var page = all.stream().filter(s -> after == null || order.comparator().compare(s, after) > 0)
                    .limit(PAGE + 1).toList();
            return page(page, true, OptionalInt.of(all.size()));
        }
        if (filter.bySeriesOnly()) {
            return page(ofManySeries(filter.text().isBlank() ? seriesWhere(filter) : SERIES.ID.in(series), order, after),
                    true, OptionalInt.empty());
        }
        return walk(wanted, order, after);
    }

    private List<Long> seriesOf(ValueFilter filter) {
        return sql.select(SERIES.ID).from(SERIES).where(seriesWhere(filter)).fetch(SERIES.ID);
    }

    private static Condition seriesWhere(ValueFilter filter) {
        var s = SERIES;
        var where = noCondition();
        where = filter.topic() == null ? where : where.and(s.indicator().TOPIC.eq(filter.topic()));
        where = filter.indicator() == null ? where : where.and(s.indicator().SLUG.eq(filter.indicator()));
        where = filter.entity() == null ? where : where.and(s.entity().SLUG.eq(filter.entity()));
        where = filter.estimator() == null ? where : where.and(s.ESTIMATOR.eq(filter.estimator()));
        for (var word : filter.text().strip().split("\\s+")) {
            where = word.isEmpty() ? where : where.and(or(Stream.of(s.indicator().SLUG, s.indicator().TITLE_EN,
                    s.indicator().TITLE_ZH, s.entity().SLUG, s.entity().TITLE_EN, s.entity().TITLE_ZH, s.ESTIMATOR,
                    s.estimator().TITLE_EN, s.estimator().TITLE_ZH).map(f -> f.containsIgnoreCase(word)).toList()));
        }
        return where;
    }

    private @Nullable Long sourceId(String slug) {
        return sql.select(SOURCE.ID).from(SOURCE).where(SOURCE.SLUG.eq(slug)).fetchOne(SOURCE.ID);
    }

    /** All values that pass the narrowest single filter, if they are few; else null. */
    private @Nullable List<ValueSpot> few(Wanted wanted) {
        var filter = wanted.filter();
        var conditions = new ArrayList<Condition>();
        if (wanted.series() != null && wanted.series().size() <= 500) {
            conditions.add(O.SERIES_ID.in(wanted.series()).and(O.CURRENT_MARK.eq(CURRENT)));
        }
        if (wanted.source() != null) {
            conditions.add(O.SOURCE_ID.eq(wanted.source()).and(O.CURRENT_MARK.eq(CURRENT)));
        }
        if (wanted.firstChange() != null) {
            conditions.add(O.CHANGE_ID.ge(wanted.firstChange()));
        }
        if (filter.status() != null) {
            conditions.add(listed(filter, filter.status()));
        }
        for (var condition : conditions) {
            if (count(condition) <= few) {
                return spots(condition).fetch(ValueQueries::spot);
            }
        }
        if (filter.byPeriod() && filter.status() == null) {
            var each = Arrays.stream(Status.values()).map(status -> listed(filter, status)).toList();
            if (each.stream().mapToInt(this::count).sum() <= few) {
                return each.stream().flatMap(c -> spots(c).fetch(ValueQueries::spot).stream()).toList();
            }
        }
        return null;
    }

    private static Condition listed(ValueFilter filter, Status status) {
        return O.CURRENT_MARK.eq(CURRENT).and(O.STATUS.eq(status))
                .and(filter.from() == null ? noCondition() : O.PERIOD_START.ge(filter.from().start()))
                .and(filter.to() == null ? noCondition() : O.PERIOD_START.le(filter.to().end()));
    }

    private int count(Condition condition) {
        return sql.fetchCount(select(inline(1)).from(O).where(condition).limit(few + 1));
    }

    /** The newest series of all can alone have the newest values: as many series as a page has rows are read. */
    private List<ValueSpot> ofManySeries(Condition which, ValueOrder order, @Nullable ValueSpot after) {
        Condition beyond = after == null ? noCondition() : beyond(order, after);
        boolean up = order == ValueOrder.EARLIEST;
        Field<?> by = order == ValueOrder.CHANGED ? O.ID : O.PERIOD_START;
        List<OrderField<?>> sort = up ? List.of(O.SERIES_ID.asc(), O.CURRENT_MARK.asc(), by.asc())
                : List.of(O.SERIES_ID.desc(), O.CURRENT_MARK.desc(), by.desc());
        Field<?> head = field(select(by).from(O)
                .where(O.SERIES_ID.eq(SERIES.ID), O.CURRENT_MARK.eq(CURRENT), beyond).orderBy(sort).limit(1)).as("head");
        var first = sql.select(SERIES.ID, head).from(SERIES).where(which).fetch().stream()
                .filter(r -> r.get(1) != null)
                .sorted(heads(up))
                .limit(PAGE + 1L).map(r -> r.get(SERIES.ID)).toList();
        if (first.isEmpty()) {
            return List.of();
        }
        return first.stream()
                .<Select<Record7<Long, Long, LocalDate, Status, Long, Long, Short>>>map(series ->
                        spots(O.SERIES_ID.eq(series).and(O.CURRENT_MARK.eq(CURRENT)).and(beyond)).orderBy(sort)
                                .limit(PAGE + 1))
                .reduce(Select::unionAll).map(all -> sql.fetch(all).map(ValueQueries::spot)).orElseThrow().stream()
                .sorted(order.comparator()).limit(PAGE + 1L).toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Comparator<Record> heads(boolean up) {
        Comparator<Record> byHead = Comparator.comparing(r -> (Comparable) r.get(1));
        Comparator<Record> bySeries = Comparator.comparing(r -> r.get(SERIES.ID));
        var both = byHead.thenComparing(bySeries);
        return up ? both : both.reversed();
    }

    /** Values in the wanted order, those that pass all filters kept, until the page is full or patience is over. */
    private ValuePage walk(Wanted wanted, ValueOrder order, @Nullable ValueSpot after) {
        var found = new ArrayList<ValueSpot>();
        var last = after;
        int step = FIRST_STEP;
        for (int walked = 0; walked < PATIENCE; step = Math.min(4 * step, STEP)) {
            var next = order == ValueOrder.CHANGED ? byChange(wanted, last, step) : byPeriod(wanted, order, last, step);
            for (var spot : next) {
                if (order == ValueOrder.CHANGED && wanted.firstChange() != null
                        && spot.change() < wanted.firstChange()) {
                    return page(found, true, OptionalInt.empty());
                }
                if (wanted.takes(spot)) {
                    found.add(spot);
                    if (found.size() > PAGE) {
                        return page(found, true, OptionalInt.empty());
                    }
                }
            }
            if (next.size() < step) {
                return page(found, true, OptionalInt.empty());
            }
            last = next.getLast();
            walked += next.size();
        }
        return new ValuePage(lines(found), last, false, OptionalInt.empty());
    }

    private List<ValueSpot> byChange(Wanted wanted, @Nullable ValueSpot after, int most) {
        var beyond = after == null ? noCondition() : O.ID.lt(after.id());
        return wanted.source() == null
                ? spots(beyond).orderBy(O.ID.desc()).limit(most).fetch(ValueQueries::spot)
                : spots(O.SOURCE_ID.eq(wanted.source()).and(O.CURRENT_MARK.eq(CURRENT)).and(beyond))
                        .orderBy(O.SOURCE_ID.desc(), O.CURRENT_MARK.desc(), O.ID.desc()).limit(most)
                        .fetch(ValueQueries::spot);
    }

    /** The index lies by status first: one walk for each, merged. */
    private List<ValueSpot> byPeriod(Wanted wanted, ValueOrder order, @Nullable ValueSpot after, int most) {
        var filter = wanted.filter();
        boolean up = order == ValueOrder.EARLIEST;
        var fields = List.<Field<?>>of(O.CURRENT_MARK, O.STATUS, O.PERIOD_START, O.SERIES_ID, O.ID);
        var sort = fields.stream().map(f -> up ? f.asc() : f.desc()).toList();
        var beyond = after == null ? noCondition() : beyond(order, after);
        return (filter.status() == null ? Arrays.stream(Status.values()) : Stream.of(filter.status()))
                .flatMap(status -> spots(listed(filter, status).and(beyond)).orderBy(sort).limit(most)
                        .fetch(ValueQueries::spot).stream())
                .sorted(order.comparator()).limit(most).toList();
    }

    private static Condition beyond(ValueOrder order, ValueSpot after) {
        return switch (order) {
            case CHANGED -> O.ID.lt(after.id());
            case LATEST -> O.PERIOD_START.le(after.start()).and(O.PERIOD_START.lt(after.start())
                    .or(O.SERIES_ID.lt(after.series()))
                    .or(O.SERIES_ID.eq(after.series()).and(O.ID.lt(after.id()))));
            case EARLIEST -> O.PERIOD_START.ge(after.start()).and(O.PERIOD_START.gt(after.start())
                    .or(O.SERIES_ID.gt(after.series()))
                    .or(O.SERIES_ID.eq(after.series()).and(O.ID.gt(after.id()))));
        };
    }

    private SelectConditionStep<Record7<Long, Long, LocalDate, Status, Long, Long, Short>> spots(Condition where) {
        return sql.select(O.ID, O.SERIES_ID, O.PERIOD_START, O.STATUS, O.SOURCE_ID, O.CHANGE_ID, O.CURRENT_MARK)
                .from(O).where(where);
    }

    private static ValueSpot spot(Record r) {
        return new ValueSpot(r.get(O.ID), r.get(O.SERIES_ID), r.get(O.PERIOD_START), r.get(O.STATUS),
                r.get(O.SOURCE_ID), r.get(O.CHANGE_ID), r.get(O.CURRENT_MARK) != null);
    }

    private ValuePage page(List<ValueSpot> found, boolean complete, OptionalInt total) {
        var page = found.stream().limit(PAGE).toList();
        return new ValuePage(lines(page), found.size() > PAGE ? page.getLast() : null, complete, total);
    }

    private List<ValueLine> lines(List<ValueSpot> spots) {
        if (spots.isEmpty()) {
            return List.of();
        }
        var i = O.series().indicator();
        var u = i.unit();
        var e = O.series().entity();
        var m = O.series().estimator();
        var ids = spots.stream().map(ValueSpot::id).toList();
        var lines = sql.select(O.ID, i.SLUG, e.SLUG, m.SLUG, i.TITLE_EN, i.TITLE_ZH, e.SHORT_EN, e.SHORT_ZH,
                        m.TITLE_EN, m.TITLE_ZH, u.CODE, u.DIMENSION, u.LABEL_EN, u.LABEL_ZH, u.SHORT_EN, u.SHORT_ZH,
                        O.PERIOD, O.AMOUNT, O.LOW, O.HIGH, O.STATUS, O.source().TITLE, O.change().RECORDED_AT,
                        O.change().ACTOR)
                .from(O).where(O.ID.in(ids))
                .fetch(r -> new ValueLine(r.get(O.ID),
                        String.join("/", r.get(i.SLUG), r.get(e.SLUG), r.get(m.SLUG), r.get(O.PERIOD).text()),
                        new Label(r.get(i.TITLE_EN), r.get(i.TITLE_ZH)), new Label(r.get(e.SHORT_EN), r.get(e.SHORT_ZH)),
                        new Label(r.get(m.TITLE_EN), r.get(m.TITLE_ZH)),
                        new Unit(r.get(u.CODE), r.get(u.DIMENSION), new Label(r.get(u.LABEL_EN), r.get(u.LABEL_ZH)),
                                new Label(r.get(u.SHORT_EN), r.get(u.SHORT_ZH))),
                        r.get(O.PERIOD), r.get(O.AMOUNT), r.get(O.LOW), r.get(O.HIGH), r.get(O.STATUS),
                        r.get(O.source().TITLE),
                        new Line.Saved(r.get(O.change().RECORDED_AT), r.get(O.change().ACTOR))))
                .stream().collect(toMap(ValueLine::id, line -> line));
        return ids.stream().map(lines::get).toList();
    }
}
