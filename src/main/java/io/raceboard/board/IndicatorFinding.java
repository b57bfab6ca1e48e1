package io.raceboard.board;

import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Indicator;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import io.raceboard.page.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an indicator says, in one sentence: who is highest, by how much, when, since when. Computed from the rows that
 * the chart draws. It says "highest", not "best": more of a price or a delay is no lead.
 */
final class IndicatorFinding {

    private static final long RECENT_DAYS = 400;

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
        var preferred = preferred();
        var newest = preferred.stream().flatMap(s -> newest(s).stream()).toList();
        if (newest.isEmpty()) {
            return unsettled(preferred);
        }
        if (preferred.size() == 1) {
            return range(newest.getFirst()).orElseGet(() -> single(newest.getFirst()));
        }
        return ranked(recent(newest));
    }

    /** Without entities that nobody has counted for long: an old record leads no race. */
    private List<Cited> recent(List<Cited> newest) {
        var last = newest.stream().map(c -> c.reading().period().end()).max(Comparator.naturalOrder()).orElseThrow();
        long days = Math.max(RECENT_DAYS, 2L * indicator.cadence().days());
        var recent = newest.stream().filter(c -> !c.reading().period().end().isBefore(last.minusDays(days))).toList();
        return recent.size() < 2 ? newest : recent;
    }

    /** One series for each entity; what is part of an entity already named, or holds it, does not compete with it. */
    private List<Series> preferred() {
        var kept = new LinkedHashMap<String, Series>();
        for (var s : series) {
            var entity = s.entity();
            boolean nested = kept.values().stream().map(Series::entity).anyMatch(other -> !other.equals(entity)
                    && (other.slug().equals(entity.parent()) || entity.slug().equals(other.parent())));
            if (!s.readings().isEmpty() && !nested) {
                kept.putIfAbsent(entity.slug(), s);
            }
        }
        return List.copyOf(kept.values());
    }

    private Optional<Cited> newest(Series of) {
        return Snapshots.newest(of.readings().stream().filter(in).map(r -> new Cited(indicator, of, r)));
    }

    /** The newest value of each entity, whatever its date: both dates are said. */
    private Phrase ranked(List<Cited> newest) {
        var racing = newest.stream().filter(c -> Lead.races(c.series().entity())).toList();
        var ranked = (racing.isEmpty() ? newest : racing).stream()
                .sorted(Comparator.comparing((Cited c) -> c.reading().amount()).reversed()).toList();
        if (ranked.size() > 1) {
            return pair(ranked.getFirst(), ranked.get(1));
        }
        return range(ranked.getFirst()).orElseGet(() -> single(ranked.getFirst()));
    }

    /** The highest and the next; level where readers see the same number. */
    private Phrase pair(Cited first, Cited second) {
        var high = Quantity.of(first, words);
        var next = Quantity.of(second, words);
        boolean sameDate = date(first).equals(date(second));
        if (high.text().equals(next.text())) {
            return sameDate
                    ? Phrase.sentence(words, "board.finding.level", name(first), name(second), high, date(first))
                    : Phrase.sentence(words, "board.finding.level.dates", name(first), name(second), high,
                            date(first), date(second));
        }
        if (sameDate) {
            return since(first).map(since -> Phrase.sentence(words, "board.finding.since", name(first), high,
                            date(first), name(second), next, date(since), verb(first)))
                    .orElseGet(() -> Phrase.sentence(words, "board.finding.highest", name(first), high, date(first),
                            name(second), next, verb(first)));
        }
        return Phrase.sentence(words, "board.finding.highest.dates", name(first), high, date(first), name(second),
                        next, date(second), verb(first));
    }

    /** When the lead of this entity began; empty where it is as old as the counting or as its newest value. */
    private Optional<Cited> since(Cited first) {
        return indicator.draw() == Draw.BARS ? Optional.empty() : Lead.of(indicator, preferred(), in)
                .filter(l -> l.ahead().equals(first) && !l.fromTheStart())
                .map(Lead::since)
                .filter(since -> !since.equals(first));
    }

    private Phrase single(Cited now) {
        var change = Movement.since(now, words);
        return change.isPresent()
                ? Phrase.sentence(words, "board.finding.single.change", name(now), Quantity.of(now, words), date(now),
                        change.get())
                : Phrase.sentence(words, "board.finding.single", name(now), Quantity.of(now, words), date(now));
    }

    /** From the lowest to the highest of several counts of the same entity and period. */
    private Optional<Phrase> range(Cited preferred) {
        var counts = series.stream()
                .filter(s -> s.entity().equals(preferred.series().entity()))
                .flatMap(s -> s.readings().stream().filter(in).filter(Snapshots::settled)
                        .filter(r -> r.period().equals(preferred.reading().period()))
                        .map(r -> new Cited(indicator, s, r)))
                .sorted(Comparator.comparing(c -> c.reading().amount()))
                .toList();
        if (counts.size() < 2
                || counts.getFirst().reading().amount().compareTo(counts.getLast().reading().amount()) == 0) {
            return Optional.empty();
        }
        return Optional.of(Phrase.sentence(words, "board.finding.range", name(preferred), date(preferred),
                Quantity.plain(counts.getFirst(), words), estimator(counts.getFirst()),
                Quantity.plain(counts.getLast(), words), estimator(counts.getLast())));
    }

    /** Where no period is over and known: what is said for the last one, and that it is no more than that. */
    private Phrase unsettled(List<Series> preferred) {
        return preferred.stream()
                .flatMap(s -> s.readings().stream().filter(in).map(r -> new Cited(indicator, s, r)))
                .max(Comparator.comparing((Cited c) -> c.reading().period())
                        .thenComparing(c -> c.reading().amount()))
                .map(c -> Phrase.sentence(words, "board.finding." + kind(c), name(c), Quantity.plain(c, words), date(c),
                        estimator(c)))
                .orElseGet(() -> Phrase.sentence(words, "board.finding.none", indicator.title().in(words.lang())));
    }

    private static String kind(Cited cited) {
        return switch (cited.reading().status()) {
            case PROJECTION -> "projected";
            case ANNOUNCED -> "announced";
            case ACTUAL, ESTIMATE -> "partial";
        };
    }

    /** Groups are many: "Open-weight models are". */
    private String verb(Cited cited) {
        return words.say(cited.series().entity().kind() == Entity.Kind.GROUP ? "board.are" : "board.is");
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
