package io.raceboard.ledger;

import io.raceboard.ledger.Fault.Kind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All catalogue records and events as they stand, for those who take everything out of the store. */
@Component
public class Records {

    private final StateQueries states;

    Records(StateQueries states) {
        this.states = states;
    }

    /** Bodies by column name, in the order in which the records were added; without merged sources. */
    public List<Map<String, @Nullable Object>> all(Kind kind) {
        var state = states.read(EnumSet.of(kind));
        return state.records().get(kind).entrySet().stream()
                .filter(e -> !state.aliases().isOld(kind, e.getKey()))
                .sorted(Comparator.comparingLong((Map.Entry<String, Stored> e) -> e.getValue().id())
                        .thenComparing(Map.Entry::getKey))
                .map(e -> e.getValue().body()).toList();
    }
}
