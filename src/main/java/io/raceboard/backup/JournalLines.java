package io.raceboard.backup;

import io.raceboard.ledger.Act;
import io.raceboard.ledger.Bodies;
import io.raceboard.ledger.ChangeContent;
import io.raceboard.ledger.ChangeContent.Move;
import io.raceboard.ledger.ChangeContent.WrittenRecord;
import io.raceboard.ledger.ChangeContent.WrittenValue;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change as one line of JSON that ends with a sum of all before it, so that a damaged line is noticed. Values are
 * lists: indicator, entity, estimator, period, value, low, high, status, partial, withdrawn, source, note, vintage.
 */
final class JournalLines {

    private static final String SUM = ",\"sum\":\"";
    private static final int SUM_DIGITS = 16;

    private final JsonMapper json;

    JournalLines(JsonMapper json) {
        // a line is read piece by piece
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    }

    void write(ChangeContent change, OutputStream out) throws IOException {
        line(out, g -> {
            g.writeName("change");
            g.writeNumber(change.id());
            text(g, "at", change.at().toString());
            text(g, "kind", change.act().kind().code());
            text(g, "actor", change.act().actor());
            text(g, "origin", change.act().origin());
            text(g, "reason", change.act().reason());
            if (change.move() instanceof Move move) {
                g.writeName("move");
                g.writeStartObject();
                text(g, "type", Bodies.recordType(move.kind()));
                text(g, "from", move.from());
                text(g, "to", move.to());
                g.writeName("merged");
                g.writeBoolean(move.merged());
                g.writeEndObject();
            }
            g.writeName("records");
            g.writeStartArray();
            change.records().forEach(record -> write(record, g));
            g.writeEndArray();
            g.writeName("values");
            g.writeStartArray();
            change.values().forEach(value -> write(value, g));
            g.writeEndArray();
        });
    }

    /** The line that says that an earlier one never counted. */
    void writeVoid(long change, Instant at, OutputStream out) throws IOException {
        line(out, g -> {
            g.writeName("void");
            g.writeNumber(change);
            text(g, "at", at.toString());
        });
    }

    private interface Content {
        void write(JsonGenerator generator);
    }

    private void line(OutputStream out, Content content) throws IOException {
        var digest = sha256();
        var summed = new DigestOutputStream(out, digest);
        var generator = json.writer().without(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(summed);
        generator.writeStartObject();
        content.write(generator);
        generator.flush();
        generator.close();
        var sum = HexFormat.of().formatHex(digest.digest()).substring(0, SUM_DIGITS);
        out.write((SUM + sum + "\"}\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void write(WrittenRecord record, JsonGenerator g) {
        g.writeStartObject();
        text(g, "type", Bodies.recordType(record.kind()));
        text(g, "key", record.key());
        g.writeName("revision");
        g.writeNumber(record.revision());
        g.writeName("body");
        g.writePOJO(record.body());
        g.writeEndObject();
    }

    private static void write(WrittenValue v, JsonGenerator g) {
        g.writeStartArray();
        g.writeString(v.indicator());
        g.writeString(v.entity());
        g.writeString(v.estimator());
        g.writeString(v.period());
        number(g, v.amount());
        number(g, v.low());
        number(g, v.high());
        g.writeString(v.status());
        g.writeBoolean(v.partial());
        g.writeBoolean(v.withdrawn());
        g.writeString(v.source());
        if (v.note() == null) {
            g.writeNull();
        } else {
            g.writeString(v.note());
        }
        g.writeNumber(v.vintage());
        g.writeEndArray();
    }

    private static void number(JsonGenerator g, @Nullable BigDecimal number) {
        if (number == null) {
            g.writeNull();
        } else {
            g.writeString(number.stripTrailingZeros().toPlainString());
        }
    }

    private static void text(JsonGenerator g, String name, @Nullable String text) {
        g.writeName(name);
        if (text == null) {
            g.writeNull();
        } else {
            g.writeString(text);
        }
    }

    /** Whether the line is whole and as it was written. */
    static boolean isSound(String line) {
        int at = line.lastIndexOf(SUM);
        if (at < 0 || line.length() != at + SUM.length() + SUM_DIGITS + 2) {
            return false;
        }
        var sum = HexFormat.of().formatHex(sha256().digest(line.substring(0, at).getBytes(StandardCharsets.UTF_8)));
        return line.startsWith(sum.substring(0, SUM_DIGITS), at + SUM.length());
    }

    /** The change in a line that is sound and no void. */
    ChangeContent read(String line) {
        try (var p = json.createParser(line)) {
            var head = new LinkedHashMap<String, @Nullable Object>();
            var records = new ArrayList<WrittenRecord>();
            var values = new ArrayList<WrittenValue>();
            p.nextToken();
            while (p.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = p.currentName();
                p.nextToken();
                switch (name) {
                    case "records" -> {
                        while (p.nextToken() != JsonToken.END_ARRAY) {
                            records.add(record(json.readValue(p, Map.class)));
                        }
                    }
                    case "values" -> {
                        while (p.nextToken() != JsonToken.END_ARRAY) {
                            values.add(value(p));
                        }
                    }
                    default -> head.put(name, json.readValue(p, Object.class));
                }
            }
            return new ChangeContent(((Number) head.get("change")).longValue(),
                    new Act(Act.Kind.of((String) head.get("kind")), (String) head.get("actor"),
                            (String) head.get("origin"), (String) head.get("reason")),
                    Instant.parse((String) head.get("at")), move(head.get("move")), records, values);
        }
    }

    private static @Nullable Move move(@Nullable Object move) {
        return move instanceof Map<?, ?> m ? new Move(Bodies.kind((String) m.get("type")), (String) m.get("from"),
                (String) m.get("to"), Boolean.TRUE.equals(m.get("merged"))) : null;
    }

    @SuppressWarnings("unchecked")
    private static WrittenRecord record(Map<?, ?> r) {
        return new WrittenRecord(Bodies.kind((String) r.get("type")), (String) r.get("key"),
                ((Number) r.get("revision")).intValue(), (Map<String, @Nullable Object>) r.get("body"));
    }

    private static WrittenValue value(JsonParser p) {
        List<String> parts = new ArrayList<>(13);
        while (p.nextToken() != JsonToken.END_ARRAY) {
            parts.add(p.currentToken() == JsonToken.VALUE_NULL ? null : p.getString());
        }
        return new WrittenValue(parts.get(0), parts.get(1), parts.get(2), parts.get(3), decimal(parts.get(4)),
                decimal(parts.get(5)), decimal(parts.get(6)), parts.get(7), Boolean.parseBoolean(parts.get(8)),
                Boolean.parseBoolean(parts.get(9)), parts.get(10), parts.get(11), Integer.parseInt(parts.get(12)));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
