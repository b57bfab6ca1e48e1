package io.raceboard.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A typed span of days without time zone: {@code 2025}, {@code 2025-H1}, {@code 2025-Q3}, {@code 2025-08},
 * {@code 2025-08-14}. Ordered by its first day, longer spans first.
 */
public record Period(String text, Type type, LocalDate start, LocalDate end) implements Comparable<Period> {

    public enum Type {
        YEAR, HALF, QUARTER, MONTH, DAY;

        /** The word used in the store. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(?:-(?:H([12])|Q([1-4])|(\\d{2})(?:-(\\d{2}))?))?");
    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::start).thenComparing(Period::end, Comparator.reverseOrder());

    /** @throws IllegalArgumentException when the text is no period, or names a day or month that does not exist */
    public static Period parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a period: " + text));
    }

    /** Empty when the text is no period, or names a day or month that does not exist. */
    public static Optional<Period> find(String text) {
        var m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(m.group(1));
        try {
            if (m.group(2) != null) {
                return Optional.of(months(text, Type.HALF, year, Integer.parseInt(m.group(2)), 6));
            }
            if (m.group(3) != null) {
                return Optional.of(months(text, Type.QUARTER, year, Integer.parseInt(m.group(3)), 3));
            }
            if (m.group(5) != null) {
                var day = LocalDate.of(year, Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5)));
                return Optional.of(new Period(text, Type.DAY, day, day));
            }
            if (m.group(4) != null) {
                return Optional.of(months(text, Type.MONTH, year, Integer.parseInt(m.group(4)), 1));
            }
            return Optional.of(months(text, Type.YEAR, year, 1, 12));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Period months(String text, Type type, int year, int nth, int length) {
        var first = YearMonth.of(year, (nth - 1) * length + 1);
        return new Period(text, type, first.atDay(1), first.plusMonths(length - 1L).atEndOfMonth());
    }

    /** The period of the same length that follows. */
    public Period next() {
        var from = end.plusDays(1);
        return parse(switch (type) {
            case YEAR -> "%04d".formatted(from.getYear());
            case HALF -> "%04d-H%d".formatted(from.getYear(), from.getMonthValue() / 6 + 1);
            case QUARTER -> "%04d-Q%d".formatted(from.getYear(), from.getMonthValue() / 3 + 1);
            case MONTH -> "%04d-%02d".formatted(from.getYear(), from.getMonthValue());
            case DAY -> from.toString();
        });
    }

    /** As people write it: {@code 2025}, {@code 2025 Q3}, {@code Aug 2025}, {@code 14 Aug 2025}; {@code 2025年8月}. */
    public String label(Lang lang) {
        int year = start.getYear();
        if (lang == Lang.ZH) {
            return switch (type) {
                case YEAR -> year + "年";
                case HALF -> year + (start.getMonth() == Month.JANUARY ? "年上半年" : "年下半年");
                case QUARTER -> "%d年第%d季度".formatted(year, (start.getMonthValue() + 2) / 3);
                case MONTH -> "%d年%d月".formatted(year, start.getMonthValue());
                case DAY -> "%d年%d月%d日".formatted(year, start.getMonthValue(), start.getDayOfMonth());
            };
        }
        return switch (type) {
            case YEAR -> String.valueOf(year);
            case HALF, QUARTER -> year + " " + text.substring(5);
            case MONTH -> DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH).format(start);
            case DAY -> DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(start);
        };
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
