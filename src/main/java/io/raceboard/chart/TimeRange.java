package io.raceboard.chart;

import io.raceboard.catalog.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span of periods, both ends included.
 *
 * @param from null: from the earliest on
 * @param to null: up to the latest
 */
public record TimeRange(@Nullable Period from, @Nullable Period to) {

    /** Everything there is. */
    public static final TimeRange ALL = new TimeRange(null, null);

    /** From this period up to the latest. */
    public static TimeRange since(Period from) {
        return new TimeRange(from, null);
    }

    /** The years up to and including that of the given period, which is usually the newest one drawn. */
    public static TimeRange lastYears(int years, Period latest) {
        return since(Period.parse("%04d".formatted(latest.start().getYear() - years + 1)));
    }

    /**
     * Reads {@code 2015..latest}, {@code earliest..2020-Q3}, {@code 2015-08..2020} or one period ({@code 2020}).
     *
     * @return empty when an end is no period, or when the span ends before it begins
     */
    public static Optional<TimeRange> find(String text) {
        var ends = text.strip().split("\\.\\.", -1);
        if (ends.length == 1) {
            return Period.find(ends[0]).map(p -> new TimeRange(p, p));
        }
        if (ends.length > 2) {
            return Optional.empty();
        }
        var from = Period.find(ends[0]);
        var to = Period.find(ends[1]);
        if (from.isEmpty() && !ends[0].equals("earliest") || to.isEmpty() && !ends[1].equals("latest")) {
            return Optional.empty();
        }
        if (from.isPresent() && to.isPresent() && to.get().end().isBefore(from.get().start())) {
            return Optional.empty();
        }
        return Optional.of(new TimeRange(from.orElse(null), to.orElse(null)));
    }

    /** As in addresses: {@code 2015..latest}; one period is written once. */
    public String text() {
        if (from != null && from.equals(to)) {
            return from.text();
        }
        return (from == null ? "earliest" : from.text()) + ".." + (to == null ? "latest" : to.text());
    }

    /** Whether the period has a day inside the span. */
    public boolean includes(Period period) {
        return (from == null || !period.end().isBefore(from.start()))
                && (to == null || !period.start().isAfter(to.end()));
    }
}
