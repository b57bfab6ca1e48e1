package io.raceboard.board;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.page.Numbers;
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

/** China's one year of solar against all that the United States ever installed; and what gigawatts leave out. */
@Component
final class PowerStory implements Story {

    private static final String SOLAR_ADDED = "capacity-additions-solar";
    private static final String SOLAR_INSTALLED = "installed-capacity-solar";
    private static final String NET_ADDED = "capacity-net-change-total";
    private static final String INSTALLED = "installed-capacity-total";
    private static final String REACTORS = "nuclear-reactors-under-construction";
    private static final String SHARE_OF_CAPACITY = "wind-solar-share-of-capacity";
    private static final String SHARE_OF_GENERATION = "wind-solar-share-of-generation";

    @Override
    public String topic() {
        return "power";
    }

    @Override
    public Set<String> indicators() {
        return Set.of(SOLAR_ADDED, SOLAR_INSTALLED, NET_ADDED, INSTALLED, REACTORS, SHARE_OF_CAPACITY,
                SHARE_OF_GENERATION);
    }

    @Override
    public Told tell(Snapshots snapshots, Words words) {
        var added = snapshots.latest(SOLAR_ADDED, "cn", Period.Type.YEAR);
        var fleet = added.flatMap(a -> fleetBy(snapshots, a.reading().period()));
        var headline = added.map(a -> headline(a, fleet.orElse(null), words))
                .orElseGet(() -> Phrase.sentence(words, "board.power.none"));
        return new Told(headline, nameplate(snapshots, words).orElse(null), tiles(snapshots, words),
                comparison(snapshots, added.orElse(null), fleet.orElse(null), words), SOLAR_ADDED, Map.of());
    }

    /**
     * All solar that the United States had at the end of the year or before: the largest published count, so that the
     * comparison leans against the finding.
     */
    private static Optional<Cited> fleetBy(Snapshots snapshots, Period year) {
        return snapshots.readings(SOLAR_INSTALLED, "us")
                .filter(c -> Snapshots.settled(c.reading()) && c.reading().status() == Status.ACTUAL)
                .filter(c -> !c.reading().period().end().isAfter(year.end()))
                .max(Comparator.comparing(c -> c.reading().amount()));
    }

    private static Phrase headline(Cited added, @Nullable Cited fleet, Words words) {
        var year = added.reading().period().label(words.lang());
        if (fleet == null) {
            return Phrase.sentence(words, "board.power.alone", Quantity.of(added, words), year);
        }
        boolean more = added.reading().amount().compareTo(fleet.reading().amount()) > 0;
        return Phrase.sentence(words, more ? "board.power.more" : "board.power.less", Quantity.of(added, words), year,
                Quantity.of(fleet, words), fleet.reading().period().label(words.lang()));
    }

    private static Optional<Phrase> nameplate(Snapshots snapshots, Words words) {
        return snapshots.latest(SHARE_OF_CAPACITY, "cn").flatMap(capacity ->
                snapshots.at(SHARE_OF_GENERATION, "cn", capacity.reading().period()).map(generation ->
                        Phrase.sentence(words, "board.power.nameplate", Quantity.of(capacity, words),
                                Quantity.of(generation, words), capacity.reading().period().label(words.lang()))));
    }

    private static List<Tile> tiles(Snapshots snapshots, Words words) {
        var tiles = new ArrayList<Tile>();
        Tile.of("power-net", words.say("board.power.tile.net"), NET_ADDED, both(snapshots, NET_ADDED),
                rest(snapshots, words), words).ifPresent(tiles::add);
        reactors(snapshots, words).ifPresent(tiles::add);
        Tile.of("power-installed", words.say("board.power.tile.installed"), INSTALLED, both(snapshots, INSTALLED),
                null, words).ifPresent(tiles::add);
        return tiles;
    }

    private static List<Cited> both(Snapshots snapshots, String indicator) {
        return Stream.of("cn", "us").flatMap(e -> snapshots.latest(indicator, e).stream()).toList();
    }

    /** China, the United States and everyone else in the newest year that one estimator counted for all of them. */
    private static @Nullable Phrase rest(Snapshots snapshots, Words words) {
        return snapshots.readings(NET_ADDED, "world").filter(w -> Snapshots.settled(w.reading()))
                .sorted(Comparator.comparing((Cited w) -> w.reading().period()).reversed())
                .flatMap(world -> sameCount(snapshots, world, "cn").stream()
                        .flatMap(cn -> sameCount(snapshots, world, "us").stream()
                                .map(us -> rest(world, cn, us, words))))
                .findFirst().orElse(null);
    }

    private static Phrase rest(Cited world, Cited cn, Cited us, Words words) {
        var others = world.reading().amount().subtract(cn.reading().amount()).subtract(us.reading().amount());
        return Phrase.sentence(words, "board.power.rest", world.reading().period().label(words.lang()),
                Quantity.of(cn, words), Quantity.of(us, words),
                new Quantity(Numbers.brief(others, world.unit(), words.lang()), others, List.of(world, cn, us)));
    }

    /** The value of another entity in the same period by the same estimator. */
    private static Optional<Cited> sameCount(Snapshots snapshots, Cited cited, String entity) {
        return snapshots.readings(cited.indicator().slug(), entity)
                .filter(c -> c.series().estimator().equals(cited.series().estimator()))
                .filter(c -> c.reading().period().equals(cited.reading().period()) && Snapshots.settled(c.reading()))
                .findFirst();
    }

    /** Reactors under construction in China by the newest count that also counts the world, beside other counts. */
    private static Optional<Tile> reactors(Snapshots snapshots, Words words) {
        var world = Snapshots.newest(snapshots.readings(REACTORS, "world"));
        var china = world.flatMap(w -> sameCount(snapshots, w, "cn")).or(() -> snapshots.latest(REACTORS, "cn"));
        var values = Stream.of(china, snapshots.latest(REACTORS, "us")).flatMap(Optional::stream).toList();
        var note = china.flatMap(cn -> world.filter(w -> w.reading().period().equals(cn.reading().period()))
                .map(w -> reactorNote(snapshots, cn, w, words)));
        return Tile.of("power-reactors", words.say("board.power.tile.reactors"), REACTORS, values, note.orElse(null),
                words);
    }

    private static Phrase reactorNote(Snapshots snapshots, Cited china, Cited world, Words words) {
        var all = Quantity.bare(world, world.reading().amount(), words);
        var other = snapshots.series(REACTORS, "cn")
                .filter(s -> !s.equals(china.series()))
                .flatMap(s -> Snapshots.newest(s.readings().stream()
                        .map(r -> new Cited(china.indicator(), s, r))).stream())
                .max(Comparator.comparing(c -> c.reading().period()));
        var by = china.series().estimator().title().in(words.lang());
        return other.map(o -> Phrase.sentence(words, "board.power.reactors.other", all, by,
                        o.series().estimator().title().in(words.lang()),
                        Quantity.bare(o, o.reading().amount(), words), o.reading().period().label(words.lang())))
                .orElseGet(() -> Phrase.sentence(words, "board.power.reactors", all, by));
    }

    private static @Nullable Comparison comparison(Snapshots snapshots, @Nullable Cited added, @Nullable Cited fleet,
            Words words) {
        var rows = new ArrayList<Comparison.Row>();
        if (added != null) {
            rows.add(row(added, "board.power.added", words));
        }
        if (fleet != null) {
            rows.add(row(fleet, "board.power.fleet", words));
        }
        Stream.of("us", "eu")
                .flatMap(e -> Snapshots.newest(snapshots.readings(SOLAR_ADDED, e)).stream())
                .forEach(c -> rows.add(row(c, "board.power.added", words)));
        return Comparison.of("power-solar", words.say("board.power.comparison"), rows, words);
    }

    private static Comparison.Row row(Cited cited, String key, Words words) {
        var name = Phrase.sentence(words, key, Names.of(cited.series().entity(), words)).text();
        var title = cited.series().title();
        var by = cited.series().estimator().title().in(words.lang());
        var date = cited.reading().period().label(words.lang());
        var counted = title == null ? words.say("board.by", by, date)
                : words.say("board.by.detail", by, date, title.in(words.lang()));
        return new Comparison.Row(cited, name, counted, Links.indicator(cited.indicator().slug(), words.lang()));
    }
}
