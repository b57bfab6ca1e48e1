package io.raceboard.board;

import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How old the newest value of a card is, and when the next one should come.
 *
 * @param latest period of the newest value that is known and complete
 * @param expected when the next value is due by cadence and usual lag; null where none is promised
 * @param late from when on it is overdue: at twice the cadence
 * @param state fresh, due or overdue as of the day it was made; the browser moves it on
 * @param statuses how the values shown are known
 */
public record Freshness(Period latest, @Nullable LocalDate expected, @Nullable LocalDate late, String state,
        Set<Status> statuses) {

    /** Empty when nothing is known yet. */
    static Optional<Freshness> of(Indicator indicator, Collection<Series> series, LocalDate today) {
        var statuses = EnumSet.noneOf(Status.class);
        series.stream().flatMap(s -> s.readings().stream()).forEach(r -> statuses.add(r.status()));
        return series.stream().flatMap(s -> s.readings().stream())
                .filter(Snapshots::settled)
                .map(Reading::period)
                .max(Comparator.comparing(Period::end))
                .map(latest -> of(indicator, latest, statuses, today));
    }

    /** Of one value. */
    static Freshness of(Cited cited, LocalDate today) {
        return of(cited.indicator(), cited.reading().period(), EnumSet.of(cited.reading().status()), today);
    }

    private static Freshness of(Indicator indicator, Period latest, Set<Status> statuses, LocalDate today) {
        int days = indicator.cadence().days();
        if (days == 0) {
            return new Freshness(latest, null, null, "fresh", statuses);
        }
        var expected = latest.end().plusDays(days + (long) indicator.lagDays());
        var late = latest.end().plusDays(2L * days + indicator.lagDays());
        var state = today.isAfter(late) ? "overdue" : today.isAfter(expected) ? "due" : "fresh";
        return new Freshness(latest, expected, late, state, statuses);
    }

    /** The last day of the newest value, as browsers read it. */
    public String iso() {
        return latest.end() + "T00:00:00Z";
    }

    /** Days since the newest value; never negative. */
    public long age(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(latest.end(), today));
    }

    /** The expected day as people write it; empty where none is promised. */
    public String expectedText(Lang lang) {
        return expected == null ? "" : Period.parse(expected.toString()).label(lang);
    }

    /** Message keys of the statuses, in their order. */
    public List<String> statusKeys() {
        return statuses.stream().map(s -> "board.status." + s.code()).toList();
    }
}
