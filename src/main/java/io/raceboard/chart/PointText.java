package io.raceboard.chart;

import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Values as sentences have them: recorded facts with all their digits, everything estimated or calculated with three,
 * with the unit, with "about" and the interval where there is one.
 */
record PointText(Words words, Unit unit, Transform transform) {

    String of(Value value) {
        boolean exact = transform == Transform.NONE && value.status() == Status.ACTUAL;
        var text = withRange(plain(value.y(), exact), value, exact);
        return value.status() == Status.ESTIMATE ? words.say("chart.value.about", text) : text;
    }

    /** One number with unit and, for changes, sign. */
    String plain(BigDecimal y, boolean exact) {
        var lang = words.lang();
        return switch (transform) {
            case NONE -> exact ? Numbers.full(y, unit, lang) : Numbers.brief(y, unit, lang);
            case SHARE -> Numbers.brief(y, lang) + "%";
            case INDEX -> Numbers.brief(y, lang);
            case GROWTH -> signed(y, Numbers.brief(y.abs(), lang) + "%");
            case DIFFERENCE -> signed(y, unit.isShare() ? words.say("chart.value.pp", Numbers.brief(y.abs(), lang))
                    : Numbers.brief(y.abs(), unit, lang));
        };
    }

    private String withRange(String text, Value value, boolean exact) {
        var low = value.low();
        var high = value.high();
        if (low != null && high != null) {
            return words.say("chart.value.range", text, bound(low, exact), bound(high, exact));
        }
        if (low != null) {
            return words.say("chart.value.at-least", text, bound(low, exact));
        }
        return high != null ? words.say("chart.value.at-most", text, bound(high, exact)) : text;
    }

    private String bound(BigDecimal bound, boolean exact) {
        return exact ? Numbers.full(bound) : Numbers.brief(bound, words.lang());
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
