package io.raceboard.chart;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The form in which charts travel to the browser. */
public final class ChartJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private ChartJson() {
    }

    /** The chart as JSON in UTF-8; the same chart always gives the same bytes. */
    public static byte[] bytes(Chart chart) {
        return MAPPER.writeValueAsBytes(chart);
    }
}
