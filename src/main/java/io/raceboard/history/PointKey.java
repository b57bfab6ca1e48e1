package io.raceboard.history;

import io.raceboard.catalog.Period;

/** One value of one series, by slugs of today. */
public record PointKey(String indicator, String entity, String estimator, Period period) {

    /** As people and faults name it: {@code capacity-additions-solar/cn/nea/2025}. */
    @Override
    public String toString() {
        return indicator + "/" + entity + "/" + estimator + "/" + period;
    }
}
