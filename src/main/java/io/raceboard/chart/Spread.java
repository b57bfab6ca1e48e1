package io.raceboard.chart;

import java.util.List;

/** Moves labels apart. The chart element has the same rule in {@code frontend/chart/labels.ts}. */
final class Spread {

    private Spread() {
    }

    /**
     * Changes the places, which must ascend, so that neighbours are at least so far apart and all stay between the
     * two edges as long as there is room.
     */
    static void apart(List<double[]> places, double distance, double top, double bottom) {
        double free = top;
        for (var place : places) {
            place[0] = Math.max(place[0], free);
            free = place[0] + distance;
        }
        double limit = bottom;
        for (int i = places.size() - 1; i >= 0; i--) {
            places.get(i)[0] = Math.min(places.get(i)[0], limit);
            limit = places.get(i)[0] - distance;
        }
    }
}
