package io.raceboard.quantity;

import io.raceboard.catalog.Unit;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import java.math.BigDecimal;

/**
 * A value that was read.
 *
 * @param amount exact, in the unit
 * @param typed the text without the space around it
 * @param remark how it was read where it could have been read otherwise
 */
public record Understood(BigDecimal amount, Unit unit, String typed, Remark remark) implements Quantity {

    private static final BigDecimal HARD_TO_COUNT = BigDecimal.valueOf(1_000_000);

    /** What a reader of the echo should know. */
    public enum Remark { NONE, COMMA_AS_THOUSANDS, COMMA_AS_DECIMAL, POINT_AS_THOUSANDS, POINTS_AS_PERCENT }

    /** How the text was read: {@code 1,200 MW = 1.2 GW}, with what could have been read otherwise. */
    public String echo(Words words) {
        var value = Numbers.full(amount, unit, words.lang());
        if (amount.abs().compareTo(HARD_TO_COUNT) >= 0) {
            var brief = Numbers.brief(amount, unit, words.lang());
            if (!brief.equals(value)) {
                value = words.say("quantity.echo.also", value, brief);
            }
        }
        var echo = words.say("quantity.echo", typed, value);
        return remark == Remark.NONE ? echo : words.say("quantity.echo.remark", echo, words.say(
                "quantity.remark." + remark.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    }
}
