package io.raceboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What makes large imports into the embedded engine affordable. */
class EmbeddedSchemaTest {

    private final TestStore store = Engine.H2.emptyStore();

    @Test
    void noTwoIndexesOfAValueHaveTheSameColumns() {
        assertThat(store.sql().resultQuery("""
                select listagg(column_name, ',') within group (order by ordinal_position)
                from information_schema.index_columns where table_name = 'OBSERVATION' group by index_name""")
                .fetch(row -> row.get(0, String.class))).contains("CHANGE_ID").doesNotHaveDuplicates();
    }

    @Test
    void numbersOfValuesAreTakenByTheThousandSinceEachStepIsWrittenToTheDisk() {
        assertThat(store.sql().resultQuery("""
                select identity_cache from information_schema.columns
                where table_name = 'OBSERVATION' and column_name = 'ID'""").fetchSingle(0, Integer.class))
                .isGreaterThan(1000);
    }
}
