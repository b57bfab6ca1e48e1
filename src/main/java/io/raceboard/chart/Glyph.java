package io.raceboard.chart;

/** The shape that marks an entity's values, around the point 0 0. */
final class Glyph {

    private static final double FULL = 4;

    private Glyph() {
    }

    /** SVG path data; entities without a marker of their own get a small circle. */
    static String path(String marker) {
        return switch (marker) {
            case "square" -> "M-3.5-3.5h7v7h-7z";
            case "triangle" -> "M0-4.5 4.5 3.5h-9z";
            case "diamond" -> "M0-5 5 0 0 5-5 0z";
            case "none" -> circle(FULL - 1.5);
            default -> circle(FULL);
        };
    }

    private static String circle(double r) {
        var n = Svg.number(r);
        var d = Svg.number(2 * r);
        return "M-" + n + " 0a" + n + " " + n + " 0 1 0 " + d + " 0a" + n + " " + n + " 0 1 0-" + d + " 0z";
    }
}
