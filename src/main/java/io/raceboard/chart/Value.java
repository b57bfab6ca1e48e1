package io.raceboard.chart;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.live.Reading;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A reading on its way into a chart: as recorded, or what a transform made of it and of others. */
record Value(Reading reading, BigDecimal y, @Nullable BigDecimal low, @Nullable BigDecimal high, Status status,
        boolean partial) {

    static Value of(Reading r) {
        return new Value(r, r.amount(), r.low(), r.high(), r.status(), r.partial());
    }

    Period period() {
        return reading.period();
    }

    /** A value made from this one and another: as unsure as the less sure of the two, and without interval. */
    Value become(BigDecimal made, Value other) {
        var weaker = status.compareTo(other.status) >= 0 ? status : other.status;
        return new Value(reading, made, null, null, weaker, partial || other.partial);
    }
}
