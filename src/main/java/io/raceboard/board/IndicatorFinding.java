package io.raceboard.board;

import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Indicator;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import io.raceboard.page.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an indicator says, in one sentence: who is highest, by how much, when, since when. Computed from the rows that
 * the chart draws. It says "highest", not "best": more of a price or a delay is no lead.
 */
final class IndicatorFinding {

    private final Indicator indicator;
    private final List<Series> series;
    private final Predicate<Reading> in;
    private final Words words;

    private IndicatorFinding(Indicator indicator, List<Series> series, Predicate<Reading> in, Words words) {
        this.indicator = indicator;
        this.series = series;
        this.in = in;
        this.words = words;
    }

    /**
     * @param series those drawn, each entity's preferred estimator first
     * @param in the readings inside the time drawn
     */
    static Phrase of(Indicator indicator, List<Series> series, Predicate<Reading> in, Words words) {
        return new IndicatorFinding(indicator, series, in, words).say();
    }

    private Phrase say() {
        var preferred = new LinkedHashMap<String, Series>();
        series.stream().filter(s -> !s.readings().isEmpty())
                .forEach(s -> preferred.putIfAbsent(s.entity().slug(), s));
        var newest = preferred.values().stream().flatMap(s -> newest(s).stream()).toList();
        if (newest.isEmpty()) {
            return projected().orElseGet(() -> Phrase.say(words, "board.finding.none", indicator.title().in(words.lang())));
        }
        if (preferred.size() == 1) {
            return range(newest.getFirst()).orElseGet(() -> single(newest.getFirst()));
        }
        if (indicator.draw() == Draw.BARS) {
            return ranked(newest);
        }
        return Lead.of(indicator, List.copyOf(preferred.values()), in)
                .filter(l -> l.runnerUp() != null)
                .map(this::race)
                .orElseGet(() -> ranked(newest));
    }

    private Optional<Cited> newest(Series of) {
        return Snapshots.newest(of.readings().stream().filter(in).map(r -> new Cited(indicator, of, r)));
    }

    private Phrase race(Lead lead) {
        var who = name(lead.ahead());
        var value = Quantity.of(lead.ahead(), words);
        var date = date(lead.ahead());
        var other = Objects.requireNonNull(lead.runnerUp());
        if (lead.since() == null) {
            return Phrase.say(words, "board.finding.level", who, name(other), value, date);
        }
        if (lead.fromTheStart() || lead.since().equals(lead.ahead())) {
            return Phrase.say(words, "board.finding.highest", who, value, date, name(other),
                    Quantity.of(other, words));
        }
        return Phrase.say(words, "board.finding.since", who, value, date, name(other), Quantity.of(other, words),
                date(lead.since()));
    }

    /** The newest value of each entity, whatever its date: both dates are said. */
    private Phrase ranked(List<Cited> newest) {
        var racing = newest.stream().filter(c -> Lead.races(c.series().entity())).toList();
        var ranked = (racing.isEmpty() ? newest : racing).stream()
                .sorted(Comparator.comparing((Cited c) -> c.reading().amount()).reversed()).toList();
        var first = ranked.getFirst();
        if (ranked.size() < 2) {
            return single(first);
        }
        var second = ranked.get(1);
        if (date(first).equals(date(second))) {
            return Phrase.say(words, "board.finding.highest", name(first), Quantity.of(first, words), date(first),
                    name(second), Quantity.of(second, words));
        }
        return Phrase.say(words, "board.finding.highest.dates", name(first), Quantity.of(first, words), date(first),
                name(second), Quantity.of(second, words), date(second));
    }

    private Phrase single(Cited now) {
        var change = Movement.since(now, words);
        return change.isPresent()
                ? Phrase.say(words, "board.finding.single.change", name(now), Quantity.of(now, words), date(now),
                        change.get())
                : Phrase.say(words, "board.finding.single", name(now), Quantity.of(now, words), date(now));
    }

    /** From the lowest to the highest of several counts of the same entity and period. */
    private Optional<Phrase> range(Cited preferred) {
        var counts = series.stream()
                .flatMap(s -> s.readings().stream().filter(in).filter(Snapshots::settled)
                        .filter(r -> r.period().equals(preferred.reading().period()))
                        .map(r -> new Cited(indicator, s, r)))
                .sorted(Comparator.comparing(c -> c.reading().amount()))
                .toList();
        if (counts.size() < 2
                || counts.getFirst().reading().amount().compareTo(counts.getLast().reading().amount()) == 0) {
            return Optional.empty();
        }
        return Optional.of(Phrase.say(words, "board.finding.range", name(preferred), date(preferred),
                Quantity.plain(counts.getFirst(), words), estimator(counts.getFirst()),
                Quantity.plain(counts.getLast(), words), estimator(counts.getLast())));
    }

    /** Where nothing is known yet: the nearest date that something was announced or projected for. */
    private Optional<Phrase> projected() {
        return series.stream()
                .flatMap(s -> s.readings().stream().filter(in).map(r -> new Cited(indicator, s, r)))
                .min(Comparator.comparing((Cited c) -> c.reading().period()))
                .map(c -> Phrase.say(words, "board.finding.projected", name(c), Quantity.plain(c, words), date(c),
                        estimator(c)));
    }

    private String name(Cited cited) {
        return Names.of(cited.series().entity(), words);
    }

    private String estimator(Cited cited) {
        return cited.series().estimator().title().in(words.lang());
    }

    private String date(Cited cited) {
        return cited.reading().period().label(words.lang());
    }
}
