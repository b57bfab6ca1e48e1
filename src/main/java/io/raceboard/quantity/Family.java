package io.raceboard.quantity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Units that can be converted into each other, with all ways to write them.
 *
 * @param name ends the message key {@code quantity.family.}
 * @param prefixed whether K, M, G, T before the unit are part of it, so that a letter alone says too little
 * @param exactCase whether the case of letters makes a difference: a byte is B, a bit is b
 * @param spellings how much of the base each one is
 */
record Family(String name, boolean prefixed, boolean exactCase, Map<String, BigDecimal> spellings) {

    private static final Map<String, Integer> LETTERS =
            Map.of("", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18, "Z", 21);
    private static final Map<String, Integer> CHINESE = Map.of("", 0, "千", 3, "兆", 6, "吉", 9, "太", 12);
    private static final Map<String, Integer> LONG = Map.of("", 0, "kilo", 3, "mega", 6, "giga", 9, "tera", 12,
            "peta", 15, "exa", 18, "zetta", 21);

    static Family prefixed(String name) {
        return new Family(name, true, false, new HashMap<>());
    }

    static Family bytes(String name) {
        return new Family(name, true, true, new HashMap<>());
    }

    static Family counted(String name) {
        return new Family(name, false, false, new HashMap<>());
    }

    /** Symbols that take k, M, G, T, P, E. */
    Family symbols(String... texts) {
        return with(LETTERS, texts);
    }

    /** Chinese names that take 千, 兆, 吉, 太. */
    Family names(String... texts) {
        return with(CHINESE, texts);
    }

    /** English names that take kilo, mega, giga ... */
    Family words(String... texts) {
        return with(LONG, texts);
    }

    private Family with(Map<String, Integer> prefixes, String... texts) {
        for (var text : texts) {
            prefixes.forEach((prefix, zeros) -> spellings.put(prefix + text, BigDecimal.TEN.pow(zeros)));
        }
        return this;
    }

    Family also(String factor, String... texts) {
        List.of(texts).forEach(text -> spellings.put(text, new BigDecimal(factor)));
        return this;
    }

    /** How much of the base the text is, exactly as written or, where that is safe, in other letters. */
    Optional<BigDecimal> factor(String text) {
        var exact = spellings.get(text);
        if (exact != null || exactCase || isSmallM(text)) {
            return Optional.ofNullable(exact);
        }
        var lower = text.toLowerCase(Locale.ROOT);
        return spellings.entrySet().stream()
                .filter(s -> s.getKey().toLowerCase(Locale.ROOT).equals(lower))
                .map(Map.Entry::getValue).findFirst();
    }

    /** {@code mw}: milli or mega, a factor of a thousand million. */
    boolean isSmallM(String text) {
        return prefixed && text.startsWith("m") && !spellings.containsKey(text)
                && spellings.keySet().stream().anyMatch(s -> s.startsWith("M") && s.equalsIgnoreCase(text));
    }
}
