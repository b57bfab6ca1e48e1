package io.raceboard.board;

import io.raceboard.catalog.Period;
import io.raceboard.page.Links;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Huawei's compute against NVIDIA's; and how far apart the analysts are. */
@Component
final class ChipsStory implements Story {

    private static final String SHIPPED = "compute-shipped-h100e";
    private static final String SHIPPED_YEAR = "compute-shipped-h100e-year";
    private static final String RATIO = "huawei-share-of-nvidia-compute";
    private static final String HUAWEI_UNITS = "huawei-ascend-units";
    private static final String STOCK = "compute-stock-h100e";

    @Override
    public String topic() {
        return "chips";
    }

    @Override
    public Set<String> indicators() {
        return Set.of(SHIPPED, SHIPPED_YEAR, RATIO, HUAWEI_UNITS, STOCK);
    }

    @Override
    public Told tell(Snapshots snapshots, Words words) {
        var ratio = snapshots.latest(RATIO, "huawei", Period.Type.YEAR);
        var nvidia = snapshots.latest(SHIPPED_YEAR, "nvidia");
        var headline = ratio.map(r -> against(r, words))
                .or(() -> nvidia.map(n -> alone(n, words)))
                .orElseGet(() -> Phrase.sentence(words, "board.chips.none"));
        var counts = counts(snapshots);
        return new Told(headline, disagreement(counts, words).orElse(null), tiles(snapshots, ratio.orElse(null), words),
                comparison(counts, words), SHIPPED, Map.of());
    }

    private static Phrase against(Cited ratio, Words words) {
        var year = ratio.reading().period().label(words.lang());
        var range = Figure.interval(ratio, words);
        return range == null ? Phrase.sentence(words, "board.chips.share", Quantity.of(ratio, words), year)
                : Phrase.sentence(words, "board.chips.share.range", Quantity.of(ratio, words), year, range);
    }

    private static Phrase alone(Cited nvidia, Words words) {
        return Phrase.sentence(words, "board.chips.alone", Quantity.of(nvidia, words),
                nvidia.reading().period().label(words.lang()));
    }

    /** All counts of Huawei's chips in the newest year that more than one analyst counted; plans come last. */
    private static List<Cited> counts(Snapshots snapshots) {
        var years = snapshots.readings(HUAWEI_UNITS, "huawei").filter(c -> Snapshots.settled(c.reading()))
                .map(c -> c.reading().period()).filter(p -> p.type() == Period.Type.YEAR)
                .sorted(Comparator.reverseOrder()).distinct();
        return years
                .map(year -> snapshots.readings(HUAWEI_UNITS, "huawei")
                        .filter(c -> c.reading().period().equals(year))
                        .sorted(Comparator.comparing((Cited c) -> !Snapshots.known(c.reading()))
                                .thenComparing(c -> c.reading().amount()))
                        .toList())
                .filter(counts -> counts.stream().filter(c -> Snapshots.known(c.reading())).count() > 1)
                .findFirst().orElse(List.of());
    }

    private static Optional<Phrase> disagreement(List<Cited> counts, Words words) {
        var known = counts.stream().filter(c -> Snapshots.known(c.reading())).toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        var least = known.getFirst();
        var most = known.getLast();
        return Optional.of(Phrase.sentence(words, "board.chips.disagreement",
                least.reading().period().label(words.lang()),
                Quantity.plain(least, words), least.series().estimator().title().in(words.lang()),
                Quantity.plain(most, words), most.series().estimator().title().in(words.lang())));
    }

    private static List<Tile> tiles(Snapshots snapshots, @Nullable Cited ratio, Words words) {
        var tiles = new ArrayList<Tile>();
        Tile.of("chips-quarter", words.say("board.chips.tile.quarter"), SHIPPED,
                Stream.of("nvidia", "huawei").flatMap(e -> snapshots.latest(SHIPPED, e).stream()).toList(),
                null, words).ifPresent(tiles::add);
        if (ratio != null) {
            Tile.of("chips-ratio", words.say("board.chips.tile.ratio"), RATIO, List.of(ratio),
                    projections(snapshots, ratio, words), words).ifPresent(tiles::add);
        }
        Tile.of("chips-stock", words.say("board.chips.tile.stock"), STOCK,
                snapshots.latest(STOCK, "nvidia").stream().toList(), null, words).ifPresent(tiles::add);
        return tiles;
    }

    /** From the lowest to the highest value that was projected for the year after. */
    private static @Nullable Phrase projections(Snapshots snapshots, Cited ratio, Words words) {
        var next = ratio.reading().period().next();
        var projected = snapshots.readings(RATIO, "huawei").filter(c -> c.reading().period().equals(next))
                .sorted(Comparator.comparing(c -> c.reading().amount())).toList();
        return projected.size() < 2 ? null
                : Phrase.sentence(words, "board.chips.projections", next.label(words.lang()),
                        Quantity.plain(projected.getFirst(), words), Quantity.plain(projected.getLast(), words));
    }

    private static @Nullable Comparison comparison(List<Cited> counts, Words words) {
        var rows = counts.stream().map(c -> {
            var title = c.series().title();
            var by = c.series().estimator().title().in(words.lang());
            return new Comparison.Row(c, by, title == null ? "" : title.in(words.lang()),
                    Links.indicator(HUAWEI_UNITS, words.lang()));
        }).toList();
        var year = counts.isEmpty() ? "" : counts.getFirst().reading().period().label(words.lang());
        return Comparison.of("chips-huawei", words.say("board.chips.comparison", year), rows, words);
    }
}
