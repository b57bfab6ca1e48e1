package io.raceboard.quantity;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A word or letter that multiplies the number before it: thousand, bn, M, 万, 亿. */
record Magnitude(String text, BigDecimal factor) {

    private static final List<Magnitude> ALL = List.of(
                    of("thousand", 3), of("million", 6), of("billion", 9), of("trillion", 12),
                    of("millions", 6), of("billions", 9), of("trillions", 12),
                    of("mn", 6), of("mln", 6), of("mio", 6), of("bn", 9), of("tn", 12), of("trn", 12),
                    of("k", 3), of("M", 6), of("B", 9), of("b", 9), of("G", 9), of("T", 12),
                    of("千", 3), of("万", 4), of("萬", 4), of("十万", 5), of("百万", 6), of("千万", 7),
                    of("亿", 8), of("億", 8), of("十亿", 9), of("百亿", 10), of("千亿", 11), of("万亿", 12))
            .stream().sorted(Comparator.comparingInt((Magnitude m) -> m.text().length()).reversed()).toList();

    private static Magnitude of(String text, int zeros) {
        return new Magnitude(text, BigDecimal.TEN.pow(zeros));
    }

    /** The longest one that the text begins with; a single letter counts as written, but k may be K. */
    static Optional<Magnitude> at(String text) {
        return ALL.stream().filter(m -> m.begins(text)).findFirst();
    }

    private boolean begins(String tail) {
        if (!tail.regionMatches(text.length() > 1 || text.equals("k"), 0, text, 0, text.length())) {
            return false;
        }
        boolean word = text.charAt(0) < 128 && text.length() > 1;
        return !word || tail.length() == text.length() || !Character.isLetter(tail.charAt(text.length()))
                || tail.charAt(text.length()) > 127;
    }
}
