package io.raceboard.chart;

import java.util.Locale;

/** Writes SVG, escaped. Places are pixels of a reference size; what is not a path is placed in percent of it. */
final class Svg {

    private final StringBuilder text = new StringBuilder();
    private final double width;
    private final double height;

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    Svg raw(String markup) {
        text.append(markup);
        return this;
    }

    Svg title(String title, String description) {
        return raw("<title>").escaped(title).raw("</title><desc>").escaped(description).raw("</desc>");
    }

    /** Paths drawn between this and {@link #endPaths} stretch with the drawing, their strokes do not. */
    Svg beginPaths() {
        return raw("<svg viewBox=\"0 0 %s %s\" preserveAspectRatio=\"none\" width=\"100%%\" height=\"100%%\" "
                .formatted(number(width), number(height)) + "overflow=\"visible\" fill=\"none\">");
    }

    Svg endPaths() {
        return raw("</svg>");
    }

    Svg path(String style, String colour, String d, double stroke, String dashes) {
        raw("<path class=\"" + style + "\" vector-effect=\"non-scaling-stroke\" stroke=\"" + colour
                + "\" stroke-width=\"" + number(stroke) + "\"");
        if (!dashes.isEmpty()) {
            raw(" stroke-dasharray=\"" + dashes + "\"");
        }
        return raw(" stroke-linejoin=\"round\" stroke-linecap=\"round\" d=\"" + d + "\"/>");
    }

    Svg area(String style, String colour, String d, double opacity) {
        return raw("<path class=\"%s\" fill=\"%s\" fill-opacity=\"%s\" d=\"%s\"/>"
                .formatted(style, colour, number(opacity), d));
    }

    /** A thin line of the frame around the data. */
    Svg rule(String style, String d, double opacity, String dashes) {
        return raw("<path class=\"" + style + "\" vector-effect=\"non-scaling-stroke\" stroke=\"currentColor\""
                + " stroke-opacity=\"" + number(opacity) + "\""
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"") + " d=\"" + d + "\"/>");
    }

    /** A shape of fixed size around a place. */
    Svg glyph(String style, double x, double y, String d, String fill, String stroke, String dashes) {
        raw("<svg x=\"" + across(x) + "\" y=\"" + down(y) + "\" overflow=\"visible\"><path class=\"" + style
                + "\" fill=\"" + fill + "\" stroke=\"" + stroke + "\" stroke-width=\"1.5\"");
        if (!dashes.isEmpty()) {
            raw(" stroke-dasharray=\"" + dashes + "\"");
        }
        return raw(" d=\"" + d + "\"/></svg>");
    }

    /**
     * @param style class of the text
     * @param colour of an entity for its own name, or empty
     */
    Svg text(String style, double x, double y, double dx, double dy, String anchor, String colour, String words) {
        raw("<text class=\"" + style + "\" x=\"" + across(x) + "\" y=\"" + down(y) + "\" dx=\"" + number(dx)
                + "\" dy=\"" + number(dy) + "\" font-size=\"" + number(Plot.TEXT)
                + "\" fill=\"currentColor\" text-anchor=\"" + anchor + "\"");
        if (!colour.isEmpty()) {
            raw(" style=\"--entity:" + colour + "\"");
        }
        return raw(">").escaped(words).raw("</text>");
    }

    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    private String across(double x) {
        return percent(x / width);
    }

    private String down(double y) {
        return percent(y / height);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f%%", part * 100);
    }

    private Svg escaped(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.append(c);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
