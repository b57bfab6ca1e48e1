package io.raceboard.ledger;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue as it would be with the batch in it. */
class Prospect {

    private final Map<Fault.Kind, Map<String, Map<String, @Nullable Object>>> bodies = new EnumMap<>(Fault.Kind.class);

    Prospect(State state, Batch batch) {
        state.records().forEach((kind, records) -> {
            var all = new HashMap<String, Map<String, @Nullable Object>>();
            records.forEach((key, stored) -> all.put(key, stored.body()));
            bodies.put(kind, all);
        });
        Shelves.ALL.forEach(shelf -> lay(shelf, batch));
    }

    private <T> void lay(Shelf<T> shelf, Batch batch) {
        for (var draft : shelf.drafts().apply(batch)) {
            var body = shelf.body(draft);
            bodies.computeIfAbsent(shelf.kind(), k -> new HashMap<>()).put(shelf.key(body), body);
        }
    }

    boolean has(Fault.Kind kind, String key) {
        return bodies.getOrDefault(kind, Map.of()).containsKey(key);
    }

    /** The text in a column of a record; empty where there is no such record or no such text. */
    Optional<String> text(Fault.Kind kind, String key, String column) {
        return Optional.ofNullable(bodies.getOrDefault(kind, Map.of()).get(key))
                .map(body -> body.get(column)).map(Object::toString);
    }

    /** What values of the indicator are: {@code power}, {@code share} ... */
    Optional<String> dimension(String indicator) {
        return text(Fault.Kind.INDICATOR, indicator, "unit")
                .flatMap(unit -> text(Fault.Kind.UNIT, unit, "dimension"));
    }
}
