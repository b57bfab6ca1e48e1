package io.raceboard.chart;

import io.raceboard.catalog.Draw;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a view from an address and says what could not be used. */
final class ViewParser {

    /** Entities that a notice lists as what would have been right. */
    private static final int EXAMPLES = 12;

    private final IndicatorSnapshot snapshot;
    private final Words words;
    private final List<String> known;
    private final List<String> notices = new ArrayList<>();

    ViewParser(IndicatorSnapshot snapshot, Words words) {
        this.snapshot = snapshot;
        this.words = words;
        this.known = entitiesOf(snapshot);
    }

    static ChartView.Defaults defaults(IndicatorSnapshot snapshot) {
        var indicator = snapshot.indicator();
        var known = entitiesOf(snapshot);
        var chosen = indicator.defaultEntities().stream().filter(known::contains).toList();
        if (chosen.isEmpty()) {
            chosen = known.stream().limit(most(snapshot)).toList();
        }
        var time = Optional.ofNullable(indicator.defaultTime()).flatMap(TimeRange::find).orElse(TimeRange.ALL);
        return new ChartView.Defaults(chosen, time, indicator.allEstimates());
    }

    ChartView.Parsed parse(Map<String, String> params) {
        var view = ChartView.of(snapshot);
        if (params.containsKey("entities")) {
            var wanted = entities(params.get("entities"));
            view = wanted.isEmpty() ? view : view.with(wanted);
        }
        if (params.containsKey("time")) {
            view = view.with(time(params.get("time"), view.time()));
        }
        if (params.containsKey("scale")) {
            view = view.with(scale(params.get("scale")));
        }
        if (params.containsKey("transform")) {
            view = view.with(transform(params.get("transform")));
        }
        view = view.withMultiples(either(params, "multiples", "on", "off", view.multiples()))
                .withEvents(either(params, "events", "on", "off", view.events()))
                .withAllEstimates(either(params, "estimates", "all", "preferred", view.allEstimates()));
        return new ChartView.Parsed(view, List.copyOf(notices));
    }

    private List<String> entities(String text) {
        var wanted = new LinkedHashSet<String>();
        for (var slug : text.split(",")) {
            if (known.contains(slug.strip())) {
                wanted.add(slug.strip());
            } else if (!slug.isBlank()) {
                say("chart.notice.entity", slug.strip(), knownEntities());
            }
        }
        int most = most(snapshot);
        if (wanted.size() > most) {
            say("chart.notice.too-many", String.valueOf(most), String.join(", ", wanted.stream().skip(most).toList()));
        }
        return wanted.stream().limit(most).toList();
    }

    private String knownEntities() {
        var shown = known.stream().limit(EXAMPLES).collect(Collectors.joining(", "));
        return known.size() > EXAMPLES ? shown + " …" : shown;
    }

    private TimeRange time(String text, TimeRange otherwise) {
        var range = TimeRange.find(text);
        if (range.isEmpty()) {
            say("chart.notice.time", text, otherwise.text());
            return otherwise;
        }
        boolean any = snapshot.series().stream().flatMap(s -> s.readings().stream())
                .anyMatch(r -> range.get().includes(r.period()));
        if (!any) {
            say("chart.notice.time-empty", text, otherwise.text());
            return otherwise;
        }
        return range.get();
    }

    private Scale scale(String text) {
        var scale = Scale.find(text);
        if (scale.isEmpty()) {
            say("chart.notice.scale", text);
        }
        if (scale.equals(Optional.of(Scale.LOG)) && snapshot.indicator().draw() == Draw.BARS) {
            say("chart.notice.log-bars");
            return Scale.LINEAR;
        }
        return scale.orElse(Scale.LINEAR);
    }

    private Transform transform(String text) {
        var offered = Transform.offered(snapshot.indicator());
        var transform = Transform.find(text);
        if (transform.filter(offered::contains).isPresent()) {
            return transform.get();
        }
        var codes = offered.stream().filter(t -> t != Transform.NONE).map(Transform::code)
                .collect(Collectors.joining(", "));
        if (transform.isEmpty()) {
            say("chart.notice.transform", text, codes);
        } else if (transform.get() == Transform.SHARE) {
            say("chart.notice.share-sum", snapshot.indicator().unit().label().in(words.lang()));
        } else {
            say("chart.notice.transform-bars", words.say("chart.transform." + transform.get().code()));
        }
        return Transform.NONE;
    }

    private boolean either(Map<String, String> params, String name, String yes, String no, boolean otherwise) {
        var text = params.get(name);
        if (text == null) {
            return otherwise;
        }
        if (text.equals(yes)) {
            return true;
        }
        if (!text.equals(no)) {
            say("chart.notice.switch", name, text, yes, no);
            return otherwise;
        }
        return false;
    }

    private void say(String key, Object... values) {
        notices.add(words.say(key, values));
    }

    private static int most(IndicatorSnapshot snapshot) {
        return snapshot.indicator().draw() == Draw.BARS ? ChartView.MOST_BARS : ChartView.MOST_LINES;
    }

    private static List<String> entitiesOf(IndicatorSnapshot snapshot) {
        return snapshot.series().stream().filter(s -> !s.readings().isEmpty()).map(s -> s.entity().slug()).distinct()
                .toList();
    }
}
