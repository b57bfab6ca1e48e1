package io.raceboard.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Unit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is typed is read as something that the store can hold, or refused with a code; it never fails. */
class QuantityFuzzTest {

    private static final int TEXTS = 20_000;
    private static final List<Unit> UNITS = List.of(unit("GW", "power"), unit("TWh", "energy"),
            unit("percent", "share"), unit("USD", "money"), unit("count", "count"));
    private static final String[] PARTS = {"0", "1", "12", "1,200", "1.234,5", "12,5", "999999", ".", ",", "-", "−", "+",
        "e", "E+", "1e999999999", "%", " ", "\u00a0", "\u3000", "MW", "GW", "TWh", "kWh", "bn", "million", "k", "万", "亿",
        "千瓦", "万千瓦", "US$", "¥", "１２", "۱۲", "１．５", "pp", "(", ")", "'", "=", "/", "½", "∞", "NaN", "2025", "2025-13",
        "2025-02-30", "Q3", "H2", "年", "月", "日", "季度", "Aug", "31/12/", "0000", "9".repeat(60), "\0", "\uD83D\uDE00", "\uDC00"};

    private final Random random = new Random(20261122);

    @Test
    void everyTextIsAValueThatFitsOrARefusal() {
        int understood = 0;
        for (int nth = 0; nth < TEXTS; nth++) {
            var text = text();
            var unit = UNITS.get(random.nextInt(UNITS.size()));
            for (var decimals : Decimals.values()) {
                try {
                    switch (Quantity.read(text, unit, decimals)) {
                        case Understood value -> {
                            var amount = value.amount().stripTrailingZeros();
                            assertThat(amount.scale()).isLessThanOrEqualTo(QuantityReader.DECIMALS);
                            assertThat((long) amount.precision() - amount.scale())
                                    .isLessThanOrEqualTo(QuantityReader.DIGITS_BEFORE_POINT);
                            understood++;
                        }
                        case Refused refused -> assertThat(refused.code()).isNotBlank();
                        case Quantity.Nothing nothing -> assertThat(text.replaceAll("[\\p{Z}\\p{Cntrl}]", "")).isEmpty();
                    }
                } catch (RuntimeException | AssertionError broken) {
                    throw new AssertionError("\"%s\" in %s".formatted(text, unit.code()), broken);
                }
            }
        }
        assertThat(understood).isGreaterThan(TEXTS / 20);
    }

    @Test
    void everyTextIsAPeriodOfTheStoreOrNone() {
        for (int nth = 0; nth < TEXTS; nth++) {
            var text = text();
            assertThatCode(() -> PeriodText.read(text).ifPresent(
                    period -> assertThat(Period.parse(period.text())).isEqualTo(period)))
                    .as("\"%s\"", text).doesNotThrowAnyException();
        }
    }

    private String text() {
        var text = new StringBuilder();
        for (int part = random.nextInt(6); part >= 0; part--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    private static Unit unit(String code, String dimension) {
        return new Unit(code, dimension, new Label(code, code), new Label(code, code));
    }
}
