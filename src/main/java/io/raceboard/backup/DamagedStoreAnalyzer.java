package io.raceboard.backup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the program does not open a store that was damaged while it was closed. */
class DamagedStoreAnalyzer extends AbstractFailureAnalyzer<DamagedStore> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DamagedStore cause) {
        return new FailureAnalysis(cause.getMessage(), cause.advice(), failure);
    }
}
