package io.raceboard.quantity;

import io.raceboard.page.Words;
import java.util.List;

/**
 * Why a text is no value, for people and for programs.
 *
 * @param code for example {@code wrong-dimension}; the message key behind {@code quantity.fault.}
 * @param values fill the message; a value of the form {@code quantity.…} is itself a message key
 */
public record Refused(String code, List<String> values) implements Quantity {

    static Refused because(String code, String... values) {
        return new Refused(code, List.of(values));
    }

    /** What is wrong and what would be right. */
    public String sentence(Words words) {
        return words.say("quantity.fault." + code, values.stream()
                .map(value -> value.startsWith("quantity.") ? words.say(value) : value).toArray());
    }
}
