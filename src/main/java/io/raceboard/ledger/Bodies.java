package io.raceboard.ledger;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Fault.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Records part by part, named like the columns of the data set's files: for those who compare, and back again. */
public final class Bodies {

    /** The parts of a value that can change, besides {@code withdrawn}. */
    public static final List<String> VALUE_PARTS =
            List.of("value", "low", "high", "status", "partial", "withdrawn", "source", "note");

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> BODY = new TypeReference<>() {
    };

    private Bodies() {
    }

    /** All drafts of this kind in the batch, in its order. */
    public static List<?> drafts(Batch batch, Kind kind) {
        return kind == Kind.OBSERVATION ? batch.observations() : shelf(kind).drafts().apply(batch);
    }

    /** What people call the record, for example {@code capacity-additions-solar/cn/nea/2025}. */
    @SuppressWarnings("unchecked")
    public static String key(Kind kind, Object draft) {
        if (draft instanceof ObservationDraft value) {
            return value.key();
        }
        var shelf = (Shelf<Object>) shelf(kind);
        return shelf.key(shelf.body(draft));
    }

    /** The parts of the record. */
    @SuppressWarnings("unchecked")
    public static SequencedMap<String, @Nullable Object> body(Kind kind, Object draft) {
        if (draft instanceof ObservationDraft v) {
            var body = new LinkedHashMap<String, @Nullable Object>();
            body.put("value", v.amount());
            body.put("low", v.low());
            body.put("high", v.high());
            body.put("status", v.status());
            body.put("partial", v.partial());
            body.put("withdrawn", v.withdrawn());
            body.put("source", v.source());
            body.put("note", Current.blankToNull(v.note()));
            return body;
        }
        return ((Shelf<Object>) shelf(kind)).body(draft);
    }

    /** The name of the kind in the table of revisions; values have none there. */
    public static String recordType(Kind kind) {
        return shelf(kind).recordType();
    }

    private static Shelf<?> shelf(Kind kind) {
        return Shelves.of(kind);
    }

    /** The body in a revision's text. */
    public static Map<String, @Nullable Object> parse(JsonMapper json, String body) {
        return json.readValue(body, BODY);
    }

    /** The columns of a kind of record, in the order of its file. */
    public static List<String> columns(Kind kind) {
        return shelf(kind).columns().stream().map(Column::name).toList();
    }

    /** Column name to the kind of record that it names; a column that names several holds them with semicolons. */
    public static Map<String, Kind> references(Kind kind) {
        var named = new LinkedHashMap<String, Kind>();
        shelf(kind).columns().stream().filter(c -> c.refersTo() != null)
                .forEach(c -> named.put(c.name(), c.refersTo()));
        return named;
    }

    /** The kind of record with this word in the tables of revisions and aliases. */
    public static Kind kind(String recordType) {
        return Shelves.of(recordType).kind();
    }

    /** A batch of one record. */
    public static Batch batch(Kind kind, Map<String, @Nullable Object> body) {
        var b = new Body(body);
        return switch (kind) {
            case TOPIC -> Batch.of(new Topic(b.text("slug"), b.label("title"), b.label("question"),
                    b.number("position")));
            case UNIT -> Batch.of(new Unit(b.text("code"), b.text("dimension"), b.label("label"), b.label("short")));
            case ESTIMATOR -> Batch.of(new Estimator(b.text("slug"), b.label("title")));
            case SOURCE -> Batch.of(new Source(b.text("key"), b.text("title"), b.text("publisher"), b.optional("url"),
                    b.optional("published"), b.text("licence"), b.text("licence_kind"), b.truth("redistributable"),
                    b.truth("share_alike"), b.optional("note")));
            case ENTITY -> Batch.of(new Entity(b.text("slug"), b.word("kind", Entity.Kind.class),
                    b.optional("parent"), b.label("title"), b.label("short"), b.text("colour"),
                    b.word("dash", Entity.Dash.class), b.word("marker", Entity.Marker.class)));
            case INDICATOR -> Batch.of(new IndicatorDraft(b.text("slug"), b.text("topic"), b.number("position"),
                    b.label("title"), b.label("subtitle"), b.text("unit"), Cadence.of(b.text("cadence")),
                    b.number("lag_days"), Draw.of(b.text("draw")), b.label("method"), b.optionalLabel("caveat"),
                    b.text("licence"), b.optional("interval"), b.text("estimates").equals("all"),
                    b.list("default_entities"), b.optional("default_time")));
            case SERIES -> Batch.of(new SeriesDraft(b.text("indicator"), b.text("entity"), b.text("estimator"),
                    b.number("rank"), b.optionalLabel("title")));
            case EVENT -> Batch.of(new EventDraft(b.text("slug"), b.text("date"), b.optional("end_date"),
                    b.list("jurisdictions"), b.text("category"), b.text("status"), b.text("direction"),
                    b.label("title"), b.label("summary"), b.list("sources"), b.list("indicators"),
                    EventStep.split(b.optional("history"))));
            case OBSERVATION -> throw new IllegalArgumentException("values have no body");
        };
    }

    private record Body(Map<String, @Nullable Object> parts) {

        String text(String part) {
            return parts.get(part) instanceof String s ? s : "";
        }

        @Nullable String optional(String part) {
            return parts.get(part) instanceof String s ? s : null;
        }

        Label label(String part) {
            return new Label(text(part + "_en"), optional(part + "_zh"));
        }

        @Nullable Label optionalLabel(String part) {
            return optional(part + "_en") == null && optional(part + "_zh") == null ? null : label(part);
        }

        int number(String part) {
            return parts.get(part) instanceof Number n ? n.intValue() : 0;
        }

        boolean truth(String part) {
            return Boolean.TRUE.equals(parts.get(part));
        }

        List<String> list(String part) {
            return parts.get(part) instanceof String s ? List.of(s.split(";")) : List.of();
        }

        <E extends Enum<E>> E word(String part, Class<E> words) {
            return Arrays.stream(words.getEnumConstants()).filter(w -> w.name().equalsIgnoreCase(text(part)))
                    .findFirst().orElseThrow(() -> new IllegalArgumentException(part + ": " + text(part)));
        }
    }
}
