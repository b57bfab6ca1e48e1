package io.raceboard.imports;

import io.raceboard.ledger.Act;
import io.raceboard.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Fills an empty store with the data set that comes with the program. */
@Component
class BundledData {

    private static final Logger log = LoggerFactory.getLogger(BundledData.class);
    private static final String REJECTED = "rejected.csv";

    private final Ledger ledger;
    private final Importer importer;
    private final String location;

    /** @param location folder of folders with files; empty for none */
    BundledData(Ledger ledger, Importer importer,
            @Value("${raceboard.dataset:classpath:/dataset/}") String location) {
        this.ledger = ledger;
        this.importer = importer;
        this.location = location;
    }

    /**
     * Reads the data set if nothing was ever saved.
     *
     * @throws BrokenDataSet when any of it is wrong; nothing is saved then
     */
    void loadIntoEmptyStore() {
        if (location.isBlank() || !ledger.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        var result = importer.save(files(), new Act(Act.Kind.BUNDLED, "Raceboard", "bundled data set", null));
        if (!result.faults().isEmpty()) {
            throw new BrokenDataSet(result.faults());
        }
        log.info("Loaded the bundled data set: {} records in {} ms", result.added(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    /** The common folder first, then the others by name; what did not make it is a report, not data. */
    List<DataFile> files() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources(folder() + "*/*.csv");
            return Arrays.stream(found)
                    .filter(file -> !REJECTED.equals(file.getFilename()))
                    .map(BundledData::read)
                    .sorted(Comparator.<DataFile, Boolean>comparing(f -> !f.name().startsWith("common/"))
                            .thenComparing(DataFile::name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String folder() {
        return location.endsWith("/") ? location : location + "/";
    }

    private static DataFile read(Resource file) {
        try {
            var path = file.getURL().getPath().split("/");
            return new DataFile(path[path.length - 2] + "/" + path[path.length - 1], file.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
