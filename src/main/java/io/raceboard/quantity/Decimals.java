package io.raceboard.quantity;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Which mark begins the decimals where a number could be read both ways: {@code 1,200} is 1200 or 1.2. */
public enum Decimals {
    /** {@code 1,200.5}: English and Chinese. */
    POINT,
    /** {@code 1.200,5}: German, French, Spanish and others. */
    COMMA;

    public static Decimals of(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? COMMA : POINT;
    }
}
