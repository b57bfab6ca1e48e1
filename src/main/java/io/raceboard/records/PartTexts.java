package io.raceboard.records;

import io.raceboard.history.Vintage;
import io.raceboard.ledger.EventStep;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts of records and values in words: part names to contents, as histories and changes show them. */
final class PartTexts {

    private static final Set<String> WORDS = Set.of("category", "status", "direction", "cadence", "draw", "estimates",
            "kind", "dash", "marker", "licence_kind");

    private PartTexts() {
    }

    static Map<String, String> of(Map<String, ?> body, Words words) {
        var texts = new LinkedHashMap<String, String>();
        body.forEach((name, value) -> texts.put(part(name, words), text(name, value, words)));
        return texts;
    }

    static Map<String, String> of(Vintage v, Words words) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("value", v.amount());
        body.put("low", v.low());
        body.put("high", v.high());
        body.put("status", v.status().code());
        body.put("partial", v.partial());
        body.put("withdrawn", v.withdrawn());
        body.put("source", v.source());
        body.put("note", v.note());
        return of(body, words);
    }

    static String value(@Nullable Vintage v, Words words) {
        return v == null ? words.say("records.no-value")
                : v.withdrawn() || v.amount() == null ? words.say("records.withdrawn") : Numbers.full(v.amount());
    }

    static String part(String name, Words words) {
        return Cells.or(words, "review.part." + name.replace('_', '-'), name);
    }

    private static String text(String name, @Nullable Object value, Words words) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> Numbers.full(number);
            case Boolean yes -> words.say(yes ? "review.yes" : "review.no");
            case String text when name.equals("history") -> EventStep.split(text).stream()
                    .map(s -> Cells.word(words, "status", s.status()) + " " + s.since())
                    .collect(Collectors.joining("; "));
            case String text when WORDS.contains(name) -> Cells.word(words, name, text);
            case String text -> text;
            default -> value.toString();
        };
    }
}
