package io.raceboard.board;

import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Unit;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;

/** One reading with the series and indicator it belongs to: what a number on screen stands on. */
public record Cited(Indicator indicator, Series series, Reading reading) {

    /** {@code capacity-additions-solar/cn:nea/2025}: the number's place in the store. */
    public String id() {
        return indicator.slug() + "/" + series.key() + "/" + reading.period();
    }

    Unit unit() {
        return indicator.unit();
    }

    boolean hasInterval() {
        return reading.low() != null && reading.high() != null
                && reading.low().compareTo(reading.high()) < 0;
    }
}
