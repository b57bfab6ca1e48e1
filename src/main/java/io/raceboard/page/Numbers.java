package io.raceboard.page;

import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Numbers as people read them: three significant digits, thin grouping, a space before the unit; thousands as
 * million and billion in English, 万 and 亿 in Chinese.
 */
public final class Numbers {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private Numbers() {
    }

    /** Three significant digits: {@code 315}, {@code 8.93 million}, {@code 893万}, {@code −4.5}. */
    public static String brief(BigDecimal value, Lang lang) {
        var magnitude = value.abs();
        if (lang == Lang.ZH) {
            if (magnitude.compareTo(HUNDRED_MILLION) >= 0) {
                return three(value.divide(HUNDRED_MILLION, MathContext.DECIMAL64)) + "亿";
            }
            if (magnitude.compareTo(TEN_THOUSAND) >= 0) {
                return three(value.divide(TEN_THOUSAND, MathContext.DECIMAL64)) + "万";
            }
            return three(value);
        }
        if (magnitude.compareTo(BILLION) >= 0) {
            return three(value.divide(BILLION, MathContext.DECIMAL64)) + " billion";
        }
        if (magnitude.compareTo(MILLION) >= 0) {
            return three(value.divide(MILLION, MathContext.DECIMAL64)) + " million";
        }
        return three(value);
    }

    /** {@link #brief} with the unit: {@code 315 GW}, {@code 80%}. */
    public static String brief(BigDecimal value, Unit unit, Lang lang) {
        return withUnit(value, brief(value, lang), unit, lang);
    }

    /** All digits, grouped: {@code 8,934,834}; with a plain hyphen for minus, which spreadsheets understand. */
    public static String full(BigDecimal value) {
        var format = new DecimalFormat("#,##0.############", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(value);
    }

    /** All digits with the unit. */
    public static String full(BigDecimal value, Unit unit, Lang lang) {
        return withUnit(value, full(value), unit, lang);
    }

    private static String withUnit(BigDecimal value, String number, Unit unit, Lang lang) {
        var word = unit.shortLabel().in(lang);
        if (word.isEmpty()) {
            return number;
        }
        if (lang == Lang.EN && value.abs().compareTo(BigDecimal.ONE) == 0 && unit.dimension().startsWith("count-")) {
            word = singular(word);
        }
        return word.equals("%") || word.equals("×") || bothChinese(number, word) ? number + word : number + " " + word;
    }

    /** {@code reactors} to {@code reactor}, {@code entries} to {@code entry}. */
    private static String singular(String word) {
        return word.endsWith("ries") ? word.substring(0, word.length() - 3) + "y"
                : word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** Chinese puts no space between 万 and a measure word. */
    private static boolean bothChinese(String number, String word) {
        return Character.isIdeographic(number.codePointBefore(number.length()))
                && Character.isIdeographic(word.codePointAt(0));
    }

    private static String three(BigDecimal value) {
        return full(value.round(new MathContext(3, RoundingMode.HALF_UP))).replace('-', '−');
    }
}
