package io.raceboard.chart;

import io.raceboard.page.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words that the chart element says by itself; they travel with the chart. */
final class ChartWords {

    private static final List<String> KEYS = List.of("actual", "estimate", "announced", "projection", "partial",
            "today", "source", "note", "events-hide", "events-show", "keys", "zoom-out", "failed", "pinned",
            "period", "who", "value", "low", "high", "status");

    private ChartWords() {
    }

    static Map<String, String> of(Words words) {
        var all = new LinkedHashMap<String, String>();
        KEYS.forEach(key -> all.put(key, words.say("chart.word." + key)));
        return all;
    }
}
