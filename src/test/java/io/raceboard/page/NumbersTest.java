package io.raceboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Label;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            315.07      | 315          | 315
            0.0456      | 0.0456       | 0.0456
            5.907832    | 5.91         | 5.91
            1.50        | 1.5          | 1.5
            3348.6      | 3,350        | 3,350
            -22.1045    | −22.1        | −22.1
            8934834     | 8.93 million | 893万
            10369       | 10,400       | 1.04万
            1200000000  | 1.2 billion  | 12亿
            0           | 0            | 0
            """)
    void threeDigitsSayEnough(BigDecimal value, String english, String chinese) {
        assertThat(Numbers.brief(value, Lang.EN)).isEqualTo(english);
        assertThat(Numbers.brief(value, Lang.ZH)).isEqualTo(chinese);
    }

    @Test
    void nothingIsLostInFull() {
        assertThat(Numbers.full(new BigDecimal("8934834.123456"))).isEqualTo("8,934,834.123456");
    }

    @Test
    void aUnitStandsBehindASpaceButPercentDoesNot() {
        var watts = new Unit("GW", "power", new Label("gigawatts", "吉瓦"), new Label("GW", "吉瓦"));
        var share = new Unit("percent", "share", new Label("percent", "百分比"), new Label("%", "%"));
        assertThat(Numbers.brief(new BigDecimal("315.07"), watts, Lang.EN)).isEqualTo("315 GW");
        assertThat(Numbers.brief(new BigDecimal("80"), share, Lang.EN)).isEqualTo("80%");
    }
}
