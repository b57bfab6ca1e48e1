package io.raceboard.demo;

import io.raceboard.catalog.Period;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.live.ReadModel;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Raises one well visible number of the overview by five percent, and the next time puts it back. Both are ordinary
 * changes through the ledger: they are in the history, marked as tests.
 */
@Component
@ConditionalOnProperty("raceboard.demo.key")
class DemoChange {

    private static final String INDICATOR = "capacity-additions-solar";
    private static final String ENTITY = "cn";
    private static final BigDecimal RAISE = new BigDecimal("1.05");

    /** The note of a test value: what was there before, and its note. */
    private static final Pattern TEST_NOTE = Pattern.compile("Test value instead of ([0-9.]+)\\.(?: (.*))?");

    private final ReadModel readModel;
    private final Ledger ledger;

    DemoChange(ReadModel readModel, Ledger ledger) {
        this.readModel = readModel;
        this.ledger = ledger;
    }

    /**
     * What was changed.
     *
     * @param value indicator, entity and period
     * @param test whether a test value stands there now
     */
    record Done(String value, String before, String after, boolean test) {
    }

    /** @throws IllegalStateException when the value is not in the store or the ledger refuses the change */
    synchronized Done next() {
        var series = readModel.indicator(INDICATOR).flatMap(snapshot -> snapshot.preferred(ENTITY))
                .orElseThrow(() -> new IllegalStateException("There is no " + INDICATOR + " of " + ENTITY));
        var now = series.readings().stream()
                .filter(reading -> reading.period().type() == Period.Type.YEAR && !reading.partial())
                .max(Comparator.comparing(reading -> reading.period().end()))
                .orElseThrow(() -> new IllegalStateException("There is no year of " + INDICATOR + " of " + ENTITY));
        var test = TEST_NOTE.matcher(now.note() == null ? "" : now.note());
        return test.matches()
                ? write(series, now, new BigDecimal(test.group(1)), test.group(2), false)
                : write(series, now, now.amount().multiply(RAISE).stripTrailingZeros(), testNote(now), true);
    }

    private static String testNote(Reading now) {
        var was = "Test value instead of " + now.amount().toPlainString() + ".";
        return now.note() == null ? was : was + " " + now.note();
    }

    private Done write(Series series, Reading now, BigDecimal amount, @Nullable String note, boolean test) {
        var draft = new ObservationDraft(INDICATOR, ENTITY, series.estimator().slug(), now.period().text(), amount,
                now.low(), now.high(), now.status().code(), now.partial(), false, now.source(), note, now.vintage());
        var outcome = ledger.save(Batch.of(draft), new Act(Act.Kind.DEMO, "Raceboard", "make demo-change",
                test ? "to show a live change" : "to put the value back"));
        if (outcome.refused()) {
            throw new IllegalStateException(outcome.faults().getFirst().sentence());
        }
        return new Done(INDICATOR + " of " + ENTITY + " in " + now.period().text(), now.amount().toPlainString(),
                amount.toPlainString(), test);
    }
}
