package io.raceboard.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

    @Test
    void aSpanIsReadHoweverItIsSpaced() {
        assertThat(Hours.find("19:00-07:00")).map(Hours::toString).contains("19:00-07:00");
        assertThat(Hours.find(" 19:00 – 07:00 ")).map(Hours::toString).contains("19:00-07:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "19:00", "25:00-07:00", "7-8", "late", "08:00-08:00", "19:00-"})
    void anythingElseIsNone(String text) {
        assertThat(Hours.find(text)).isEmpty();
    }
}
