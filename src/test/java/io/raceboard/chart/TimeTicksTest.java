package io.raceboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Lang;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTicksTest {

    @Test
    void longSpansAreDividedAtTheBeginningOfYears() {
        assertThat(labels("2000-01-01", "2024-01-01", 6, Lang.EN))
                .containsExactly("2000", "2005", "2010", "2015", "2020");
        assertThat(labels("2021-03-05", "2025-06-01", 8, Lang.ZH))
                .containsExactly("2022年", "2023年", "2024年", "2025年");
    }

    @Test
    void shortSpansAreDividedAtTheBeginningOfMonths() {
        assertThat(labels("2024-08-15", "2025-05-01", 5, Lang.EN)).containsExactly("Oct", "2025", "Apr");
        assertThat(labels("2024-08-15", "2025-05-01", 5, Lang.ZH)).containsExactly("10月", "2025年", "4月");
    }

    @Test
    void weeksAreDividedIntoDays() {
        assertThat(labels("2024-08-01", "2024-08-20", 4, Lang.EN)).containsExactly("1 Aug", "8 Aug", "15 Aug");
    }

    private static List<String> labels(String from, String to, int most, Lang lang) {
        return TimeTicks.between(millis(from), millis(to), most, lang).stream().map(TimeTicks.At::label).toList();
    }

    private static long millis(String day) {
        return Instant.parse(day + "T00:00:00Z").toEpochMilli();
    }
}
