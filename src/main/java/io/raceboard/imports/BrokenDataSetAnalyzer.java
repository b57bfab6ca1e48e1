package io.raceboard.imports;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which row of the bundled data set stops the start. */
class BrokenDataSetAnalyzer extends AbstractFailureAnalyzer<BrokenDataSet> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BrokenDataSet cause) {
        return new FailureAnalysis(cause.getMessage() + ".", "Nothing was saved; correct the file and start again.",
                failure);
    }
}
