package io.raceboard.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025             | 2025
            ２０２５          | 2025
            2025年           | 2025
            2025.0           | 2025
            FY2025           | 2025
            2025-H1          | 2025-H1
            H2 2025          | 2025-H2
            2025年下半年      | 2025-H2
            2025-q3          | 2025-Q3
            2025Q3           | 2025-Q3
            2025 Q3          | 2025-Q3
            Q3 2025          | 2025-Q3
            2025年第三季度    | 2025-Q3
            2025年3季度      | 2025-Q3
            2025-08          | 2025-08
            2025/8           | 2025-08
            Aug 2025         | 2025-08
            August-2025      | 2025-08
            2025年8月        | 2025-08
            2025-08-14       | 2025-08-14
            2025/8/14        | 2025-08-14
            2025-08-14 00:00:00 | 2025-08-14
            14 Aug 2025      | 2025-08-14
            Sept. 1, 2025    | 2025-09-01
            2025年8月14日     | 2025-08-14
            """)
    void periodsAreReadAsTheyAreWritten(String text, String period) {
        assertThat(PeriodText.read(text)).map(Period::text).contains(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3/4/2025", "2025-13", "2025-02-30", "2025-Q5", "25", "Aug 25", "315", "20250", "yesterday"})
    void whatIsNoPeriodOrCouldBeTwoIsNone(String text) {
        assertThat(PeriodText.read(text)).isEmpty();
    }
}
