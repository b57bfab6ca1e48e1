package io.raceboard.board;

import io.raceboard.catalog.Period;
import io.raceboard.live.Reading;
import io.raceboard.page.Words;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** How a value moved against an earlier one: never across series, never with an unfinished period. */
final class Movement {

    private static final long NEARLY_A_YEAR_DAYS = 45;

    private Movement() {
    }

    /**
     * The value to compare with: a year before where there is one, else the one just before. Only periods of the same
     * length are compared.
     */
    static Optional<Cited> earlier(Cited now) {
        var period = now.reading().period();
        var yearBefore = period.start().minusYears(1);
        if (period.type() != Period.Type.DAY) {
            return candidates(now).filter(r -> r.period().start().equals(yearBefore)).findFirst()
                    .or(() -> candidates(now).max(Comparator.comparing(Reading::period)))
                    .map(r -> new Cited(now.indicator(), now.series(), r));
        }
        return candidates(now)
                .filter(r -> distance(r, yearBefore) <= NEARLY_A_YEAR_DAYS)
                .min(Comparator.comparingLong(r -> distance(r, yearBefore)))
                .or(() -> candidates(now).max(Comparator.comparing(Reading::period)))
                .map(r -> new Cited(now.indicator(), now.series(), r));
    }

    private static Stream<Reading> candidates(Cited now) {
        var period = now.reading().period();
        return now.series().readings().stream()
                .filter(Snapshots::settled)
                .filter(r -> r.period().type() == period.type() && r.period().start().isBefore(period.start()));
    }

    private static long distance(Reading reading, java.time.LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(reading.period().start(), day));
    }

    /**
     * What to say about the change since {@link #earlier}: signed difference with both dates, "no clear change" when
     * the interval of the difference contains zero. Empty where nothing can be compared.
     */
    static Optional<Phrase> since(Cited now, Words words) {
        return earlier(now).map(before -> between(now, before, words));
    }

    private static Phrase between(Cited now, Cited before, Words words) {
        var date = before.reading().period().label(words.lang());
        // The unit stands with the value and the difference already.
        var then = before.unit().isShare() ? Quantity.plain(before, words)
                : Quantity.bare(before, before.reading().amount(), words);
        if (now.reading().amount().compareTo(before.reading().amount()) == 0) {
            return Phrase.say(words, "board.change.none", date);
        }
        if (unclear(now, before)) {
            return Phrase.say(words, "board.change.unclear", date, then);
        }
        return Phrase.say(words, "board.change", Quantity.difference(now, before, words), date, then);
    }

    /** Whether zero lies within what the two intervals allow the difference to be. */
    static boolean unclear(Cited now, Cited before) {
        if (!now.hasInterval() && !before.hasInterval()) {
            return false;
        }
        return low(now).compareTo(high(before)) <= 0 && high(now).compareTo(low(before)) >= 0;
    }

    private static BigDecimal low(Cited cited) {
        var low = cited.reading().low();
        return low == null ? cited.reading().amount() : low;
    }

    private static BigDecimal high(Cited cited) {
        var high = cited.reading().high();
        return high == null ? cited.reading().amount() : high;
    }
}
