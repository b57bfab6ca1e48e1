package io.raceboard.chart;

import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Indicator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is made of the recorded values before they are drawn. The formulas are those of {@link Transforms}. */
public enum Transform {
    /** The values as recorded. */
    NONE,
    /** Percent of the world, or of the sum over the drawn entities, in the same period and by the same estimator. */
    SHARE,
    /** The first period that all drawn lines have is 100. */
    INDEX,
    /** Percent change on the same period one year earlier. */
    GROWTH,
    /** Change to the period before, in the indicator's unit. */
    DIFFERENCE;

    /** Dimensions whose values can be added up over entities; shares, scores, prices and rates of one chip cannot. */
    private static final Set<String> ADDITIVE = Set.of("power", "energy", "tokens", "tokens-rate", "downloads",
            "money-usd", "wafer-rate", "compute-8bit", "compute-16bit", "compute-b300", "compute-rate");

    /** The word used in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when the text is no transform. */
    public static Optional<Transform> find(String code) {
        return Codes.find(values(), Transform::code, code);
    }

    /** Whether the transform makes sense for the indicator: shares need values that add up, changes need time. */
    public boolean fits(Indicator indicator) {
        return switch (this) {
            case NONE -> true;
            case SHARE -> addsUp(indicator.unit().dimension());
            case INDEX, GROWTH, DIFFERENCE -> indicator.draw() != Draw.BARS;
        };
    }

    /** Those that {@link #fits fit}, in the order in which they are offered; {@link #NONE} first. */
    public static List<Transform> offered(Indicator indicator) {
        return Arrays.stream(values()).filter(t -> t.fits(indicator)).toList();
    }

    private static boolean addsUp(String dimension) {
        return ADDITIVE.contains(dimension) || dimension.startsWith("count-");
    }
}
