package io.raceboard.board;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Period;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is highest at the newest date that all in the race share, and since when without a break.
 *
 * @param ahead the highest value
 * @param runnerUp the next one of another entity, or null when there is none
 * @param since the first value of the unbroken lead; null when level, alone or without a date to compare
 * @param fromTheStart whether the lead is as old as the comparison
 */
record Lead(Cited ahead, @Nullable Cited runnerUp, @Nullable Cited since, boolean fromTheStart) {

    /**
     * Among one series each of several entities. Entities that stand for many others do not race.
     *
     * @param in the readings that count, such as those of a span of time
     * @return empty when none has a settled value
     */
    static Optional<Lead> of(Indicator indicator, List<Series> racing, Predicate<Reading> in) {
        var byPeriod = new TreeMap<Period, List<Cited>>();
        racing.stream().filter(s -> races(s.entity())).forEach(s -> s.readings().stream()
                .filter(Snapshots::settled).filter(in)
                .forEach(r -> byPeriod.computeIfAbsent(r.period(), p -> new ArrayList<>())
                        .add(new Cited(indicator, s, r))));
        if (byPeriod.isEmpty()) {
            return Optional.empty();
        }
        var newest = byPeriod.descendingMap().values().stream().filter(at -> at.size() > 1).findFirst()
                .orElseGet(() -> byPeriod.lastEntry().getValue());
        var ranked = newest.stream()
                .sorted(Comparator.comparing((Cited c) -> c.reading().amount()).reversed())
                .toList();
        var ahead = ranked.getFirst();
        if (ranked.size() < 2) {
            return Optional.of(new Lead(ahead, null, null, false));
        }
        if (same(ahead, ranked.get(1))) {
            return Optional.of(new Lead(ahead, ranked.get(1), null, false));
        }
        return Optional.of(unbroken(ahead, ranked.get(1), byPeriod.headMap(ahead.reading().period(), true)));
    }

    /** Whether the entity is one of those compared, not the sum or the rest of them. */
    static boolean races(Entity entity) {
        return entity.kind() != Entity.Kind.GROUP && !entity.slug().equals("world");
    }

    private static Lead unbroken(Cited ahead, Cited runnerUp, NavigableMap<Period, List<Cited>> until) {
        Cited since = ahead;
        boolean unbroken = true;
        for (var at : until.descendingMap().values()) {
            var own = at.stream().filter(c -> c.series().equals(ahead.series())).findFirst().orElse(null);
            var best = at.stream().filter(c -> !c.series().equals(ahead.series()))
                    .map(c -> c.reading().amount()).max(Comparator.naturalOrder()).orElse(null);
            if (own == null || best == null) {
                continue;
            }
            if (own.reading().amount().compareTo(best) <= 0) {
                unbroken = false;
                break;
            }
            since = own;
        }
        return new Lead(ahead, runnerUp, since, unbroken);
    }

    private static boolean same(Cited one, Cited other) {
        return one.reading().amount().compareTo(other.reading().amount()) == 0;
    }

    boolean level() {
        return runnerUp != null && same(ahead, Objects.requireNonNull(runnerUp));
    }
}
