package io.raceboard.records;

import java.util.Map;

/** What the form of a new record begins with. */
final class Defaults {

    private Defaults() {
    }

    static Map<String, String> of(RecordKind kind) {
        return switch (kind) {
            case EVENT -> Map.of("category", "regulation", "direction", "neutral", "status", "announced");
            case INDICATOR -> Map.of("cadence", "year", "draw", "line", "estimates", "preferred", "position", "1",
                    "lag_days", "30");
            case ENTITY -> Map.of("kind", "company", "dash", "solid", "marker", "circle");
            case SOURCE -> Map.of("licence_kind", "facts", "redistributable", "false", "share_alike", "false");
            case TOPIC -> Map.of("position", "1");
        };
    }
}
