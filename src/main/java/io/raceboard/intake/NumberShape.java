package io.raceboard.intake;

import java.util.Map;
import java.util.regex.Pattern;

/** What a spreadsheet's number format makes of a number. */
enum NumberShape {
    PLAIN, PERCENT, YEAR, MONTH, DAY, TIME;

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
    /** Formats that have a number but no text, by ECMA-376 part 1, 18.8.30, with those of Chinese programs. */
    private static final Map<Integer, NumberShape> BUILT_IN = Map.ofEntries(
            Map.entry(9, PERCENT), Map.entry(10, PERCENT), Map.entry(14, DAY), Map.entry(15, DAY), Map.entry(16, DAY),
            Map.entry(17, MONTH), Map.entry(18, TIME), Map.entry(19, TIME), Map.entry(20, TIME), Map.entry(21, TIME),
            Map.entry(22, TIME), Map.entry(27, MONTH), Map.entry(28, DAY), Map.entry(29, DAY), Map.entry(30, DAY),
            Map.entry(31, DAY), Map.entry(36, MONTH), Map.entry(45, TIME), Map.entry(46, TIME), Map.entry(47, TIME),
            Map.entry(50, MONTH), Map.entry(51, DAY), Map.entry(52, MONTH), Map.entry(53, DAY), Map.entry(54, DAY),
            Map.entry(57, MONTH), Map.entry(58, DAY));

    static NumberShape builtIn(int number) {
        return BUILT_IN.getOrDefault(number, PLAIN);
    }

    /** Of a format such as {@code yyyy-mm-dd} or {@code 0.0%}. */
    static NumberShape of(String format) {
        var first = LITERAL.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT).split(";", 2)[0];
        if (first.contains("general") || first.contains("0") || first.contains("#")) {
            return first.contains("%") ? PERCENT : PLAIN;
        }
        boolean year = first.contains("y");
        boolean day = first.contains("d");
        boolean clock = first.contains("h") || first.contains("s");
        if (clock && (year || day)) {
            return TIME;
        }
        if (day) {
            return DAY;
        }
        if (year) {
            return first.contains("m") ? MONTH : YEAR;
        }
        return clock ? TIME : first.contains("m") ? MONTH : first.contains("%") ? PERCENT : PLAIN;
    }
}
