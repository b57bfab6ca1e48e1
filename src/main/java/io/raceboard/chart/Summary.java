package io.raceboard.chart;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A chart told in sentences, for those who do not see it. Every value in it is one of the chart's. */
public final class Summary {

    private static final int MOST_VALUES = 6;

    private final Chart chart;
    private final Words words;

    private Summary(Chart chart, Words words) {
        this.chart = chart;
        this.words = words;
    }

    /** Kind of chart and span, newest values, extremes, the gap between the first two lines, the last change. */
    public static String of(Chart chart, Words words) {
        return new Summary(chart, words).text();
    }

    private String text() {
        if (chart.isEmpty()) {
            return words.say("chart.summary.empty");
        }
        var sentences = new ArrayList<String>();
        sentences.add(kind());
        sentences.add(newest());
        if (!chart.isBars()) {
            sentences.add(extremes());
        }
        gap().ifPresent(sentences::add);
        if (!chart.isBars()) {
            lastChange().ifPresent(sentences::add);
        }
        return String.join(words.say("chart.sentences"), sentences);
    }

    private String kind() {
        var kind = words.say("chart.summary.kind." + chart.draw().code());
        var points = all();
        var first = points.stream().min(Comparator.comparing(Chart.Point::x)).orElseThrow();
        var last = points.stream().max(Comparator.comparing(Chart.Point::x)).orElseThrow();
        if (chart.isBars()) {
            return words.say("chart.summary.bars", kind, chart.y().label());
        }
        return first.period().equals(last.period())
                ? words.say("chart.summary.one", kind, chart.y().label(), first.label())
                : words.say("chart.summary.span", kind, chart.y().label(), first.label(), last.label());
    }

    private String newest() {
        var drawn = lines();
        var values = drawn.stream().limit(MOST_VALUES)
                .map(l -> said("chart.summary.value", l, l.values().getLast()))
                .collect(Collectors.joining(words.say("chart.summary.and")));
        int more = drawn.size() - MOST_VALUES;
        return more > 0 ? words.say("chart.summary.newest-more", values, String.valueOf(more))
                : words.say("chart.summary.newest", values);
    }

    private String extremes() {
        var byValue = Comparator.comparing((Chart.Point p) -> p.y());
        Function<Chart.Line, Chart.Point> most = l -> l.values().stream().max(byValue).orElseThrow();
        Function<Chart.Line, Chart.Point> least = l -> l.values().stream().min(byValue).orElseThrow();
        var highest = lines().stream().max(Comparator.comparing(most, byValue)).orElseThrow();
        var lowest = lines().stream().min(Comparator.comparing(least, byValue)).orElseThrow();
        return words.say("chart.summary.extremes", said("chart.summary.value", highest, most.apply(highest)),
                said("chart.summary.value", lowest, least.apply(lowest)));
    }

    /** Between the first two lines, in the newest finished period that both have. */
    private Optional<String> gap() {
        var drawn = lines();
        if (drawn.size() < 2) {
            return Optional.empty();
        }
        var a = drawn.get(0);
        var b = drawn.get(1);
        return a.values().reversed().stream().filter(p -> !p.partial())
                .flatMap(p -> b.values().stream().filter(q -> q.period().equals(p.period()) && !q.partial())
                        .map(q -> gap(a, p, b, q)))
                .findFirst();
    }

    private String gap(Chart.Line a, Chart.Point p, Chart.Line b, Chart.Point q) {
        int order = p.y().compareTo(q.y());
        if (order == 0) {
            return words.say("chart.summary.gap-none", a.name(), b.name(), p.label());
        }
        var ahead = order > 0 ? a : b;
        var behind = order > 0 ? b : a;
        var most = order > 0 ? p.y() : q.y();
        var least = order > 0 ? q.y() : p.y();
        var by = size(most.subtract(least));
        if (least.signum() > 0 && multiplies()) {
            var times = most.divide(least, new MathContext(3, RoundingMode.HALF_UP));
            return words.say("chart.summary.gap-times", p.label(), ahead.name(), behind.name(), by,
                    Numbers.full(times));
        }
        return words.say("chart.summary.gap", p.label(), ahead.name(), behind.name(), by);
    }

    /** The change of the line with the newest value, the first of several; unfinished periods are no change. */
    private Optional<String> lastChange() {
        var line = lines().stream().max(Comparator.comparing(l -> l.values().getLast().x())).orElseThrow();
        var values = line.values().stream().filter(p -> !p.partial()).toList();
        if (values.size() < 2) {
            return Optional.empty();
        }
        var before = values.get(values.size() - 2);
        var last = values.getLast();
        return Optional.of(words.say("chart.summary.change", line.name(), before.text(), before.label(), last.text(),
                known(last)));
    }

    private String said(String key, Chart.Line line, Chart.Point p) {
        return words.say(key, line.name(), p.text(), known(p));
    }

    /** The period, with how it is known where that is not simply recorded. */
    private String known(Chart.Point p) {
        var stroke = Stroke.of(p);
        return stroke == Stroke.ACTUAL ? p.label()
                : words.say("chart.summary.known", p.label(), words.say("chart.word." + stroke.code()));
    }

    /** Twice as much is something to say of amounts, not of scores or of changes. */
    private boolean multiplies() {
        return chart.transform() == Transform.NONE && !chart.unit().equals("%") && chart.y().min() == 0;
    }

    private String size(BigDecimal difference) {
        var lang = Lang.of(chart.lang()).orElse(Lang.EN);
        var number = Numbers.brief(difference, lang);
        boolean percent = chart.transform() == Transform.SHARE || chart.transform() == Transform.GROWTH
                || chart.transform() != Transform.INDEX && chart.unit().equals("%");
        if (percent) {
            return words.say("chart.value.pp", number);
        }
        return chart.transform() == Transform.INDEX || chart.unit().isEmpty() ? number
                : words.say("chart.value.unit", number, chart.unit());
    }

    private List<Chart.Line> lines() {
        return chart.lines().stream().filter(l -> !l.values().isEmpty()).toList();
    }

    private List<Chart.Point> all() {
        return chart.lines().stream().flatMap(l -> l.values().stream()).toList();
    }
}
