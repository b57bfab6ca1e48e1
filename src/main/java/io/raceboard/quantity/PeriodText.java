package io.raceboard.quantity;

import io.raceboard.catalog.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Periods as people and spreadsheets write them: {@code 2025 Q3}, {@code Aug 2025}, {@code 2025年8月},
 * {@code 2025/8/14}. A date whose day and month could be exchanged, such as 3/4/2025, is no period here.
 */
public final class PeriodText {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("mar", 3), Map.entry("apr", 4), Map.entry("may", 5),
            Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10),
            Map.entry("nov", 11), Map.entry("dec", 12));
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String YEAR = "((?:19|20|21)\\d{2})";

    private record Form(Pattern pattern, Function<MatchResult, String> period) {

        static Form of(String pattern, Function<MatchResult, String> period) {
            return new Form(Pattern.compile(pattern), period);
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of(YEAR + "(?:年|\\.0)?", m -> m.group(1)),
            Form.of("(?:fy|cy) ?" + YEAR, m -> m.group(1)),
            Form.of(YEAR + "[ -]?[hs]([12])", m -> m.group(1) + "-H" + m.group(2)),
            Form.of("[hs]([12])[ -]" + YEAR, m -> m.group(2) + "-H" + m.group(1)),
            Form.of(YEAR + "年?([上下])半年", m -> m.group(1) + (m.group(2).equals("上") ? "-H1" : "-H2")),
            Form.of(YEAR + "[ -]?q([1-4])", m -> m.group(1) + "-Q" + m.group(2)),
            Form.of("q([1-4])[ -]?" + YEAR, m -> m.group(2) + "-Q" + m.group(1)),
            Form.of(YEAR + "年?第?([1-4一二三四])季度?",
                    m -> m.group(1) + "-Q" + (Math.max("一二三四".indexOf(m.group(2)), -1) >= 0
                            ? "一二三四".indexOf(m.group(2)) + 1 : m.group(2))),
            Form.of(YEAR + "[-/.](\\d{1,2})", m -> month(m.group(1), m.group(2))),
            Form.of(YEAR + "年(\\d{1,2})月", m -> month(m.group(1), m.group(2))),
            Form.of(MONTH + "[ -]" + YEAR, m -> month(m.group(2), MONTHS.get(m.group(1)).toString())),
            Form.of(YEAR + "[ -]" + MONTH, m -> month(m.group(1), MONTHS.get(m.group(2)).toString())),
            Form.of(YEAR + "([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[ t]00:00(?::00)?)?",
                    m -> day(m.group(1), m.group(3), m.group(4))),
            Form.of(YEAR + "年(\\d{1,2})月(\\d{1,2})日?", m -> day(m.group(1), m.group(2), m.group(3))),
            Form.of("(\\d{1,2})[ -]" + MONTH + "[ -]" + YEAR,
                    m -> day(m.group(3), MONTHS.get(m.group(2)).toString(), m.group(1))),
            Form.of(MONTH + " (\\d{1,2}),? " + YEAR,
                    m -> day(m.group(3), MONTHS.get(m.group(1)).toString(), m.group(2))));

    private PeriodText() {
    }

    /** Empty when the text is no period, could be several, or names a day or month that does not exist. */
    public static Optional<Period> read(String text) {
        var plain = QuantityReader.clean(text).toLowerCase(Locale.ROOT);
        var exact = Period.find(plain.toUpperCase(Locale.ROOT));
        return exact.isPresent() ? exact : FORMS.stream()
                .map(form -> {
                    var m = form.pattern().matcher(plain);
                    return m.matches() ? Period.find(form.period().apply(m.toMatchResult())) : Optional.<Period>empty();
                })
                .flatMap(Optional::stream).findFirst();
    }

    private static String month(String year, String month) {
        return "%s-%02d".formatted(year, Integer.parseInt(month));
    }

    private static String day(String year, String month, String day) {
        return "%s-%02d-%02d".formatted(year, Integer.parseInt(month), Integer.parseInt(day));
    }
}
