package io.raceboard.quantity;

import io.raceboard.quantity.Understood.Remark;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A written number: digits with marks between them, without sign and unit.
 *
 * @param remark how it was read where it could have been read otherwise
 */
record Numeral(BigDecimal number, Remark remark) {

    private static final Pattern BY_COMMA = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+");
    private static final Pattern BY_POINT = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+");
    private static final Pattern BY_OTHER = Pattern.compile("\\d{1,3}(([ '])\\d{3})(\\2\\d{3})*([.,]\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+\\.?\\d*|\\.\\d+");

    /** Empty where the marks stand in no order that a number has. */
    static Optional<Numeral> read(String text, Decimals ambiguous) {
        if (BY_OTHER.matcher(text).matches()) {
            return plain(text.replaceAll("[ ']", "").replace(',', '.'), Remark.NONE);
        }
        int commas = count(text, ',');
        int points = count(text, '.');
        if (commas > 0 && points > 0) {
            return both(text, commas, points);
        }
        if (commas > 1) {
            return BY_COMMA.matcher(text).matches() ? plain(text.replace(",", ""), Remark.NONE) : Optional.empty();
        }
        if (points > 1) {
            return BY_POINT.matcher(text).matches()
                    ? plain(text.replace(".", ""), Remark.POINT_AS_THOUSANDS) : Optional.empty();
        }
        if (commas == 1) {
            return BY_COMMA.matcher(text).matches() && ambiguous == Decimals.POINT
                    ? plain(text.replace(",", ""), Remark.COMMA_AS_THOUSANDS)
                    : plain(text.replace(',', '.'), Remark.COMMA_AS_DECIMAL);
        }
        return points == 1 && BY_POINT.matcher(text).matches() && ambiguous == Decimals.COMMA
                ? plain(text.replace(".", ""), Remark.POINT_AS_THOUSANDS)
                : plain(text, Remark.NONE);
    }

    /** The last mark begins the decimals; the other one must make groups of three. */
    private static Optional<Numeral> both(String text, int commas, int points) {
        boolean pointLast = text.lastIndexOf('.') > text.lastIndexOf(',');
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        var whole = text.substring(0, last);
        if ((pointLast ? points : commas) != 1 || !(pointLast ? BY_COMMA : BY_POINT).matcher(whole).matches()) {
            return Optional.empty();
        }
        return plain(whole.replaceAll("[.,]", "") + "." + text.substring(last + 1),
                pointLast ? Remark.NONE : Remark.COMMA_AS_DECIMAL);
    }

    private static Optional<Numeral> plain(String text, Remark remark) {
        return PLAIN.matcher(text).matches() ? Optional.of(new Numeral(new BigDecimal(text), remark)) : Optional.empty();
    }

    private static int count(String text, char mark) {
        return (int) text.chars().filter(c -> c == mark).count();
    }
}
