package io.raceboard.chart;

import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One way to look at an indicator: everything a reader can choose, and what an address holds of it.
 *
 * @param defaults what the indicator shows when nothing is chosen; left out of addresses
 * @param entities slugs in draw order, never empty unless the indicator has no values at all
 * @param multiples one small chart per line instead of one chart
 * @param events policy events as marks
 * @param allEstimates competing estimates side by side, not only each entity's preferred one
 */
public record ChartView(Defaults defaults, List<String> entities, TimeRange time, Scale scale, Transform transform,
        boolean multiples, boolean events, boolean allEstimates) {

    /** What an indicator shows when nothing is chosen. */
    public record Defaults(List<String> entities, TimeRange time, boolean allEstimates) {
    }

    /** A view read from an address, with a plain sentence for every part of the address that was ignored. */
    public record Parsed(ChartView view, List<String> notices) {
    }

    /** The names of all parameters that belong to a view. */
    public static final Set<String> PARAMS =
            Set.of("entities", "time", "scale", "transform", "multiples", "events", "estimates");

    /** Lines drawn at the most; more cannot be told apart. */
    public static final int MOST_LINES = 12;

    /** Bars drawn at the most. */
    public static final int MOST_BARS = 40;

    /** The view that the indicator has by default. */
    public static ChartView of(IndicatorSnapshot snapshot) {
        var defaults = ViewParser.defaults(snapshot);
        return new ChartView(defaults, defaults.entities(), defaults.time(), Scale.LINEAR, Transform.NONE, false,
                false, defaults.allEstimates());
    }

    /**
     * Reads the view from the parameters of an address. Parameters that are not {@link #PARAMS of a view} are
     * skipped; values that cannot be used are ignored with a notice that names the value and what would be right.
     */
    public static Parsed parse(Map<String, String> params, IndicatorSnapshot snapshot, Words words) {
        return new ViewParser(snapshot, words).parse(params);
    }

    /** The parameters of an address that opens this view again; defaults are left out. */
    public Map<String, String> params() {
        var params = new LinkedHashMap<String, String>();
        if (!entities.equals(defaults.entities)) {
            params.put("entities", String.join(",", entities));
        }
        if (!time.equals(defaults.time)) {
            params.put("time", time.text());
        }
        if (scale != Scale.LINEAR) {
            params.put("scale", scale.code());
        }
        if (transform != Transform.NONE) {
            params.put("transform", transform.code());
        }
        if (multiples) {
            params.put("multiples", "on");
        }
        if (events) {
            params.put("events", "on");
        }
        if (allEstimates != defaults.allEstimates) {
            params.put("estimates", allEstimates ? "all" : "preferred");
        }
        return params;
    }

    /** The same view with the entity added at the end, or taken away; the last one left stays. */
    public ChartView toggle(String entity) {
        var changed = new ArrayList<>(entities);
        if (!changed.remove(entity)) {
            changed.add(entity);
        }
        return changed.isEmpty() ? this : with(List.copyOf(changed));
    }

    /** The same view of other entities. */
    public ChartView with(List<String> others) {
        return new ChartView(defaults, others, time, scale, transform, multiples, events, allEstimates);
    }

    /** The same view of another time. */
    public ChartView with(TimeRange other) {
        return new ChartView(defaults, entities, other, scale, transform, multiples, events, allEstimates);
    }

    /** The same view on another scale. */
    public ChartView with(Scale other) {
        return new ChartView(defaults, entities, time, other, transform, multiples, events, allEstimates);
    }

    /** The same view of other arithmetic. */
    public ChartView with(Transform other) {
        return new ChartView(defaults, entities, time, scale, other, multiples, events, allEstimates);
    }

    /** The same view as one chart or as many. */
    public ChartView withMultiples(boolean on) {
        return new ChartView(defaults, entities, time, scale, transform, on, events, allEstimates);
    }

    /** The same view with or without policy events. */
    public ChartView withEvents(boolean on) {
        return new ChartView(defaults, entities, time, scale, transform, multiples, on, allEstimates);
    }

    /** The same view with all estimates or only the preferred ones. */
    public ChartView withAllEstimates(boolean on) {
        return new ChartView(defaults, entities, time, scale, transform, multiples, events, on);
    }
}
