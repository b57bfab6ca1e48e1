package io.raceboard.board;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        Arrays.setAll(places, i -> "\uE000" + i + "\uE001");
        var text = words.say(key, places);
        var parts = new ArrayList<Part>();
        var matcher = PLACE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            parts.add(new Part(text.substring(from, matcher.start()), null));
            switch (values[Integer.parseInt(matcher.group(1))]) {
                case Quantity quantity -> parts.add(new Part(quantity.text(), quantity));
                case Phrase inner -> parts.addAll(inner.parts());
                case Object other -> parts.add(new Part(other.toString(), null));
            }
            from = matcher.end();
        }
        parts.add(new Part(text.substring(from), null));
        parts.removeIf(part -> part.text().isEmpty());
        return new Phrase(words.lang() == Lang.ZH ? spaced(parts) : List.copyOf(parts));
    }

    /** As {@link #say}, beginning with a capital letter where the language has them. */
    static Phrase sentence(Words words, String key, Object... values) {
        var parts = new ArrayList<>(say(words, key, values).parts());
        if (!parts.isEmpty()) {
            var first = parts.getFirst();
            var text = first.text().substring(0, 1).toUpperCase(Locale.ROOT) + first.text().substring(1);
            parts.set(0, new Part(text, first.number()));
        }
        return new Phrase(List.copyOf(parts));
    }

    /** Chinese puts a space between its characters and Latin letters or digits, and none between two characters. */
    private static List<Part> spaced(List<Part> parts) {
        var spaced = new ArrayList<Part>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var text = part.text();
            if (i + 1 < parts.size() && part.number() == null) {
                var next = parts.get(i + 1).text();
                text = joined(text.stripTrailing(), next);
            } else if (i + 1 < parts.size()) {
                var next = parts.get(i + 1);
                parts.set(i + 1, new Part(joinedBefore(text, next.text()), next.number()));
            }
            spaced.add(new Part(text, part.number()));
        }
        return List.copyOf(spaced);
    }

    private static String joined(String text, String next) {
        return text.isEmpty() || next.isEmpty() || !mixed(last(text), next.codePointAt(0)) ? text : text + " ";
    }

    private static String joinedBefore(String number, String next) {
        var text = next.stripLeading();
        return text.isEmpty() || !mixed(last(number), text.codePointAt(0)) ? text : " " + text;
    }

    private static int last(String text) {
        return text.codePointBefore(text.length());
    }

    private static boolean mixed(int one, int other) {
        return Character.isIdeographic(one) && latin(other) || latin(one) && Character.isIdeographic(other);
    }

    private static boolean latin(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '%' || c == '+') || c == '\u2212';
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
