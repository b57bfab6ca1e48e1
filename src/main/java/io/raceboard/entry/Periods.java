package io.raceboard.entry;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which period is most likely entered next. */
final class Periods {

    private Periods() {
    }

    /** Whether the day lies in the period, so that it is not over. */
    static boolean isRunning(Period period, LocalDate today) {
        return !period.start().isAfter(today) && !period.end().isBefore(today);
    }

    /** The one after the last value; that of the last value again as long as it says only how things stand so far. */
    static Period next(@Nullable Point last, Cadence cadence, LocalDate today) {
        if (last == null) {
            return first(cadence, today);
        }
        return last.partial() ? last.period() : after(last.period(), cadence);
    }

    /** The following periods, as many as asked for. */
    static List<Period> coming(@Nullable Point last, Cadence cadence, LocalDate today, int many) {
        var first = last == null ? first(cadence, today) : after(last.period(), cadence);
        return Stream.iterate(first, p -> after(p, cadence)).limit(many).toList();
    }

    /** The next one in the rhythm of the indicator: a day is followed by the day a week or a month later. */
    static Period after(Period period, Cadence cadence) {
        if (period.type() != Period.Type.DAY) {
            return period.next();
        }
        var day = switch (cadence) {
            case WEEK -> period.start().plusWeeks(1);
            case MONTH -> period.start().plusMonths(1);
            case QUARTER -> period.start().plusMonths(3);
            case YEAR -> period.start().plusYears(1);
            case DAY, IRREGULAR, ONCE -> period.start().plusDays(1);
        };
        return Period.parse(day.toString());
    }

    /** The last one that is over. */
    private static Period first(Cadence cadence, LocalDate today) {
        return Period.parse(switch (cadence) {
            case DAY, WEEK, IRREGULAR, ONCE -> today.minusDays(1).toString();
            case MONTH -> today.minusMonths(1).toString().substring(0, 7);
            case QUARTER -> {
                var day = today.minusMonths(3);
                yield day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
            }
            case YEAR -> String.valueOf(today.getYear() - 1);
        });
    }
}
