package io.raceboard.chart;

import io.raceboard.catalog.Lang;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round dates along a time axis. The chart element has the same rule in {@code frontend/chart/ticks.ts}. */
final class TimeTicks {

    /** A labelled place on a time axis. */
    record At(long x, String label) {
    }

    private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240};
    private static final int[] DAYS = {1, 7, 14};

    private TimeTicks() {
    }

    /** At most so many dates between the two, first days of years or months where the span is long enough. */
    static List<At> between(long from, long to, int most, Lang lang) {
        var first = day(from);
        var last = day(to);
        long months = last.toEpochDay() / 30 - first.toEpochDay() / 30;
        if (months < 2) {
            return days(first, last, most, lang);
        }
        for (int step : MONTHS) {
            if (months / step < most) {
                return months(first, last, step, lang);
            }
        }
        return months(first, last, MONTHS[MONTHS.length - 1], lang);
    }

    private static List<At> months(LocalDate first, LocalDate last, int step, Lang lang) {
        var found = new ArrayList<At>();
        int month = first.getYear() * 12 + first.getMonthValue() - 1;
        month += first.getDayOfMonth() > 1 ? 1 : 0;
        month = Math.ceilDiv(month, step) * step;
        for (var day = day(month); !day.isAfter(last); day = day(month)) {
            found.add(new At(millis(day), step >= 12 ? year(day, lang) : month(day, lang)));
            month += step;
        }
        return found;
    }

    private static List<At> days(LocalDate first, LocalDate last, int most, Lang lang) {
        var found = new ArrayList<At>();
        long length = last.toEpochDay() - first.toEpochDay();
        int step = DAYS[DAYS.length - 1];
        for (int i = DAYS.length - 1; i >= 0 && length / DAYS[i] < most; i--) {
            step = DAYS[i];
        }
        for (var day = first; !day.isAfter(last); day = day.plusDays(step)) {
            found.add(new At(millis(day), format(day, lang == Lang.ZH ? "M月d日" : "d MMM")));
        }
        return found;
    }

    private static String year(LocalDate day, Lang lang) {
        return lang == Lang.ZH ? day.getYear() + "年" : String.valueOf(day.getYear());
    }

    private static String month(LocalDate day, Lang lang) {
        if (day.getMonthValue() == 1) {
            return year(day, lang);
        }
        return format(day, lang == Lang.ZH ? "M月" : "MMM");
    }

    private static String format(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
    }

    private static LocalDate day(int month) {
        return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    }

    private static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
