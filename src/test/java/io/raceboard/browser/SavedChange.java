package io.raceboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.live.ReadModel;
import io.raceboard.live.Reading;
import java.math.BigDecimal;

/** A value changed through the ledger while pages are open; closing it puts the value back. */
final class SavedChange implements AutoCloseable {

    private final RunningApp app;
    private final String indicator;
    private final String entity;
    private final String estimator;
    private final Reading before;

    private SavedChange(RunningApp app, String indicator, String entity, String estimator, Reading before) {
        this.app = app;
        this.indicator = indicator;
        this.entity = entity;
        this.estimator = estimator;
        this.before = before;
    }

    /** Changes the value of the entity's preferred series. */
    static SavedChange save(RunningApp app, String indicator, String entity, String period, String amount) {
        var change = keep(app, indicator, entity, period);
        change.write(new BigDecimal(amount));
        return change;
    }

    /** Remembers the value of the entity's preferred series, which the test will change by other ways. */
    static SavedChange keep(RunningApp app, String indicator, String entity, String period) {
        var series = app.bean(ReadModel.class).indicator(indicator).orElseThrow().preferred(entity).orElseThrow();
        return new SavedChange(app, indicator, entity, series.estimator().slug(), series.at(period).orElseThrow());
    }

    void write(BigDecimal amount) {
        var draft = new ObservationDraft(indicator, entity, estimator, before.period().text(), amount, before.low(),
                before.high(), before.status().code(), before.partial(), false, before.source(), before.note(), null);
        var outcome = app.bean(Ledger.class)
                .save(Batch.of(draft), new Act(Act.Kind.DEMO, "Browser test", "SavedChange", "to see it arrive"));
        assertThat(outcome.faults()).isEmpty();
    }

    @Override
    public void close() {
        write(before.amount());
    }
}
