package io.raceboard.chart;

import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Values as sentences have them: three significant digits, the unit, "about" before estimates, and the interval where
 * there is one. All digits are in the table.
 */
record PointText(Words words, Unit unit, Transform transform) {

    /** The whole text: {@code about 2.65 million H100e (2.23 million to 3.1 million)}. */
    String of(Value value) {
        var range = range(value);
        return range == null ? brief(value) : words.say("chart.value.with-range", brief(value), range);
    }

    /** The value alone. */
    String brief(Value value) {
        var text = plain(value.y());
        return value.status() == Status.ESTIMATE ? words.say("chart.value.about", text) : text;
    }

    /** The interval alone, or null. */
    @Nullable String range(Value value) {
        var low = value.low();
        var high = value.high();
        if (low != null && high != null) {
            return words.say("chart.value.range", bound(low), bound(high));
        }
        if (low != null) {
            return words.say("chart.value.at-least", bound(low));
        }
        return high != null ? words.say("chart.value.at-most", bound(high)) : null;
    }

    /** One number with unit and, for changes, sign. */
    private String plain(BigDecimal y) {
        var lang = words.lang();
        return switch (transform) {
            case NONE -> (y.signum() < 0 ? "−" : "") + (isScore() && y.abs().compareTo(BigDecimal.valueOf(100)) >= 0
                    ? Numbers.full(y.abs().setScale(0, RoundingMode.HALF_UP), unit, lang)
                    : Numbers.brief(y.abs(), unit, lang));
            case SHARE -> Numbers.brief(y, lang) + "%";
            case INDEX -> Numbers.brief(y, lang);
            case GROWTH -> signed(y, Numbers.brief(y.abs(), lang) + "%");
            case DIFFERENCE -> signed(y, unit.isShare() ? words.say("chart.value.pp", Numbers.brief(y.abs(), lang))
                    : Numbers.brief(y.abs(), unit, lang));
        };
    }

    private String bound(BigDecimal bound) {
        return (bound.signum() < 0 ? "−" : "") + Numbers.brief(bound.abs(), words.lang());
    }

    /** Ratings differ by a few points in a thousand: whole points are never rounded away. */
    private boolean isScore() {
        return unit.dimension().startsWith("score-");
    }

    private static String signed(BigDecimal y, String size) {
        return switch (y.signum()) {
            case 1 -> "+" + size;
            case -1 -> "−" + size;
            default -> size;
        };
    }

    /** The measure along the value axis, with the transform in words. */
    String axis(boolean ofWorld, @Nullable String base, boolean log) {
        var measure = unit.label().in(words.lang());
        var label = switch (transform) {
            case NONE -> measure;
            case SHARE -> words.say(ofWorld ? "chart.axis.share-world" : "chart.axis.share-drawn");
            case INDEX -> words.say("chart.axis.index", base == null ? "" : base);
            case GROWTH -> words.say("chart.axis.growth");
            case DIFFERENCE -> words.say("chart.axis.difference",
                    unit.isShare() ? words.say("chart.value.pp-unit") : measure);
        };
        return log ? words.say("chart.axis.log", label) : label;
    }
}
