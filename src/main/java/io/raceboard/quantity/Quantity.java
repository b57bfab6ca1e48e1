package io.raceboard.quantity;

import io.raceboard.catalog.Unit;

/** What became of a text: a value, a reason why not, or nothing when there was no text. */
public sealed interface Quantity permits Understood, Refused, Quantity.Nothing {

    /** There was no text. */
    record Nothing() implements Quantity {
    }

    /**
     * Reads a text such as {@code 1,200 MW}, {@code 33.5亿千瓦}, {@code US$1.2 bn} or {@code 12,5 %} as a value in
     * the unit. A bare number counts in the unit itself; a number with another unit of the same kind is converted
     * exactly; everything else is refused, never guessed.
     *
     * @param ambiguous how a number is read that could be meant in two ways; {@link Understood#remark()} then says so
     */
    static Quantity read(String text, Unit unit, Decimals ambiguous) {
        return new QuantityReader(unit, ambiguous).read(text);
    }
}
