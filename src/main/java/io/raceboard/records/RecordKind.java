package io.raceboard.records;

import io.raceboard.ledger.Fault.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of records that have lists and forms. */
enum RecordKind {
    EVENT("events", Kind.EVENT), INDICATOR("indicators", Kind.INDICATOR), ENTITY("entities", Kind.ENTITY),
    SOURCE("sources", Kind.SOURCE), TOPIC("topics", Kind.TOPIC);

    /** In addresses, one of {@link #path()}. */
    static final String PATHS = "events|indicators|entities|sources|topics";

    private final String path;
    private final Kind kind;

    RecordKind(String path, Kind kind) {
        this.path = path;
        this.kind = kind;
    }

    String path() {
        return path;
    }

    Kind kind() {
        return kind;
    }

    /** The end of message keys. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part that names the record. */
    String key() {
        return this == SOURCE ? "key" : "slug";
    }

    String address(String slug) {
        return "desk/" + path + "/" + slug;
    }

    String history(String slug) {
        return "desk/history/" + path + "/" + slug;
    }

    /** Where readers see it; empty where it has no page of its own. */
    Optional<String> onBoard(String slug) {
        return switch (this) {
            case EVENT -> Optional.of("/policy#" + slug);
            case INDICATOR -> Optional.of("/i/" + slug);
            case TOPIC -> Optional.of("/t/" + slug);
            case SOURCE -> Optional.of("/sources");
            case ENTITY -> Optional.empty();
        };
    }

    /** The topics whose rules hold for it; {@code *} for what all topics share. */
    Collection<String> topics(String slug, Map<String, ?> body) {
        return switch (this) {
            case EVENT -> List.of("policy");
            case TOPIC -> List.of(slug);
            case INDICATOR -> List.of(String.valueOf(body.get("topic")));
            case ENTITY, SOURCE -> List.of("*");
        };
    }

    static RecordKind of(String path) {
        return Arrays.stream(values()).filter(k -> k.path.equals(path)).findFirst().orElseThrow();
    }

    static Optional<RecordKind> of(Kind kind) {
        return Arrays.stream(values()).filter(k -> k.kind == kind).findFirst();
    }
}
