package io.raceboard;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the program does not start; Spring's own report of many lines is switched off. */
class StartFailureReport implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger(Raceboard.class);

    @Override
    public void report(FailureAnalysis analysis) {
        var action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        log.error("Raceboard does not start. {}", (analysis.getDescription() + action).replaceAll("\\s+", " "));
    }
}
