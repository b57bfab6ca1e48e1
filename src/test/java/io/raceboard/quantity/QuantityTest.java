package io.raceboard.quantity;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Label;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Unit;
import io.raceboard.db.Tables;
import io.raceboard.page.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class QuantityTest {

    private static final Map<String, Unit> UNITS = units();

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            1.2                   | GW           | 1.2
            1,200 MW              | GW           | 1.2
            1.2 GW                | GW           | 1.2
            1.2gw                 | GW           | 1.2
            1200MW                | GW           | 1.2
            万千瓦                 | GW           | !no-number
            1万千瓦                | MW           | 10
            120万千瓦              | GW           | 1.2
            33.5亿千瓦             | GW           | 3350
            3.73亿 千瓦            | GW           | 373
            300 兆瓦               | GW           | 0.3
            2.5吉瓦                | GW           | 2.5
            1 TW                  | GW           | 1000
            850 kW                | MW           | 0.85
            5 megawatts           | W            | 5000000
            0                     | GW           | 0
            -3.5 GW               | GW           | -3.5
            −3.5                  | GW           | -3.5
            ＋３．５               | GW           | 3.5
            １，２００ ＭＷ         | GW           | 1.2
            １２．５％             | percent      | 12.5
            1\u00a0200 MW         | GW           | 1.2
            1\u202f200\u202f000 kW| GW           | 1.2
            1’200’000 kW          | GW           | 1.2
            1.2E+03 MW            | GW           | 1.2
            1e-3                  | GW           | 0.001
            12,5                  | GW           | 12.5
            0,125                 | GW           | 0.125
            1.234,5 MW            | GW           | 1.2345
            1,234.5 MW            | GW           | 1.2345
            1.200.000 kW          | GW           | 1.2
            9.3万亿千瓦时           | TWh          | 9300
            9.3万亿度              | TWh          | 9300
            450 GWh               | TWh          | 0.45
            5亿千瓦时              | TWh          | 0.5
            12.5%                 | percent      | 12.5
            12.5 per cent         | percent      | 12.5
            12.5 percent          | percent      | 12.5
            3.1 pp                | percent      | 3.1
            3.1个百分点            | percent      | 3.1
            百分之37.5             | percent      | 37.5
            25 bps                | percent      | 0.25
            3‰                    | percent      | 0.3
            4成                   | percent      | 40
            3x                    | times        | 3
            3.5倍                 | times        | 3.5
            0.42                  | ratio        | 0.42
            US$1.2 bn             | USD-bn       | 1.2
            $ 350 million         | USD-bn       | 0.35
            1.2 trillion dollars  | USD-bn       | 1200
            90亿美元               | USD-bn       | 9
            1.5万亿美元            | USD-bn       | 1500
            12 bn USD             | USD-bn       | 12
            120 billion           | USD-bn       | 120
            38                    | USD-bn       | 38
            25k USD               | USD-chip     | 25000
            $3.5万                | USD-chip     | 35000
            $0.15 / 1M tokens     | USD-Mtok     | 0.15
            $0.0006/1K tokens     | USD-Mtok     | 0.6
            269.92 USD/MW-day     | USD-MWday    | 269.92
            0.42元/千瓦时          | CNY-MWh      | 420
            420 元/兆瓦时          | CNY-MWh      | 420
            42分/度               | CNY-MWh      | 420
            $85/MWh               | UScent-kWh   | 8.5
            8.5 US¢/kWh           | UScent-kWh   | 8.5
            120 €/MWh             | EURcent-kWh  | 12
            1.2M H100e            | H100e        | 1200000
            120万H100当量          | H100e        | 1200000
            805k chips            | chips        | 805000
            80.5万颗              | chips        | 805000
            3亿5000万颗            | chips        | 350000000
            1万2000颗             | chips        | 12000
            2.5 million racks     | racks-mn     | 2.5
            880万标准机架          | racks-mn     | 8.8
            350 million           | socs-mn      | 350
            70B                   | params-bn    | 70
            1.6T parameters       | params-bn    | 1600
            6710亿参数             | params-bn    | 671
            30万亿词元             | tokens-tn    | 30
            14.8 trillion tokens  | tokens-tn    | 14.8
            1.2 tokens-tn-day     | tokens-tn-day| 1.2
            12 million downloads  | downloads-mn | 12
            12.5万片/月            | wafers-month | 125000
            30 kwpm               | wafers-month | 30000
            36 reactors           | reactors     | 36
            1 reactor             | reactors     | 1
            36座                  | reactors     | 36
            2 PFLOP/s             | TFLOPS       | 2000
            300 PFLOPS            | EFLOPS       | 0.3
            1979 TOPS             | TOPS         | 1979
            1.5 TB                | GB           | 1500
            96 GiB                | GB           | 103.079215104
            4800 GB/s             | TBps         | 4.8
            7 nm                  | nm           | 7
            18 months             | years        | 1.5
            90 days               | hours        | 2160
            1450 points           | points-arena | 1450
            1450分                | points-arena | 1450
            0.000000000001        | GW           | 0.000000000001
            NaN                   | GW           | !not-finite
            -Infinity             | GW           | !not-finite
            ∞                     | GW           | !not-finite
            n/a                   | GW           | !no-value
            —                     | GW           | !no-value
            about 5 GW            | GW           | !about
            约5吉瓦                | GW           | !about
            >5 GW                 | GW           | !bound
            超过5吉瓦              | GW           | !bound
            3-5 GW                | GW           | !range
            3至5                  | GW           | !range
            (5)                   | GW           | !parentheses
            5 GWh                 | GW           | !wrong-dimension
            5亿千瓦时              | GW           | !wrong-dimension
            5 GW                  | TWh          | !wrong-dimension
            5%                    | GW           | !wrong-dimension
            50%                   | ratio        | !wrong-dimension
            5 mw                  | GW           | !small-m
            5m                    | chips        | !small-m-number
            5k                    | GW           | !magnitude-alone
            33.5亿                | GW           | !magnitude-alone
            1兆                   | chips        | !unknown-unit
            5 Gb                  | GB           | !unknown-unit
            5 GWp                 | GW           | !unknown-unit
            €5 bn                 | USD-bn       | !wrong-dimension
            50亿元                | USD-bn       | !wrong-dimension
            5 H100e               | H100e-16     | !other-unit
            5 chips               | dies         | !other-unit
            1 month               | hours        | !wrong-dimension
            10 months             | years        | !not-exact
            1,20,000              | GW           | !bad-grouping
            1,2000                | GW           | 1.2
            12 34                 | GW           | !bad-grouping
            1.2.3                 | GW           | !bad-grouping
            10²                   | GW           | !unknown-unit
            1e400                 | GW           | !unknown-unit
            1e99                  | GW           | !too-large
            1e-13                 | GW           | !too-precise
            =1+1                  | GW           | !no-number
            <b>5</b>              | GW           | !bound
            GW                    | GW           | !no-number
            --5                   | GW           | !no-number
            """, ignoreLeadingAndTrailingWhitespace = true)
    void goldenList(String typed, String unit, String wanted) {
        assertThat(say(typed, unit, Decimals.POINT)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,200   | POINT | 1200    | 1,200 = 1,200 GW; the comma was read as a thousands mark
            1,200   | COMMA | 1.200   | 1,200 = 1.2 GW; the comma was read as a decimal point
            1.200   | POINT | 1.200   | 1.200 = 1.2 GW
            1.200   | COMMA | 1200    | 1.200 = 1,200 GW; the point was read as a thousands mark
            1,2     | POINT | 1.2     | 1,2 = 1.2 GW; the comma was read as a decimal point
            1.200 MW| POINT | 0.0012  | 1.200 MW = 0.0012 GW
            1 200,5 | POINT | 1200.5  | 1 200,5 = 1,200.5 GW
            12亿千瓦 | POINT | 1200    | 12亿千瓦 = 1,200 GW
            """)
    void whatCanBeReadTwoWaysIsReadByLanguageAndSaidAloud(String typed, Decimals decimals, String amount, String echo) {
        var read = (Understood) Quantity.read(typed, UNITS.get("GW"), decimals);
        assertThat(read.amount()).isEqualTo(new BigDecimal(amount));
        assertThat(read.echo(words(Lang.EN))).isEqualTo(echo);
    }

    @Test
    void theEchoHelpsToCountZerosInBothLanguages() {
        var read = (Understood) Quantity.read("120万颗", UNITS.get("chips"), Decimals.POINT);
        assertThat(read.echo(words(Lang.EN))).isEqualTo("120万颗 = 1,200,000 chips (1.2 million chips)");
        assertThat(read.echo(words(Lang.ZH))).isEqualTo("120万颗 = 1,200,000 颗（120万颗）");
    }

    @Test
    void powerIsNotEnergyAndTheSentenceSaysSo() {
        var refused = (Refused) Quantity.read("5 GWh", UNITS.get("GW"), Decimals.POINT);
        assertThat(refused.sentence(words(Lang.EN))).isEqualTo("GWh measures energy, but this indicator is in GW, "
                + "which is power. One cannot be converted into the other.");
        assertThat(refused.sentence(words(Lang.ZH))).isEqualTo("GWh 是能量的单位，而本指标的单位是 GW（功率），两者不能换算。");
    }

    @Test
    void everyRefusalHasASentenceInBothLanguages() {
        var codes = new TreeSet<String>();
        for (var typed : new String[] {"NaN", "n/a", "x", "(5)", ">5", "~5", "3-5", "1,20,000", "5mw", "5m", "5k", "5 GWh",
                "5 chips", "5 foo", "1e99", "1e-13", "5".repeat(200)}) {
            for (var unit : new String[] {"GW", "dies"}) {
                if (Quantity.read(typed, UNITS.get(unit), Decimals.POINT) instanceof Refused refused) {
                    codes.add(refused.code());
                    assertThat(refused.sentence(words(Lang.EN))).doesNotContain("{", "quantity.");
                    assertThat(refused.sentence(words(Lang.ZH))).doesNotContain("{", "quantity.");
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(14);
    }

    @Test
    void emptyTextIsNothing() {
        assertThat(Quantity.read(" \u00a0 ", UNITS.get("GW"), Decimals.POINT)).isInstanceOf(Quantity.Nothing.class);
    }

    @Test
    void everyUnitReadsItsOwnNames() {
        var unread = new TreeSet<String>();
        for (var unit : UNITS.values()) {
            for (var name : List.of(unit.code(), unit.label().en(), unit.label().zh(), unit.shortLabel().en(),
                    unit.shortLabel().zh(), "")) {
                var read = Quantity.read(("3.25 " + name).strip(), unit, Decimals.POINT);
                if (!(read instanceof Understood u) || u.amount().compareTo(new BigDecimal("3.25")) != 0) {
                    unread.add(unit.code() + ": " + name + " -> " + read);
                }
            }
        }
        assertThat(unread).isEmpty();
    }

    @Test
    void theLimitsAreThoseOfTheStore() {
        var amount = Tables.OBSERVATION.AMOUNT.getDataType();
        assertThat(QuantityReader.DECIMALS).isEqualTo(amount.scale());
        assertThat(QuantityReader.DIGITS_BEFORE_POINT).isEqualTo(amount.precision() - amount.scale());
    }

    private static String say(String typed, String unit, Decimals decimals) {
        return switch (Quantity.read(typed, UNITS.get(unit), decimals)) {
            case Understood understood -> understood.amount().stripTrailingZeros().toPlainString();
            case Refused refused -> "!" + refused.code();
            case Quantity.Nothing nothing -> "";
        };
    }

    private static Words words(Lang lang) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/quantity");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, lang);
    }

    private static Map<String, Unit> units() {
        try (var lines = Files.lines(Path.of("src/main/resources/dataset/common/units.csv"))) {
            return lines.skip(1).map(line -> line.split(",", -1)).collect(toMap(c -> c[0],
                    c -> new Unit(c[0], c[1], new Label(c[2], c[3]), new Label(c[4], c[5]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
