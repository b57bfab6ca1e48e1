package io.raceboard.policy;

import io.raceboard.catalog.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A date that is already fixed: an act takes effect, or a measure runs out.
 *
 * @param date as precisely as known, after today
 */
public record Coming(PolicyEvent event, Period date, Kind kind) {

    public enum Kind { STARTS, ENDS }

    /** From today to the first day of the date. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, date.start());
    }

    /** All of them, the nearest first. */
    static List<Coming> after(LocalDate today, List<PolicyEvent> events) {
        return events.stream()
                .flatMap(event -> of(event, today))
                .sorted(Comparator.comparing(Coming::date).thenComparing(coming -> coming.event().slug()))
                .toList();
    }

    private static Stream<Coming> of(PolicyEvent event, LocalDate today) {
        if (event.starts().start().isAfter(today)) {
            return Stream.of(new Coming(event, event.starts(), Kind.STARTS));
        }
        var ends = event.ends();
        if (ends != null && event.inForce(today) && ends.start().isAfter(today)) {
            return Stream.of(new Coming(event, ends, Kind.ENDS));
        }
        return Stream.empty();
    }
}
