package io.raceboard.live;

/** How much the store holds: current observations (not withdrawn), and the catalogue around them. */
public record Totals(int observations, int series, int indicators, int entities, int sources, int events,
        int changes) {
}
