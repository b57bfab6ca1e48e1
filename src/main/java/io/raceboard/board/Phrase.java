package io.raceboard.board;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sentence whose numbers know the readings they come from. */
public record Phrase(List<Part> parts) {

    /** A stretch of plain words, or a number with its origin. */
    public record Part(String text, @Nullable Quantity number) {
    }

    /** Private-use characters: cannot be in a message, and MessageFormat leaves them alone. */
    private static final Pattern PLACE = Pattern.compile("\uE000(\\d+)\uE001");

    /**
     * The message of this key, its placeholders filled in.
     *
     * @param values a {@link Quantity} for each number, a {@link Phrase} or text for anything else
     */
    static Phrase say(Words words, String key, Object... values) {
        var places = new Object[values.length];
        Arrays.setAll(places, i -> values[i] instanceof String ? values[i] : "\uE000" + i + "\uE001");
        var text = words.say(key, places);
        var parts = new ArrayList<Part>();
        var matcher = PLACE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            addText(parts, text.substring(from, matcher.start()));
            switch (values[Integer.parseInt(matcher.group(1))]) {
                case Quantity quantity -> parts.add(new Part(quantity.text(), quantity));
                case Phrase inner -> parts.addAll(inner.parts());
                case Object other -> addText(parts, other.toString());
            }
            from = matcher.end();
        }
        addText(parts, text.substring(from));
        return new Phrase(words.lang() == Lang.EN ? capitalised(parts) : List.copyOf(parts));
    }

    private static void addText(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, null));
        }
    }

    private static List<Part> capitalised(List<Part> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        var first = parts.getFirst();
        var text = first.text().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + first.text().substring(1);
        parts.set(0, new Part(text, first.number()));
        return List.copyOf(parts);
    }

    /** The sentence as plain text. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** Its numbers in order. */
    public List<Quantity> numbers() {
        return parts.stream().map(Part::number).filter(Objects::nonNull).toList();
    }

    /** The readings it stands on. */
    public List<Cited> cited() {
        return numbers().stream().flatMap(n -> n.from().stream()).distinct().toList();
    }
}
