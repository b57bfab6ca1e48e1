package io.raceboard.board;

import io.raceboard.catalog.Indicator;
import io.raceboard.chart.Chart;
import io.raceboard.chart.ChartView;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.ReadModel;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import io.raceboard.page.Address;
import io.raceboard.page.Words;
import io.raceboard.publish.ChartFiles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What places other than the reading pages show of them: the same sentences, numbers and charts. */
@Component
public class Exhibits {

    private static final String INDICATOR = "/i/";
    private static final String TOPIC = "/t/";
    private static final long RECENT_DAYS = 400;

    private final ReadModel readModel;
    private final List<Story> stories;
    private final ChartFiles files;
    private final Clock clock;

    Exhibits(ReadModel readModel, List<Story> stories, ChartFiles files, Clock clock) {
        this.readModel = readModel;
        this.stories = stories;
        this.files = files;
        this.clock = clock;
    }

    /** What is at this address of an indicator or topic; empty when it names nothing, or nothing with values. */
    public Optional<Exhibit> at(Address address, Words words) {
        if (address.path().startsWith(INDICATOR)) {
            return readModel.indicator(address.path().substring(INDICATOR.length()))
                    .filter(s -> !s.series().isEmpty())
                    .map(s -> ofIndicator(address, s, words));
        }
        return address.path().startsWith(TOPIC)
                ? story(address.path().substring(TOPIC.length())).flatMap(s -> ofTopic(s, words))
                : Optional.empty();
    }

    /** Whether an indicator or topic of this address exists, with values or without. */
    public boolean knows(Address address) {
        return address.path().startsWith(INDICATOR)
                && readModel.catalog().indicator(address.path().substring(INDICATOR.length())).isPresent()
                || address.path().startsWith(TOPIC) && story(address.path().substring(TOPIC.length())).isPresent();
    }

    /** What is said of the parts of an indicator's address that mean nothing; empty where all of it is understood. */
    public List<String> notices(Address address, Words words) {
        return address.path().startsWith(INDICATOR)
                ? readModel.indicator(address.path().substring(INDICATOR.length()))
                        .map(s -> IndicatorView.parse(address, s, words).notices()).orElse(List.of())
                : List.of();
    }

    /** The topics that tell a story, in their order; policy has its own. */
    public List<Exhibit> topics(Words words) {
        return readModel.catalog().topics().stream().flatMap(t -> story(t.slug()).stream())
                .flatMap(s -> ofTopic(s, words).stream()).toList();
    }

    /** The newest changes first. */
    public List<ChangeLine> changes(int most, int values, Words words) {
        return readModel.latestChanges(most).stream()
                .map(c -> ChangeLine.of(c, readModel.catalog(), values, words)).toList();
    }

    private Optional<Story> story(String topic) {
        return stories.stream().filter(s -> s.topic().equals(topic)).findFirst();
    }

    private Exhibit ofIndicator(Address address, IndicatorSnapshot snapshot, Words words) {
        var indicator = snapshot.indicator();
        var view = IndicatorView.parse(address, snapshot, words);
        var chart = files.chart(snapshot, view.chart(), words);
        var drawn = Drawn.series(snapshot, chart);
        Predicate<Reading> in = r -> view.chart().time().includes(r.period());
        var title = indicator.title().in(words.lang());
        var newest = newest(indicator, drawn, in);
        return new Exhibit(view.href(), title, Captions.of(indicator, words),
                aged(IndicatorFinding.of(indicator, drawn, in, words), words),
                newest.stream().map(c -> shown(title, "x-" + indicator.slug(), c, words)).toList(),
                chart.isEmpty() ? null : files.href(snapshot, view.chart(), words.lang()), chart.summary(),
                chart.isBars(), ranking(indicator, snapshot, words), credit(snapshot, drawn, words),
                changedAt(drawn.stream()));
    }

    private Optional<Exhibit> ofTopic(Story story, Words words) {
        var snapshots = new Snapshots(readModel.indicators(story.indicators()));
        var topic = readModel.catalog().topic(story.topic());
        if (topic.isEmpty()) {
            return Optional.empty();
        }
        var told = story.tell(snapshots, words);
        var figures = told.tiles().stream().flatMap(tile -> tile.figures().stream()
                .map(f -> new Exhibit.Shown(tile.label(), f, freshness(f.value())))).toList();
        var snapshot = snapshots.snapshot(told.chart());
        var chart = snapshot.map(s -> {
            var view = ChartView.parse(told.view(), s, words).view();
            return new Drawing(files.chart(s, view, words), files.href(s, view, words.lang()));
        });
        return Optional.of(new Exhibit(new Address(TOPIC + story.topic(), Map.of(), words.lang()).href(),
                topic.get().title().in(words.lang()),
                snapshot.map(s -> Captions.of(s.indicator(), words)).orElse(""), aged(told.headline(), words), figures,
                chart.filter(c -> !c.chart().isEmpty()).map(Drawing::href).orElse(null),
                chart.map(c -> c.chart().summary()).orElse(""), chart.map(c -> c.chart().isBars()).orElse(false),
                List.of(), snapshot.map(s -> credit(s, Drawn.series(s, chart.orElseThrow().chart()), words)).orElse(""),
                changedAt(snapshots.bySlug().values().stream().flatMap(s -> s.series().stream()))));
    }

    private record Drawing(Chart chart, String href) {
    }

    /** The newest known value of each entity drawn, without those that nobody has counted for long. */
    private static List<Cited> newest(Indicator indicator, List<Series> drawn,
            Predicate<Reading> in) {
        var byEntity = new LinkedHashMap<String, Cited>();
        drawn.forEach(s -> Snapshots.newest(s.readings().stream().filter(in).map(r -> new Cited(indicator, s, r)))
                .ifPresent(c -> byEntity.putIfAbsent(s.entity().slug(), c)));
        return recent(indicator, List.copyOf(byEntity.values()));
    }

    private static List<Cited> recent(Indicator indicator, List<Cited> newest) {
        var last = newest.stream().map(c -> c.reading().period().end()).max(Comparator.naturalOrder());
        long days = Math.max(RECENT_DAYS, 2L * indicator.cadence().days());
        return newest.stream()
                .filter(c -> !c.reading().period().end().isBefore(last.orElseThrow().minusDays(days))).toList();
    }

    /** Every entity that races, whether drawn or not. */
    private List<Exhibit.Rank> ranking(Indicator indicator, IndicatorSnapshot snapshot, Words words) {
        var preferred = snapshot.series().stream().map(s -> s.entity().slug()).distinct()
                .flatMap(e -> snapshot.preferred(e).stream()).filter(s -> Lead.races(s.entity())).toList();
        var ranked = newest(indicator, preferred, anyTime -> true).stream()
                .sorted(Comparator.comparing((Cited c) -> c.reading().amount()).reversed()).toList();
        var highest = ranked.isEmpty() ? BigDecimal.ONE : ranked.getFirst().reading().amount();
        var title = indicator.title().in(words.lang());
        return ranked.stream().map(c -> new Exhibit.Rank(shown(title, "r-" + indicator.slug(), c, words),
                length(c.reading().amount(), highest))).toList();
    }

    private static int length(BigDecimal value, BigDecimal highest) {
        return highest.signum() <= 0 || value.signum() <= 0 ? 0
                : value.multiply(BigDecimal.valueOf(1000)).divide(highest, 0, RoundingMode.HALF_UP).intValue();
    }

    private Exhibit.Shown shown(String of, String key, Cited cited, Words words) {
        return new Exhibit.Shown(of, Figure.of(key + "-" + cited.series().entity().slug(), cited, words),
                Freshness.of(cited, LocalDate.now(clock)));
    }

    /** A sentence is as old as the first value it names; the others are what that one is compared with. */
    private Exhibit.Aged<Phrase> aged(Phrase said, Words words) {
        var first = said.numbers().stream().findFirst();
        return new Exhibit.Aged<>(said, first.map(this::freshness).orElse(null), first
                .flatMap(number -> number.from().stream().findFirst())
                .map(cited -> cited.indicator().title().in(words.lang())).orElse(""));
    }

    private @Nullable Freshness freshness(Quantity quantity) {
        return quantity.from().isEmpty() ? null : Freshness.of(quantity.from().getFirst(), LocalDate.now(clock));
    }

    private static String credit(IndicatorSnapshot snapshot, List<Series> drawn, Words words) {
        return Credit.of(snapshot, drawn, words).stream().map(Credit::name).distinct().limit(3)
                .collect(Collectors.joining(", "));
    }

    private static Instant changedAt(Stream<Series> series) {
        return series.flatMap(s -> s.readings().stream()).map(Reading::recordedAt)
                .max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
