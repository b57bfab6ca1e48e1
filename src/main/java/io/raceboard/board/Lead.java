package io.raceboard.board;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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

    /** Empty when none of these entities has a settled value. Entities that stand for many others do not race. */
    static Optional<Lead> of(Snapshots snapshots, String indicator, List<String> entities) {
        var byPeriod = new TreeMap<Period, List<Cited>>();
        for (var entity : entities) {
            snapshots.series(indicator, entity).findFirst().stream()
                    .filter(s -> s.entity().kind() != Entity.Kind.GROUP)
                    .flatMap(s -> s.readings().stream()
                            .filter(Snapshots::settled)
                            .map(r -> new Cited(snapshots.bySlug().get(indicator).indicator(), s, r)))
                    .forEach(c -> byPeriod.computeIfAbsent(c.reading().period(), p -> new ArrayList<>()).add(c));
        }
        if (byPeriod.isEmpty()) {
            return Optional.empty();
        }
        var newest = byPeriod.lastEntry().getValue();
        var ranked = newest.stream().sorted(Comparator.comparing((Cited c) -> c.reading().amount()).reversed()).toList();
        var ahead = ranked.getFirst();
        if (ranked.size() < 2) {
            return Optional.of(new Lead(ahead, null, null, false));
        }
        if (same(ahead, ranked.get(1))) {
            return Optional.of(new Lead(ahead, ranked.get(1), null, false));
        }
        Cited since = ahead;
        boolean unbroken = true;
        for (var at : byPeriod.descendingMap().values()) {
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
        return Optional.of(new Lead(ahead, ranked.get(1), since, unbroken));
    }

    private static boolean same(Cited one, Cited other) {
        return one.reading().amount().compareTo(other.reading().amount()) == 0;
    }

    boolean level() {
        return runnerUp != null && same(ahead, Objects.requireNonNull(runnerUp));
    }
}
