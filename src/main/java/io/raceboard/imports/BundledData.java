package io.raceboard.imports;

import io.raceboard.ledger.Act;
import io.raceboard.ledger.Ledger;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fills an empty store with the data set that comes with the program. */
@Component
class BundledData {

    private static final Logger log = LoggerFactory.getLogger(BundledData.class);

    private final Ledger ledger;
    private final Importer importer;
    private final DataSet dataSet;

    BundledData(Ledger ledger, Importer importer, DataSet dataSet) {
        this.ledger = ledger;
        this.importer = importer;
        this.dataSet = dataSet;
    }

    /**
     * Reads the data set if nothing was ever saved.
     *
     * @throws BrokenDataSet when any of it is wrong; nothing is saved then
     */
    void loadIntoEmptyStore() {
        if (!ledger.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        var result = importer.save(dataSet.data(), new Act(Act.Kind.BUNDLED, "Raceboard", "bundled data set", null));
        if (!result.faults().isEmpty()) {
            throw new BrokenDataSet(result.faults());
        }
        log.info("Loaded the bundled data set: {} records in {} ms", result.added(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
}
