package io.raceboard.intake;

import io.raceboard.catalog.Period;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Periods as files write them: {@code Q3 2025}, {@code 2025年8月}, {@code 2025/8/14}, {@code 14 Aug 2025}. */
final class PeriodText {

    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final List<String> MONTH_NAMES = List.of(MONTHS.split("\\|"));
    private static final String MONTH = "(" + MONTHS + ")[a-z]{0,6}\\.?";

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})[ /年-]*(?:q|第)([1-4一二三四])(?:季度?)?");
    private static final Pattern QUARTER_FIRST = Pattern.compile("q([1-4])[ /-]*(\\d{4})");
    private static final Pattern HALF = Pattern.compile("(\\d{4})[ /年-]*(?:h([12])|([上下])半年)");
    private static final Pattern HALF_FIRST = Pattern.compile("h([12])[ /-]*(\\d{4})");
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年(?:(\\d{1,2})月(?:(\\d{1,2})[日号])?)?");
    private static final Pattern NUMERIC = Pattern.compile("(\\d{4})[/.-](\\d{1,2})(?:[/.-](\\d{1,2}))?(?:[t ]00:00(?::00(?:\\.0+)?)?z?)?");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern NAMED = Pattern.compile("(?:(\\d{1,2})[ -])?" + MONTH + "[ -](\\d{4})");
    private static final Pattern NAMED_FIRST = Pattern.compile(MONTH + " (\\d{1,2}),? (\\d{4})");
    private static final Pattern FLOAT_YEAR = Pattern.compile("(\\d{4})\\.0");

    private PeriodText() {
    }

    /** Whether day and month could be meant the other way round: 03/04/2025. */
    static boolean isAmbiguous(String text) {
        var m = YEAR_LAST.matcher(plain(text));
        return m.matches() && Integer.parseInt(m.group(1)) <= 12 && Integer.parseInt(m.group(2)) <= 12
                && !m.group(1).equals(m.group(2));
    }

    /** The period as we write it; the text itself where it looks like none, or names a day that does not exist. */
    static String normal(String text) {
        if (Period.find(text).isPresent()) {
            return text;
        }
        return read(plain(text)).filter(p -> Period.find(p).isPresent()).orElse(text.strip());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> read(String text) {
        Matcher m;
        if ((m = QUARTER.matcher(text)).matches()) {
            int nth = "一二三四".indexOf(m.group(2));
            return Optional.of(m.group(1) + "-Q" + (nth < 0 ? m.group(2) : nth + 1));
        }
        if ((m = QUARTER_FIRST.matcher(text)).matches()) {
            return Optional.of(m.group(2) + "-Q" + m.group(1));
        }
        if ((m = HALF.matcher(text)).matches()) {
            return Optional.of(m.group(1) + "-H" + (m.group(2) != null ? m.group(2) : m.group(3).equals("上") ? "1" : "2"));
        }
        if ((m = HALF_FIRST.matcher(text)).matches()) {
            return Optional.of(m.group(2) + "-H" + m.group(1));
        }
        if ((m = CHINESE.matcher(text)).matches() || (m = NUMERIC.matcher(text)).matches()
                || (m = COMPACT.matcher(text)).matches()) {
            return Optional.of(joined(m.group(1), m.group(2), m.group(3)));
        }
        if ((m = YEAR_LAST.matcher(text)).matches()) {
            boolean monthFirst = Integer.parseInt(m.group(2)) > 12;
            return Optional.of(joined(m.group(3), m.group(monthFirst ? 1 : 2), m.group(monthFirst ? 2 : 1)));
        }
        if ((m = NAMED.matcher(text)).matches()) {
            return Optional.of(joined(m.group(3), month(m.group(2)), m.group(1)));
        }
        if ((m = NAMED_FIRST.matcher(text)).matches()) {
            return Optional.of(joined(m.group(3), month(m.group(1)), m.group(2)));
        }
        return (m = FLOAT_YEAR.matcher(text)).matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    private static String month(String name) {
        return String.valueOf(MONTH_NAMES.indexOf(name) + 1);
    }

    private static String joined(String year, @Nullable String month,
            @Nullable String day) {
        return year + two(month) + two(day);
    }

    private static String two(@Nullable String part) {
        return part == null ? "" : part.length() == 1 ? "-0" + part : "-" + part;
    }
}
