package io.raceboard.chart;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How the readings of an indicator follow each other: where one is missing, which one is a year older. */
record Steps(Cadence cadence) {

    /**
     * Whether a period that should have come between the two is missing. The step is that of the cadence or of the
     * periods, whichever is longer; where no cadence is promised nothing is missing.
     */
    boolean missingBetween(Period earlier, Period later) {
        return switch (cadence) {
            case IRREGULAR, ONCE -> false;
            case DAY, WEEK -> ChronoUnit.DAYS.between(earlier.end(), later.start()) > days(earlier, later) * 1.5;
            case MONTH, QUARTER, YEAR -> slot(later.start(), months(earlier, later))
                    - slot(earlier.end(), months(earlier, later)) > 1;
        };
    }

    /** The first day of what is missing after the period. */
    LocalDate missingAfter(Period earlier) {
        return earlier.end().plusDays(1);
    }

    /** The reading one year before the period: the same period of the year, or for single days the nearest day. */
    Optional<Value> yearBefore(Period period, List<Value> values) {
        var wanted = period.start().minusYears(1);
        if (period.type() != Period.Type.DAY) {
            return values.stream()
                    .filter(v -> v.period().type() == period.type() && v.period().start().equals(wanted))
                    .findFirst();
        }
        return values.stream()
                .filter(v -> v.period().type() == Period.Type.DAY && distance(v, wanted) <= tolerance())
                .min(Comparator.comparingLong(v -> distance(v, wanted)));
    }

    private static long distance(Value value, LocalDate wanted) {
        return Math.abs(ChronoUnit.DAYS.between(value.period().start(), wanted));
    }

    /** Half a step: days by which a single day may miss the same day of the year before. */
    private long tolerance() {
        return switch (cadence) {
            case DAY -> 1;
            case WEEK -> 3;
            case MONTH, IRREGULAR, ONCE -> 15;
            case QUARTER -> 45;
            case YEAR -> 182;
        };
    }

    private long days(Period earlier, Period later) {
        return Math.max(cadence.days(), Math.max(length(earlier), length(later)));
    }

    private static long length(Period period) {
        return ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
    }

    private int months(Period earlier, Period later) {
        int promised = switch (cadence) {
            case YEAR -> 12;
            case QUARTER -> 3;
            default -> 1;
        };
        return Math.max(promised, Math.max(months(earlier), months(later)));
    }

    private static int months(Period period) {
        return switch (period.type()) {
            case YEAR -> 12;
            case HALF -> 6;
            case QUARTER -> 3;
            case MONTH, DAY -> 1;
        };
    }

    private static long slot(LocalDate day, int months) {
        return Math.floorDiv(day.getYear() * 12L + day.getMonthValue() - 1, months);
    }
}
