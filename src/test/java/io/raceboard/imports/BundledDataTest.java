package io.raceboard.imports;

import static io.raceboard.db.Tables.OBSERVATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import org.junit.jupiter.api.Test;

/** The data set that comes with the program, whole, in both stores. */
@StoreTest
class BundledDataTest {

    private final TestStore store;

    BundledDataTest(Engine engine) {
        store = engine.emptyStore();
    }

    @Test
    void loads() {
        new BundledData(store.ledger(), new Importer(store.ledger()), new DataSet("classpath:/dataset/")).loadIntoEmptyStore();
        assertThat(store.sql().fetchCount(OBSERVATION)).isEqualTo(10237);
    }
}
