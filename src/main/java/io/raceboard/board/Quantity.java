package io.raceboard.board;

import io.raceboard.catalog.Status;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A number on screen.
 *
 * @param text as people read it, with unit, and with "about" before an estimate
 * @param exact the same number with all its digits
 * @param from the readings it is, or is calculated from
 */
public record Quantity(String text, BigDecimal exact, List<Cited> from) {

    /** The value of a reading; says "about" unless the reading is an actual value. */
    static Quantity of(Cited cited, Words words) {
        var amount = cited.reading().amount();
        var number = Numbers.brief(amount, cited.unit(), words.lang());
        var text = cited.reading().status() == Status.ACTUAL ? number : words.say("board.about", number);
        return new Quantity(text, amount, List.of(cited));
    }

    /** The value of a reading without "about", for places that say so themselves. */
    static Quantity plain(Cited cited, Words words) {
        return bound(cited, cited.reading().amount(), words);
    }

    /** The number alone, without unit and "about". */
    static Quantity bare(Cited cited, BigDecimal amount, Words words) {
        return new Quantity(Numbers.brief(amount, words.lang()), amount, List.of(cited));
    }

    /** A bound of a reading's interval, with unit. */
    static Quantity bound(Cited cited, BigDecimal amount, Words words) {
        return new Quantity(Numbers.brief(amount, cited.unit(), words.lang()), amount, List.of(cited));
    }

    /** How much {@code now} is above or below {@code before}, with its sign; percentage points for shares. */
    static Quantity difference(Cited now, Cited before, Words words) {
        var exact = now.reading().amount().subtract(before.reading().amount());
        var sign = exact.signum() < 0 ? "−" : "+";
        var size = now.unit().isShare()
                ? words.say("board.pp", Numbers.brief(exact.abs(), words.lang()))
                : Numbers.brief(exact.abs(), now.unit(), words.lang());
        return new Quantity(sign + size, exact, List.of(now, before));
    }

    /** The readings behind the number, as one attribute value. */
    public String origin() {
        return from.stream().map(Cited::id).collect(Collectors.joining(" "));
    }
}
