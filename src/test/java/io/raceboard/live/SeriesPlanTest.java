package io.raceboard.live;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.solar;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Batch;
import io.raceboard.ledger.TestStore;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.Test;

/** What a value was before costs nothing when it is read as it is now. */
class SeriesPlanTest {

    private static final int VINTAGES = 400;

    @Test
    void anIndicatorIsReadByItsCurrentVintagesAlone() {
        try (var store = TestStore.at("jdbc:h2:mem:plan;DB_CLOSE_DELAY=-1")) {
            store.ledger().save(catalogue(), ACT);
            for (int vintage = 1; vintage <= VINTAGES; vintage++) {
                store.ledger().save(Batch.of(solar("2025", String.valueOf(vintage))), ACT);
            }
            // As H2 has it from the first rows of a store with many series, however many vintages come after them.
            store.sql().execute("alter table observation alter column series_id selectivity 28");
            store.sql().execute("alter table observation alter column current_mark selectivity 1");
            var said = new ArrayList<String>();
            var catalog = new CatalogQueries(store.sql()).catalog();
            new SeriesQueries(listening(store.sql(), said)).snapshots(List.of("solar"), catalog);
            assertThat(said).hasSize(1);
            assertThat(String.valueOf(store.sql().fetchValue("explain " + said.getFirst())))
                    .contains("OBSERVATION_CURRENT_OF_SERIES: CURRENT_MARK = 1");
        }
    }

    private static DSLContext listening(DSLContext sql, List<String> said) {
        return sql.configuration().derive(ExecuteListener.onExecuteStart(
                start -> said.add(start.query().getSQL(ParamType.INLINED)))).dsl();
    }
}
