package io.raceboard.board;

import io.raceboard.catalog.Entity;
import io.raceboard.page.Words;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A large number with its date.
 *
 * @param key unique on the page and stable over versions
 * @param name whose number it is, in short
 * @param when the period it stands for
 * @param change how it moved, with the other date; null where nothing can be compared
 * @param interval its lower and upper bound; null where none is known
 */
public record Figure(String key, Entity entity, String name, Quantity value, String when,
        @Nullable Phrase change, @Nullable Phrase interval) {

    /** The value's text in three: a word before the number, the number, its unit; the outer two may be empty. */
    public record Split(String before, String number, String unit) {
    }

    private static final Pattern TEXT =
            Pattern.compile("(\\D*?)([−-]?[\\d.,]+(?: million| billion|万|亿)?[%×]?)(.*)");

    /** For writing the number large and the words around it small. */
    public Split split() {
        var m = TEXT.matcher(value.text());
        return m.matches() ? new Split(m.group(1), m.group(2), m.group(3)) : new Split("", value.text(), "");
    }

    static Figure of(String key, Cited cited, Words words) {
        var entity = cited.series().entity();
        return new Figure(key, entity, entity.shortTitle().in(words.lang()), Quantity.of(cited, words),
                cited.reading().period().label(words.lang()),
                Movement.since(cited, words).orElse(null), interval(cited, words));
    }

    static @Nullable Phrase interval(Cited cited, Words words) {
        var low = cited.reading().low();
        var high = cited.reading().high();
        if (!cited.hasInterval() || low == null || high == null) {
            return null;
        }
        return Phrase.say(words, "board.interval", Quantity.bare(cited, low, words),
                Quantity.bound(cited, high, words));
    }
}
