package io.raceboard.chart;

/** How wide a text will about be, where no browser is there to measure it. */
final class TextWidth {

    private static final double CHINESE = 1.0;
    private static final double LATIN = 0.57;

    private TextWidth() {
    }

    /** Pixels of the text in a plain face of this size. */
    static double of(String text, double size) {
        return text.codePoints().mapToDouble(c -> c >= 0x2E80 ? CHINESE : LATIN).sum() * size;
    }
}
