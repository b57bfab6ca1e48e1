package io.raceboard.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a spreadsheet's number the way a person who looks at the cell would type it. */
final class XlsxNumber {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,400}(\\.\\d{0,400})?([eE][-+]?\\d{1,3})?");
    /** What a spreadsheet program shows at most. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int DOUBLE_DIGITS = 17;
    private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private XlsxNumber() {
    }

    /** Null for a date that does not exist. Text that is no number comes back as it is. */
    static @Nullable String text(String raw, NumberShape shape, boolean since1904) {
        if (!NUMBER.matcher(raw).matches()) {
            return raw;
        }
        var number = new BigDecimal(raw);
        return switch (shape) {
            case PLAIN -> plain(number);
            case PERCENT -> plain(number.movePointRight(2)) + "%";
            case YEAR, MONTH, DAY, TIME -> date(number, shape, since1904);
        };
    }

    /** 0.30000000000000004 is shown, and meant, as 0.3; whole numbers and more digits than a double has are kept. */
    private static String plain(BigDecimal number) {
        var exact = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (exact.scale() > 0 && exact.precision() <= DOUBLE_DIGITS) {
            exact = exact.round(SHOWN).stripTrailingZeros();
        }
        return exact.toPlainString();
    }

    private static @Nullable String date(BigDecimal serial, NumberShape shape, boolean since1904) {
        if (shape == NumberShape.YEAR && isYear(serial)) {
            // 2025 in cells that were given the format yyyy means the year, not the day 2025 after 1900.
            return serial.toBigInteger().toString();
        }
        var seconds = serial.multiply(DAY_SECONDS).setScale(0, RoundingMode.HALF_UP);
        var parts = seconds.divideAndRemainder(DAY_SECONDS);
        if (serial.signum() < 0 || parts[0].compareTo(BigDecimal.valueOf(2_958_466)) > 0) {
            return null;
        }
        int days = parts[0].intValueExact();
        if (!since1904 && (days == 60 || days == 0)) {
            // 29 February 1900 and 0 January 1900 are only in spreadsheets.
            return null;
        }
        var day = since1904 ? LocalDate.of(1904, 1, 1).plusDays(days)
                : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
        if (day.isAfter(LAST_DAY)) {
            return null;
        }
        return switch (shape) {
            case YEAR -> "%04d".formatted(day.getYear());
            case MONTH -> "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
            case TIME -> parts[1].signum() == 0 ? day.toString() : LocalDateTime.of(day,
                    java.time.LocalTime.ofSecondOfDay(parts[1].longValueExact())).toString();
            default -> day.toString();
        };
    }

    private static boolean isYear(BigDecimal serial) {
        return serial.stripTrailingZeros().scale() <= 0 && serial.compareTo(BigDecimal.valueOf(1900)) >= 0
                && serial.compareTo(BigDecimal.valueOf(2100)) <= 0;
    }
}
