package io.raceboard.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2025,       YEAR,    2025-01-01, 2025-12-31",
        "2025-H2,    HALF,    2025-07-01, 2025-12-31",
        "2025-Q3,    QUARTER, 2025-07-01, 2025-09-30",
        "2024-02,    MONTH,   2024-02-01, 2024-02-29",
        "2025-08-14, DAY,     2025-08-14, 2025-08-14"
    })
    void aPeriodIsTheSpanOfDaysItSays(String text, Period.Type type, LocalDate start, LocalDate end) {
        assertThat(Period.parse(text)).isEqualTo(new Period(text, type, start, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "2025-Q5", "2025-H3", "2025-13", "2025-02-29", "2025-8", "2025-00", "Q3 2025",
        "2025-08-14T00:00", "2025-08-32"})
    void whatDoesNotExistIsNoPeriod(String text) {
        assertThat(Period.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025,2026", "2025-H1,2025-H2", "2025-H2,2026-H1", "2025-Q4,2026-Q1", "2025-Q1,2025-Q2",
        "2025-12,2026-01", "2024-02-28,2024-02-29", "2025-12-31,2026-01-01"})
    void theNextPeriodHasTheSameLength(String text, String next) {
        assertThat(Period.parse(text).next()).isEqualTo(Period.parse(next));
    }

    @ParameterizedTest
    @CsvSource({
        "2025,       2025,        2025年",
        "2025-H1,    2025 H1,     2025年上半年",
        "2025-Q3,    2025 Q3,     2025年第3季度",
        "2025-08,    Aug 2025,    2025年8月",
        "2025-08-14, 14 Aug 2025, 2025年8月14日"
    })
    void peopleReadItInTheirLanguage(String text, String english, String chinese) {
        assertThat(Period.parse(text))
                .returns(english, p -> p.label(Lang.EN))
                .returns(chinese, p -> p.label(Lang.ZH));
    }

    @Test
    void aLongerPeriodComesBeforeTheShorterOnesThatBeginWithIt() {
        assertThat(Stream.of("2025-01-01", "2025", "2024-12", "2025-Q1", "2025-01").map(Period::parse).sorted())
                .extracting(Period::text)
                .containsExactly("2024-12", "2025", "2025-Q1", "2025-01", "2025-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Etc/GMT+12", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"})
    void noTimeZoneShiftsIt(String zone) {
        var before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            assertThat(Period.parse("2025-03-01").label(Lang.EN)).isEqualTo("1 Mar 2025");
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
