package io.raceboard.records;

import static io.raceboard.db.Tables.OBSERVATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of all values shows just those that pass the filters, each once, in the order asked for; all only read. */
@StoreTest
class ValueListTest {

    private static final int VALUES = 60_000;

    private final TestStore store;
    private final ValueQueries queries;

    @BeforeParameterizedClassInvocation
    static void manyValues(Engine engine) {
        var store = engine.emptyStore();
        new ManyValues(store.sql()).fill(store.ledger(), VALUES);
    }

    ValueListTest(Engine engine) {
        store = engine.store();
        queries = new ValueQueries(store.sql());
    }

    /** Whether many or few values pass a filter, different ways lead to them; the values are the same. */
    @ParameterizedTest
    @ValueSource(ints = {100, 20_000})
    void pagesFollowEachOtherInEveryOrderWithoutGapOrRepetition(int few) {
        var queries = new ValueQueries(store.sql(), few);
        for (var order : ValueOrder.values()) {
            for (var filter : List.of(ValueFilter.ALL, filter("chips", null, null, null), filter(null, "entity-3", null, null),
                    filter(null, null, Status.ESTIMATE, null), filter(null, null, null, "source-3"))) {
                var ids = new ArrayList<Long>();
                ValueSpot after = null;
                for (int page = 0; page < 4; page++) {
                    var found = queries.page(filter, order, after);
                    assertThat(found.complete()).isTrue();
                    assertThat(found.rows()).hasSize(ValueQueries.PAGE);
                    found.rows().forEach(row -> ids.add(row.id()));
                    after = found.next();
                }
                assertThat(ids).as(order + " " + filter).isEqualTo(expected(filter, order, ids.size()));
            }
        }
    }

    @Test
    void aFilterThatFewPassIsAnsweredWholeWithItsNumber() {
        var filter = new ValueFilter("chips", "indicator-1", "entity-3", null, null, Period.parse("2012"),
                Period.parse("2013"), null, null, "");

        var page = queries.page(filter, ValueOrder.EARLIEST, null);

        assertThat(page.total()).hasValue(24);
        assertThat(page.rows()).hasSize(24).allSatisfy(row -> assertThat(row.key()).startsWith("indicator-1/entity-3/"));
        assertThat(page.rows()).isSortedAccordingTo(Comparator.comparing(row -> row.period()));
        assertThat(page.next()).isNull();
    }

    @Test
    void whatIsNotThereIsSaidAtOnce() {
        assertThat(queries.page(filter("no-such", null, null, null), ValueOrder.CHANGED, null).total()).hasValue(0);
        assertThat(queries.page(filter(null, null, null, "no-such"), ValueOrder.CHANGED, null).rows()).isEmpty();
    }

    private List<Long> expected(ValueFilter filter, ValueOrder order, int n) {
        var o = OBSERVATION;
        Condition where = o.CURRENT_MARK.eq((short) 1);
        where = filter.topic() == null ? where : where.and(o.series().indicator().TOPIC.eq(filter.topic()));
        where = filter.entity() == null ? where : where.and(o.series().entity().SLUG.eq(filter.entity()));
        where = filter.status() == null ? where : where.and(o.STATUS.eq(filter.status()));
        where = filter.source() == null ? where : where.and(o.source().SLUG.eq(filter.source()));
        return store.sql().select(o.ID).from(o).where(where)
                .orderBy(switch (order) {
                    case CHANGED -> List.of(o.ID.desc());
                    case LATEST -> List.of(o.PERIOD_START.desc(), o.SERIES_ID.desc(), o.ID.desc());
                    case EARLIEST -> List.of(o.PERIOD_START.asc(), o.SERIES_ID.asc(), o.ID.asc());
                }).limit(n).fetch(o.ID);
    }

    private static ValueFilter filter(@Nullable String topic, @Nullable String entity, @Nullable Status status,
            @Nullable String source) {
        return new ValueFilter(topic, null, entity, null, status, null, null, source, null, "");
    }
}
