package io.raceboard.board;

import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Series;
import io.raceboard.page.Links;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose open models lead, since when; and how little that says about all models. */
@Component
final class ModelsStory implements Story {

    private static final String TOP20 = "arena-open-top20-share";
    private static final String OPEN_OF_TOP50 = "arena-top50-open-share";
    private static final String OPEN_OF_TOP50_STYLED = "arena-top50-open-share-style-control";
    private static final String TOP50 = "arena-top50-country-share";
    private static final String TOKENS_WEEK = "openrouter-country-share-week";
    private static final String TOKENS_DAY = "openrouter-country-share-day";
    private static final String DOWNLOADS = "hf-download-share-12m";
    private static final String LAG = "epoch-eci-lag";
    private static final String LAG_PUBLISHED = "epoch-eci-lag-published";

    /** The definitions of "share" set side by side, from the narrowest field to the widest. */
    private static final List<String> DEFINITIONS =
            List.of(TOP20, TOP50, OPEN_OF_TOP50, OPEN_OF_TOP50_STYLED, TOKENS_DAY, DOWNLOADS);

    @Override
    public String topic() {
        return "models";
    }

    @Override
    public Set<String> indicators() {
        return Set.of(TOP20, OPEN_OF_TOP50, OPEN_OF_TOP50_STYLED, TOP50, TOKENS_WEEK, TOKENS_DAY, DOWNLOADS, LAG,
                LAG_PUBLISHED);
    }

    @Override
    public Told tell(Snapshots snapshots, Words words) {
        var lead = snapshots.snapshot(TOP20)
                .flatMap(s -> Lead.of(s.indicator(), preferred(s), anyTime -> true));
        var ahead = lead.map(l -> l.ahead().series().entity().slug()).orElse("cn");
        var headline = lead.map(l -> headline(l, words)).orElseGet(() -> Phrase.sentence(words, "board.models.none"));
        return new Told(headline, ofAll(snapshots, ahead, words).orElse(null), tiles(snapshots, words),
                definitions(snapshots, ahead, words), TOP20, Map.of());
    }

    private static List<Series> preferred(IndicatorSnapshot snapshot) {
        return snapshot.series().stream().filter(s -> s.preference() == 1).toList();
    }

    private static Phrase headline(Lead lead, Words words) {
        var who = Names.of(lead.ahead().series().entity(), words);
        var share = Quantity.of(lead.ahead(), words);
        var date = lead.ahead().reading().period().label(words.lang());
        if (lead.runnerUp() == null) {
            return Phrase.sentence(words, "board.models.alone", who, share, date);
        }
        var other = Names.of(lead.runnerUp().series().entity(), words);
        if (lead.since() == null) {
            return Phrase.sentence(words, "board.models.level", who, other, share, date);
        }
        var since = lead.since().reading().period().label(words.lang());
        var key = lead.fromTheStart() ? "board.models.always" : "board.models.since";
        return Phrase.sentence(words, key, who, share, date, since, other,
                Quantity.of(Objects.requireNonNull(lead.runnerUp()), words));
    }

    /** The sober counterpart: the leader's open models among all models, open and closed. */
    private static Optional<Phrase> ofAll(Snapshots snapshots, String entity, Words words) {
        return snapshots.latest(OPEN_OF_TOP50, entity).map(now -> {
            var who = Names.of(now.series().entity(), words);
            var date = now.reading().period().label(words.lang());
            var peak = now.series().readings().stream().filter(Snapshots::settled)
                    .max(Comparator.comparing(r -> r.amount()))
                    .map(r -> new Cited(now.indicator(), now.series(), r)).orElse(now);
            if (peak.reading().amount().compareTo(now.reading().amount()) <= 0) {
                return Phrase.sentence(words, "board.models.ofall.peak", who, Quantity.of(now, words), date);
            }
            return Phrase.sentence(words, "board.models.ofall", who, Quantity.of(now, words), date,
                    Quantity.of(peak, words), peak.reading().period().label(words.lang()));
        });
    }

    private static List<Tile> tiles(Snapshots snapshots, Words words) {
        var tiles = new ArrayList<Tile>();
        tile(snapshots, TOP20, List.of("cn", "us"), "board.models.tile.top20", null, words).ifPresent(tiles::add);
        var tokens = newest(snapshots, TOKENS_WEEK, TOKENS_DAY);
        tile(snapshots, tokens, List.of("cn", "us"), "board.models.tile.tokens",
                tokens.equals(TOKENS_DAY) ? week(snapshots, words) : null, words).ifPresent(tiles::add);
        tile(snapshots, LAG, List.of("cn"), "board.models.tile.lag", published(snapshots, words), words)
                .ifPresent(tiles::add);
        return tiles;
    }

    /** Of two indicators of the same thing, the one whose newest value for China is newer; the first when equal. */
    private static String newest(Snapshots snapshots, String first, String second) {
        return Stream.of(first, second)
                .flatMap(slug -> snapshots.latest(slug, "cn").stream())
                .reduce((a, b) -> b.reading().period().end().isAfter(a.reading().period().end()) ? b : a)
                .map(c -> c.indicator().slug())
                .orElse(first);
    }

    private static Optional<Tile> tile(Snapshots snapshots, String indicator, List<String> entities, String label,
            @Nullable Phrase note, Words words) {
        return Tile.of("models-" + indicator, words.say(label), indicator,
                entities.stream().flatMap(e -> snapshots.latest(indicator, e).stream()).toList(), note, words);
    }


    /** A single day is noisy: the newest whole week stands beside it. */
    private static @Nullable Phrase week(Snapshots snapshots, Words words) {
        return snapshots.latest(TOKENS_WEEK, "cn").flatMap(cn ->
                snapshots.at(TOKENS_WEEK, "us", cn.reading().period()).map(us ->
                        Phrase.sentence(words, "board.models.tokens.week", cn.reading().period().label(words.lang()),
                                Quantity.of(cn, words), Quantity.of(us, words)))).orElse(null);
    }

    private static @Nullable Phrase published(Snapshots snapshots, Words words) {
        return snapshots.latest(LAG_PUBLISHED, "cn").map(average -> {
            var range = Figure.interval(average, words);
            var value = Quantity.plain(average, words);
            return range == null ? Phrase.sentence(words, "board.models.lag.published", value)
                    : Phrase.sentence(words, "board.models.lag.published.range", value, range);
        }).orElse(null);
    }

    private static @Nullable Comparison definitions(Snapshots snapshots, String entity, Words words) {
        var rows = DEFINITIONS.stream()
                .map(slug -> slug.equals(TOKENS_DAY) ? newest(snapshots, TOKENS_WEEK, TOKENS_DAY) : slug)
                .flatMap(slug -> snapshots.latest(slug, entity).stream())
                .map(c -> new Comparison.Row(c, words.say("board.models.definition." + definition(c)),
                        c.reading().period().label(words.lang()), Links.indicator(c.indicator().slug(), words.lang())))
                .toList();
        var who = snapshots.series(TOP20, entity).findFirst().map(Series::entity)
                .map(e -> Names.of(e, words)).orElse("");
        var title = Phrase.sentence(words, "board.models.definitions", who).text();
        return Comparison.of("models-definition", title, rows, words);
    }

    private static String definition(Cited cited) {
        return switch (cited.indicator().slug()) {
            case TOP20 -> "top20";
            case TOP50 -> "top50";
            case OPEN_OF_TOP50 -> "open-of-top50";
            case OPEN_OF_TOP50_STYLED -> "open-of-top50-styled";
            case DOWNLOADS -> "downloads";
            default -> "tokens";
        };
    }
}
