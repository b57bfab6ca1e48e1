package io.raceboard.chart;

import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Series;
import io.raceboard.page.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds one chart. Used once. */
final class ChartMaker {

    private static final int LISTED = 8;
    private static final int MOST_SLOTS = 1_000;

    private final IndicatorSnapshot snapshot;
    private final ChartView view;
    private final Words words;
    private final LocalDate today;
    private final Steps steps;
    private final PointText texts;
    private final List<String> sources = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    ChartMaker(IndicatorSnapshot snapshot, ChartView view, Words words, LocalDate today) {
        this.snapshot = snapshot;
        this.view = view;
        this.words = words;
        this.today = today;
        this.steps = new Steps(snapshot.indicator().cadence());
        this.texts = new PointText(words, snapshot.indicator().unit(), view.transform());
    }

    Chart make(List<Series> drawn, List<Mark> marks) {
        var indicator = snapshot.indicator();
        var draw = Charts.draw(snapshot, view);
        var values = new Transforms(steps, view.time()).apply(view.transform(), drawn, snapshot.series());
        var slots = draw == Draw.COLUMNS ? slots(values) : List.<Period>of();
        var lines = draw == Draw.BARS ? bars(drawn, values) : lines(drawn, values, slots);
        boolean intervals = lines.stream().flatMap(l -> l.points().stream())
                .anyMatch(p -> p.low() != null || p.high() != null);
        var shown = view.events() && draw != Draw.BARS ? inside(marks, values) : List.<Mark>of();
        noticeWhatIsMissing(drawn, values, lines);
        var chart = new Chart(indicator.slug(), snapshot.version(), words.lang().code(), draw, view.scale(),
                view.transform(), indicator.title().in(words.lang()), indicator.unit().shortLabel().in(words.lang()),
                intervals ? indicator.interval() : null, axis(lines, draw, values), span(lines, shown, draw),
                draw == Draw.BARS ? lines.stream().map(Chart.Line::name).toList()
                        : slots.stream().map(p -> p.label(words.lang())).toList(),
                slots.stream().map(p -> millis(p.start())).toList(), lines,
                shown, millis(today),
                keys(lines, intervals), List.copyOf(sources), ChartWords.of(words), "", List.copyOf(notices));
        return chart.told(Summary.of(chart, words));
    }

    private List<Chart.Line> lines(List<Series> drawn, List<List<Value>> values, List<Period> slots) {
        var lines = new ArrayList<Chart.Line>();
        for (int i = 0; i < drawn.size(); i++) {
            lines.add(line(drawn, drawn.get(i), points(values.get(i), slots)));
        }
        return lines;
    }

    /** The newest value of each line, largest first. */
    private List<Chart.Line> bars(List<Series> drawn, List<List<Value>> values) {
        record Bar(Series series, Value value) {
        }
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < drawn.size(); i++) {
            if (!values.get(i).isEmpty()) {
                bars.add(new Bar(drawn.get(i), values.get(i).getLast()));
            }
        }
        bars.sort(Comparator.comparing((Bar b) -> b.value.y()).reversed());
        var lines = new ArrayList<Chart.Line>();
        for (var bar : bars) {
            lines.add(line(drawn, bar.series, List.of(point(bar.value, lines.size()))));
        }
        return lines;
    }

    private Chart.Line line(List<Series> drawn, Series series, List<Chart.Point> points) {
        var lang = words.lang();
        var entity = series.entity();
        boolean several = drawn.stream().filter(s -> s.entity().slug().equals(entity.slug())).count() > 1;
        var estimator = series.estimator().title().in(lang);
        var more = series.title() == null ? null : series.title().in(lang);
        return new Chart.Line(series.key(), entity.slug(), entity.shortTitle().in(lang),
                several ? words.say("chart.line.name", entity.shortTitle().in(lang), more == null ? estimator : more)
                        : entity.shortTitle().in(lang),
                more != null ? words.say("chart.line.title-more", entity.title().in(lang), more, estimator)
                        : words.say("chart.line.title", entity.title().in(lang), estimator),
                several ? estimator : null, entity.colour(), entity.dash().name().toLowerCase(Locale.ROOT),
                entity.marker().name().toLowerCase(Locale.ROOT),
                several ? series.preference() : 1, mayBePassedOn(series) ? null : false, points);
    }

    private boolean mayBePassedOn(Series series) {
        return series.readings().stream().map(r -> snapshot.sources().get(r.source()))
                .allMatch(source -> source == null || source.redistributable());
    }

    private List<Chart.Point> points(List<Value> values, List<Period> slots) {
        var points = new ArrayList<Chart.Point>();
        Period before = null;
        for (var value : values) {
            if (before != null && slots.isEmpty() && steps.missingBetween(before, value.period())) {
                points.add(Chart.Point.gap(millis(before.end().plusDays(1))));
            }
            before = value.period();
            points.add(point(value, slots.isEmpty() ? millis(before.start()) : slots.indexOf(before)));
        }
        return points;
    }

    private Chart.Point point(Value value, long x) {
        var reading = value.reading();
        return new Chart.Point(x, reading.period().text(), reading.period().label(words.lang()), value.y(),
                value.low(), value.high(), value.status(), value.partial(), texts.of(value),
                texts.range(value) == null ? null : texts.brief(value), texts.range(value),
                source(reading.source()), reading.note());
    }

    private @Nullable Integer source(String slug) {
        var source = snapshot.sources().get(slug);
        if (source == null) {
            return null;
        }
        var title = words.say("chart.source", source.title(), source.publisher());
        if (!sources.contains(title)) {
            sources.add(title);
        }
        return sources.indexOf(title);
    }

    /** All periods from the first to the last, also those without any value. */
    private static List<Period> slots(List<List<Value>> values) {
        var periods = new TreeSet<Period>();
        values.forEach(line -> line.forEach(v -> periods.add(v.period())));
        boolean even = periods.stream().map(Period::type).distinct().count() == 1
                && periods.first().type() != Period.Type.DAY;
        return even
                ? Stream.iterate(periods.first(), p -> p.compareTo(periods.last()) <= 0, Period::next)
                        .limit(MOST_SLOTS).toList()
                : List.copyOf(periods);
    }

    private Chart.Axis axis(List<Chart.Line> lines, Draw draw, List<List<Value>> values) {
        boolean log = view.scale() == Scale.LOG;
        var all = lines.stream().flatMap(l -> l.points().stream())
                .flatMap(p -> Stream.of(p.y(), p.low(), p.high())).filter(Objects::nonNull)
                .filter(log ? y -> y.signum() > 0 : y -> true)
                .mapToDouble(BigDecimal::doubleValue).summaryStatistics();
        var base = view.transform() == Transform.INDEX
                ? Transforms.base(values).map(p -> Period.parse(p).label(words.lang())).orElse(null) : null;
        var label = texts.axis(ofWorld(lines), base, log);
        if (log) {
            return Axes.log(label, all.getCount() == 0 ? 1 : all.getMin(), all.getCount() == 0 ? 10 : all.getMax(),
                    words.lang());
        }
        boolean share = view.transform() == Transform.SHARE
                || view.transform() == Transform.NONE && snapshot.indicator().unit().isShare();
        boolean whole = lines.stream().flatMap(l -> l.values().stream())
                .allMatch(p -> p.y().stripTrailingZeros().scale() <= 0);
        boolean fromZero = draw == Draw.COLUMNS || draw == Draw.BARS;
        return Axes.linear(label, all.getCount() == 0 ? 0 : all.getMin(), all.getCount() == 0 ? 1 : all.getMax(),
                fromZero, share, whole, words.lang());
    }

    private static Chart.Span span(List<Chart.Line> lines, List<Mark> marks, Draw draw) {
        var points = lines.stream().flatMap(l -> l.values().stream()).mapToLong(Chart.Point::x);
        boolean slots = draw == Draw.COLUMNS || draw == Draw.BARS;
        var all = slots ? points.summaryStatistics()
                : LongStream.concat(points, marks.stream().mapToLong(Mark::x)).summaryStatistics();
        return all.getCount() == 0 ? new Chart.Span(0, 0) : new Chart.Span(all.getMin(), all.getMax());
    }

    private boolean ofWorld(List<Chart.Line> lines) {
        return lines.stream().map(l -> l.key().substring(l.key().indexOf(':') + 1))
                .anyMatch(estimator -> snapshot.series(Transforms.WORLD, estimator).isPresent());
    }

    private void noticeWhatIsMissing(List<Series> drawn, List<List<Value>> values, List<Chart.Line> lines) {
        if (lines.stream().allMatch(l -> l.values().isEmpty())) {
            notices.add(words.say(view.transform() == Transform.NONE ? "chart.notice.empty" : "chart.notice.no-result",
                    words.say("chart.transform." + view.transform().code())));
            return;
        }
        var empty = new LinkedHashSet<>(view.entities());
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                empty.remove(drawn.get(i).entity().slug());
            }
        }
        empty.stream().flatMap(slug -> snapshot.preferred(slug).stream()).forEach(
                s -> notices.add(words.say("chart.notice.line-empty", s.entity().title().in(words.lang()))));
        if (view.transform() != Transform.NONE && drawn.stream().flatMap(s -> s.readings().stream())
                .anyMatch(r -> view.time().includes(r.period()) && (r.low() != null || r.high() != null))) {
            notices.add(words.say("chart.notice.intervals"));
        }
        if (view.scale() == Scale.LOG) {
            noticeWhatHasNoLogarithm(lines);
        }
    }

    private void noticeWhatHasNoLogarithm(List<Chart.Line> lines) {
        var left = lines.stream()
                .flatMap(l -> l.values().stream().filter(p -> p.y().signum() <= 0)
                        .map(p -> words.say("chart.notice.log-value", l.name(), p.label(), p.text())))
                .toList();
        if (left.size() > LISTED) {
            notices.add(words.say("chart.notice.log-more",
                    String.join(words.say("chart.list"), left.subList(0, LISTED)),
                    String.valueOf(left.size() - LISTED)));
        } else if (!left.isEmpty()) {
            notices.add(words.say("chart.notice.log", String.join(words.say("chart.list"), left)));
        }
    }

    private List<Mark> inside(List<Mark> marks, List<List<Value>> values) {
        var periods = values.stream().flatMap(List::stream).map(Value::period).sorted().toList();
        if (periods.isEmpty()) {
            return List.of();
        }
        long from = millis(periods.getFirst().start());
        long to = Math.max(millis(periods.getLast().end()), view.time().to() == null ? millis(today) : 0);
        return marks.stream().filter(m -> m.x() >= from && m.x() <= to).toList();
    }

    private List<Chart.Key> keys(List<Chart.Line> lines, boolean intervals) {
        var found = new LinkedHashMap<String, Predicate<Chart.Point>>();
        for (var status : List.of(Status.ESTIMATE, Status.ANNOUNCED, Status.PROJECTION)) {
            found.put(status.code(), p -> p.status() == status);
        }
        found.put("partial", Chart.Point::partial);
        found.put("interval", p -> intervals && (p.low() != null || p.high() != null));
        return found.entrySet().stream()
                .filter(e -> lines.stream().flatMap(l -> l.points().stream()).anyMatch(e.getValue()))
                .map(e -> new Chart.Key(e.getKey(), keyText(e.getKey())))
                .toList();
    }

    /** Intervals are explained by the indicator, which so far does it in English. */
    private String keyText(String style) {
        var interval = snapshot.indicator().interval();
        return style.equals("interval") && interval != null && words.lang() == Lang.EN
                ? interval.substring(0, 1).toUpperCase(Locale.ROOT) + interval.substring(1)
                : words.say("chart.key." + style);
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
