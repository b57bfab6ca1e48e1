package io.raceboard.chart;

import static io.raceboard.chart.Made.GIGAWATTS;
import static io.raceboard.chart.Made.at;
import static io.raceboard.chart.Made.chart;
import static io.raceboard.chart.Made.from;
import static io.raceboard.chart.Made.of;
import static io.raceboard.chart.Made.partial;
import static io.raceboard.chart.Made.snapshot;
import static io.raceboard.chart.Made.yearly;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Lang;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void tellsKindSpanNewestExtremesGapAndChange() {
        assertThat(chart(yearly(of("cn", from("2023", 610, 887)), of("us", from("2023", 139, 177)))).summary())
                .isEqualTo("Line chart, gigawatts, from 2023 to 2024. "
                        + "Newest: CN 887 GW (2024); US 177 GW (2024). "
                        + "Highest: CN 887 GW (2024). Lowest: US 139 GW (2023). "
                        + "CN is higher than US by 710 GW, 5.01 times as much (2024). "
                        + "Last change of CN: from 610 GW (2023) to 887 GW (2024).");
    }

    @Test
    void tellsItInChinese() {
        var snapshot = yearly(of("cn", from("2023", 610, 887)), of("us", from("2023", 139, 177)));
        assertThat(Charts.of(snapshot, ChartView.of(snapshot), Made.words(Lang.ZH), List.of(), Made.TODAY).summary())
                .isEqualTo("折线图，吉瓦，2023年至2024年。最新：CN 887 吉瓦（2024年）；US 177 吉瓦（2024年）。"
                        + "最高：CN 887 吉瓦（2024年）。最低：US 139 吉瓦（2023年）。"
                        + "2024年，CN比US高 710 吉瓦，为后者的 5.01 倍。CN最近变化：由 610 吉瓦（2023年）变为 887 吉瓦（2024年）。");
    }

    @Test
    void anUnfinishedPeriodIsToldAsSuchAndNotComparedWith() {
        var summary = chart(yearly(of("cn", at("2024", 100), at("2025", 120), partial("2026", 30)))).summary();
        assertThat(summary).contains("Newest: CN 30 GW (2026, so far).")
                .contains("Last change of CN: from 100 GW (2024) to 120 GW (2025).");
    }

    @Test
    void sharesDifferByPercentagePoints() {
        assertThat(chart(snapshot(Draw.LINE, Cadence.YEAR, Made.PERCENT, of("us", at("2024", 20)),
                of("cn", at("2024", 55.5)))).summary()).contains("CN is higher than US by 35.5 pp (2024).");
    }

    @Test
    void barsAreToldLargestFirst() {
        assertThat(chart(snapshot(Draw.BARS, Cadence.ONCE, GIGAWATTS, of("us", at("2024", 20)),
                of("cn", at("2024", 60)))).summary())
                .startsWith("Bar chart, gigawatts; newest value of each, largest first. Newest: CN 60 GW (2024); US");
    }

    @Test
    void nothingIsToldOfNothing() {
        assertThat(chart(yearly()).summary()).isEqualTo("There is nothing to draw for this choice.");
    }
}
