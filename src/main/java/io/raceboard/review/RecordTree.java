package io.raceboard.review;

import io.raceboard.ledger.Fault.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record as text fields: its parts by the names that the ledger's faults use, without those that name the record. */
class RecordTree {

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("amount", "value"),
            Map.entry("preference", "rank"), Map.entry("starts", "date"), Map.entry("ends", "end_date"),
            Map.entry("short_title_en", "short_en"), Map.entry("short_title_zh", "short_zh"),
            Map.entry("short_label_en", "short_en"), Map.entry("short_label_zh", "short_zh"));

    /** A part as text. */
    record Part(List<String> path, Type type, String text) {

        boolean isYesOrNo() {
            return type == Type.YES_OR_NO;
        }
    }

    private enum Type { TEXT, NUMBER, YES_OR_NO, LIST }

    private final ObjectNode node;
    private final SequencedMap<String, Part> parts = new LinkedHashMap<>();

    RecordTree(ObjectNode node, Kind kind) {
        this.node = node;
        collect(node, List.of(), kind);
    }

    SequencedMap<String, Part> parts() {
        return parts;
    }

    ObjectNode node() {
        return node;
    }

    private void collect(ObjectNode from, List<String> above, Kind kind) {
        from.propertyStream().forEach(property -> {
            var path = new ArrayList<>(above);
            path.add(property.getKey());
            var name = name(path);
            if (property.getValue() instanceof ObjectNode inner) {
                collect(inner, path, kind);
            } else if (!names(kind).contains(name)) {
                parts.put(name, new Part(path, type(name, property.getValue()), text(property.getValue())));
            }
        });
    }

    /** What says which record it is, or which version was seen; to change that is to propose another record. */
    private static Set<String> names(Kind kind) {
        return switch (kind) {
            case OBSERVATION -> Set.of("indicator", "entity", "estimator", "period", "seen");
            case SERIES -> Set.of("indicator", "entity", "estimator");
            case UNIT -> Set.of("code");
            default -> Set.of("slug");
        };
    }

    private static Type type(String name, JsonNode value) {
        if (value.isBoolean()) {
            return Type.YES_OR_NO;
        }
        if (value.isArray()) {
            return Type.LIST;
        }
        return value.isNumber() || Set.of("value", "low", "high").contains(name) ? Type.NUMBER : Type.TEXT;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return String.join(", ", value.valueStream().map(JsonNode::asString).toList());
        }
        return value.isNull() ? "" : value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    }

    private static String name(List<String> path) {
        var name = String.join("_", path).replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
        return NAMES.getOrDefault(name, name);
    }

    /** Puts the text into the part; false when a number is wanted and it is none. */
    boolean set(String name, String text) {
        var part = parts.get(name);
        var at = node;
        for (var step : part.path().subList(0, part.path().size() - 1)) {
            at = (ObjectNode) at.get(step);
        }
        var last = part.path().getLast();
        switch (part.type()) {
            case YES_OR_NO -> at.put(last, Boolean.parseBoolean(text));
            case TEXT -> {
                if (text.isBlank() && part.text().isEmpty()) {
                    at.putNull(last);
                } else {
                    at.put(last, text);
                }
            }
            case LIST -> {
                var list = at.putArray(last);
                Arrays.stream(text.split("[,，;]")).map(String::strip).filter(s -> !s.isEmpty()).forEach(list::add);
            }
            case NUMBER -> {
                if (text.isBlank()) {
                    at.putNull(last);
                    return true;
                }
                try {
                    at.put(last, new BigDecimal(text.strip()));
                } catch (NumberFormatException none) {
                    return false;
                }
            }
        }
        return true;
    }
}
