package io.raceboard.records;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The orders in which all values are listed. */
enum ValueOrder {
    CHANGED(Comparator.comparingLong(ValueSpot::id).reversed()),
    LATEST(Comparator.comparing(ValueSpot::start).thenComparingLong(ValueSpot::series)
            .thenComparingLong(ValueSpot::id).reversed()),
    EARLIEST(Comparator.comparing(ValueSpot::start).thenComparingLong(ValueSpot::series)
            .thenComparingLong(ValueSpot::id));

    private final Comparator<ValueSpot> comparator;

    ValueOrder(Comparator<ValueSpot> comparator) {
        this.comparator = comparator;
    }

    Comparator<ValueSpot> comparator() {
        return comparator;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ValueOrder> of(String code) {
        return Arrays.stream(values()).filter(o -> o.code().equals(code)).findFirst();
    }
}
