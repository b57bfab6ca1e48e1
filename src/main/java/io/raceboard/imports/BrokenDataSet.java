package io.raceboard.imports;

import java.util.List;

/** The bundled data set cannot be loaded; the message names the first fault and says how many more there are. */
class BrokenDataSet extends RuntimeException {

    BrokenDataSet(List<FileFault> faults) {
        super("The bundled data set is broken: " + faults.getFirst()
                + (faults.size() == 1 ? "" : " (and %d more faults)".formatted(faults.size() - 1)));
    }
}
