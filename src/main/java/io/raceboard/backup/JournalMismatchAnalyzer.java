package io.raceboard.backup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the program does not start with this journal. */
class JournalMismatchAnalyzer extends AbstractFailureAnalyzer<JournalMismatch> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, JournalMismatch cause) {
        return new FailureAnalysis(cause.getMessage(), cause.advice(), failure);
    }
}
