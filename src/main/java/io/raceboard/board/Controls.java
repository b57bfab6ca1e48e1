package io.raceboard.board;

import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Period;
import io.raceboard.chart.ChartView;
import io.raceboard.chart.Scale;
import io.raceboard.chart.TimeRange;
import io.raceboard.chart.Transform;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Reading;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader can change about a view, as plain links and forms whose addresses keep the rest of the view.
 *
 * @param path where the forms go
 * @param entities all entities that have values; empty when there is only one
 * @param kept hidden fields of the entities' form: the rest of the view
 * @param times presets; empty when time does not matter
 * @param timeKept hidden fields of the time form
 * @param transforms ways to calculate; only the recorded values when nothing else makes sense
 * @param switches things that are on or off
 * @param reset address of the default view, or null when this is it
 */
public record Controls(String path, List<Choice> entities, int chosen, Map<String, String> kept, List<Option> times,
        String from, String to, Map<String, String> timeKept, List<Option> transforms, List<Option> switches,
        @Nullable String reset) {

    /** An entity that can be ticked. */
    public record Choice(String slug, String title, String colour, boolean chosen) {
    }

    /**
     * A link to a view.
     *
     * @param current whether it is the one shown, or the thing is on
     * @param key the letter that follows the link, or null
     */
    public record Option(String text, String href, boolean current, @Nullable String key) {

        Option(String text, String href, boolean current) {
            this(text, href, current, null);
        }
    }

    /** The October 2022 export controls, from which much of the race is counted. */
    private static final Period CONTROLS_BEGAN = Period.parse("2022-10-07");

    static Controls of(IndicatorView view, IndicatorSnapshot snapshot, Words words) {
        var chart = view.chart();
        var kept = new LinkedHashMap<>(view.params());
        kept.remove("entities");
        var timeKept = new LinkedHashMap<>(view.params());
        timeKept.remove("time");
        if (words.lang() != io.raceboard.catalog.Lang.EN) {
            kept.put("lang", words.lang().code());
            timeKept.put("lang", words.lang().code());
        }
        boolean alongTime = snapshot.indicator().draw() != Draw.BARS && points(snapshot) > 1;
        var fresh = view.with(ChartView.of(snapshot));
        return new Controls("/i/" + view.slug(), entities(chart, snapshot, words), chart.entities().size(), kept,
                alongTime ? times(view, snapshot, words) : List.of(), text(chart.time().from()),
                text(chart.time().to()), timeKept, transforms(view, snapshot, words), switches(view, snapshot, words),
                fresh.params().equals(view.params()) ? null : fresh.href());
    }

    private static long points(IndicatorSnapshot snapshot) {
        return snapshot.series().stream().flatMap(s -> s.readings().stream()).map(Reading::period).distinct().count();
    }

    private static String text(@Nullable Period period) {
        return period == null ? "" : period.text();
    }

    private static List<Choice> entities(ChartView chart, IndicatorSnapshot snapshot, Words words) {
        var known = snapshot.series().stream().filter(s -> !s.readings().isEmpty()).map(s -> s.entity()).distinct()
                .sorted(Comparator.comparing((Entity e) -> !chart.entities().contains(e.slug())))
                .map(e -> new Choice(e.slug(), e.title().in(words.lang()), e.colour(),
                        chart.entities().contains(e.slug())))
                .toList();
        return known.size() < 2 ? List.of() : known;
    }

    private static List<Option> times(IndicatorView view, IndicatorSnapshot snapshot, Words words) {
        var latest = snapshot.series().stream().flatMap(s -> s.readings().stream()).filter(Snapshots::settled)
                .map(Reading::period).max(Comparator.comparing(Period::end));
        var ranges = new LinkedHashMap<String, TimeRange>();
        latest.ifPresent(period -> {
            ranges.put(words.say("board.time.years", 1), TimeRange.lastYears(1, period));
            ranges.put(words.say("board.time.years", 3), TimeRange.lastYears(3, period));
            ranges.put(words.say("board.time.years", 10), TimeRange.lastYears(10, period));
        });
        ranges.put(words.say("board.time.controls", CONTROLS_BEGAN.label(words.lang())),
                TimeRange.since(CONTROLS_BEGAN));
        ranges.put(words.say("board.time.all"), TimeRange.ALL);
        var first = snapshot.series().stream().flatMap(s -> s.readings().stream()).map(Reading::period)
                .min(Period::compareTo);
        return ranges.entrySet().stream()
                .filter(r -> useful(r.getValue(), first))
                .map(r -> option(r.getKey(), view, view.chart().with(r.getValue()))).toList();
    }

    /** A span that begins before the first value shows no less than everything. */
    private static boolean useful(TimeRange range, Optional<Period> first) {
        return range.from() == null || first.isEmpty() || range.from().start().isAfter(first.get().end());
    }

    private static List<Option> transforms(IndicatorView view, IndicatorSnapshot snapshot, Words words) {
        var offered = Transform.offered(snapshot.indicator());
        return offered.size() < 2 || points(snapshot) < 2 ? List.of() : offered.stream()
                .map(t -> option(words.say("chart.transform." + t.code()), view, view.chart().with(t)))
                .toList();
    }

    private static List<Option> switches(IndicatorView view, IndicatorSnapshot snapshot, Words words) {
        var chart = view.chart();
        var options = new ArrayList<Option>();
        if (snapshot.indicator().draw() != Draw.BARS) {
            boolean log = chart.scale() == Scale.LOG;
            options.add(toggle(words.say("board.switch.log"), view, chart.with(log ? Scale.LINEAR : Scale.LOG), log,
                    "l"));
            options.add(toggle(words.say("board.switch.events"), view, chart.withEvents(!chart.events()),
                    chart.events(), "e"));
            if (chart.entities().size() > 1 || chart.multiples()) {
                options.add(toggle(words.say("board.switch.multiples"), view,
                        chart.withMultiples(!chart.multiples()), chart.multiples(), "f"));
            }
        }
        if (compete(snapshot)) {
            options.add(toggle(words.say("board.switch.estimates"), view,
                    chart.withAllEstimates(!chart.allEstimates()), chart.allEstimates(), null));
        }
        return options;
    }

    /** Whether more than one estimator has values for the same entity. */
    private static boolean compete(IndicatorSnapshot snapshot) {
        return snapshot.series().stream().filter(s -> !s.readings().isEmpty())
                .anyMatch(s -> s.preference() > 1);
    }

    private static Option option(String text, IndicatorView view, ChartView other) {
        return new Option(text, view.with(other).href(), other.params().equals(view.chart().params()));
    }

    private static Option toggle(String text, IndicatorView view, ChartView other, boolean on, @Nullable String key) {
        return new Option(text, view.with(other).href(), on, key);
    }
}
