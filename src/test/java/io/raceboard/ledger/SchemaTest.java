package io.raceboard.ledger;

import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SOURCE;
import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.solar;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The database has the last word: what no ledger could write past it. */
@StoreTest
class SchemaTest {

    private final TestStore store;
    private long series;
    private long source;
    private long change;

    SchemaTest(Engine engine) {
        store = engine.emptyStore();
    }

    @BeforeEach
    void oneValueIsThere() {
        store.ledger().save(catalogue(), ACT);
        change = store.ledger().save(Batch.of(solar("2025", "315")), ACT).changeId().getAsLong();
        series = store.sql().select(OBSERVATION.SERIES_ID).from(OBSERVATION).fetchSingle(OBSERVATION.SERIES_ID);
        source = store.sql().select(SOURCE.ID).from(SOURCE).fetchSingle(SOURCE.ID);
    }

    @Test
    void aGoodRowGoesIn() {
        insert(Map.of());
        assertThat(store.sql().fetchCount(OBSERVATION)).isEqualTo(2);
    }

    @Test
    void noValueWithoutASource() {
        refuses(entry("source_id", DSL.inline((Long) null)));
        refuses(entry("source_id", DSL.inline(source + 1000)));
    }

    @Test
    void noSecondCurrentVintageOfAPeriod() {
        refuses(entry("period", DSL.inline("2025")), entry("vintage", DSL.inline(2)));
    }

    @Test
    void noVintageTwice() {
        refuses(entry("period", DSL.inline("2025")), entry("vintage", DSL.inline(1)),
                entry("current_mark", DSL.inline((Short) null)), entry("superseded_at", DSL.currentTimestamp()));
    }

    @Test
    void noCurrentVintageThatIsSupersededAndNoSupersededOneThatIsCurrent() {
        refuses(entry("superseded_at", DSL.currentTimestamp()));
        refuses(entry("current_mark", DSL.inline((Short) null)));
        refuses(entry("current_mark", DSL.inline((short) 2)));
    }

    @Test
    void lowAmountAndHighAreInOrder() {
        refuses(entry("low", DSL.inline(10.5)));
        refuses(entry("high", DSL.inline(9.5)));
    }

    @Test
    void noValueWithoutAnAmountUnlessWithdrawn() {
        refuses(entry("amount", DSL.inline((Integer) null)));
        refuses(entry("withdrawn", DSL.inline(true)));
    }

    @Test
    void onlyKnownStatusesAndPeriods() {
        refuses(entry("status", DSL.inline("certain")));
        refuses(entry("period_type", DSL.inline("decade")));
        refuses(entry("period_end", DSL.inline(java.sql.Date.valueOf("2023-12-31"))));
    }

    @Test
    void everyRowKnowsItsChangeAndItsSeries() {
        refuses(entry("change_id", DSL.inline(change + 1000)));
        refuses(entry("series_id", DSL.inline(series + 1000)));
        assertThatThrownBy(() -> store.sql().deleteFrom(CHANGE).where(CHANGE.ID.eq(change)).execute())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> store.sql().deleteFrom(SERIES).where(SERIES.ID.eq(series)).execute())
                .isInstanceOf(DataAccessException.class);
    }

    @SafeVarargs
    private void refuses(Map.Entry<String, Field<?>>... wrong) {
        assertThatThrownBy(() -> insert(Map.ofEntries(wrong))).as("%s", List.of(wrong))
                .isInstanceOf(DataAccessException.class);
    }

    /** Plain SQL: a good row of 2024, but for what is given. */
    private void insert(Map<String, Field<?>> instead) {
        var row = new HashMap<String, Field<?>>(Map.ofEntries(
                entry("series_id", DSL.inline(series)), entry("period", DSL.inline("2024")),
                entry("period_type", DSL.inline("year")),
                entry("period_start", DSL.inline(java.sql.Date.valueOf("2024-01-01"))),
                entry("period_end", DSL.inline(java.sql.Date.valueOf("2024-12-31"))),
                entry("amount", DSL.inline(10)), entry("status", DSL.inline("actual")),
                entry("partial", DSL.inline(false)), entry("withdrawn", DSL.inline(false)),
                entry("source_id", DSL.inline(source)), entry("vintage", DSL.inline(1)),
                entry("current_mark", DSL.inline((short) 1)), entry("recorded_at", DSL.currentTimestamp()),
                entry("change_id", DSL.inline(change))));
        row.putAll(instead);
        var columns = row.keySet().stream().sorted().toList();
        store.sql().insertInto(DSL.table("observation"), columns.stream().map(DSL::field).toList())
                .values(columns.stream().map(row::get).toList()).execute();
    }
}
