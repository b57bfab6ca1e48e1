package io.raceboard.ledger;

import io.raceboard.db.tables.Observation;
import java.time.LocalDate;
import org.jooq.Condition;

/** The vintages that stand now, as a condition that the store answers without reading those that they replaced. */
public final class CurrentRows {

    /** Before all periods. */
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private CurrentRows() {
    }

    /**
     * True of the current vintages of a series, withdrawn ones included. It bounds the start of the period, which says
     * nothing of the values and much to H2: its planner weighs equal columns by whole percents of selectivity, found the
     * index of the series alone as good as that of its current values, and read every vintage that ever was.
     */
    public static Condition of(Observation observation) {
        return observation.CURRENT_MARK.eq((short) 1).and(observation.PERIOD_START.ge(EVER));
    }
}
