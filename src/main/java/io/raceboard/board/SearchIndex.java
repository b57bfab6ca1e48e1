package io.raceboard.board;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Lang;
import io.raceboard.live.Catalog;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.page.Address;
import io.raceboard.page.Links;
import io.raceboard.page.Words;
import io.raceboard.policy.PolicyEvent;
import io.raceboard.policy.PolicyPages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds topics, indicators, entities, policy events and terms by words of either language, or by parts of them. */
final class SearchIndex {

    /** Hits at the most. */
    static final int MOST = 20;

    private static final int LONGEST_QUERY = 100;

    /** Other words for what titles say. */
    private static final Map<String, String> SAME = Map.ofEntries(Map.entry("光伏", "太阳能"),
            Map.entry("photovoltaic", "solar"), Map.entry("pv", "solar"), Map.entry("usa", "united states"),
            Map.entry("america", "united states"),
            Map.entry("prc", "china"), Map.entry("eu27", "european union"), Map.entry("gpu", "chip"),
            Map.entry("gpus", "chip"), Map.entry("reactor", "nuclear"), Map.entry("capex", "capital spending"));

    /** What a hit is; earlier ones come first among equals. */
    enum Kind { TOPIC, INDICATOR, ENTITY, TERM, EVENT }

    /**
     * One hit.
     *
     * @param kind what it is, in a word of the reader's language
     */
    record Hit(String title, String kind, String href) {
    }

    /**
     * One thing to find.
     *
     * @param names lower-case titles in both languages
     * @param more other lower-case text: slug, subtitle
     */
    private record Entry(Kind kind, List<String> names, String more, Function<Words, Hit> hit) {
    }

    private final List<Entry> entries = new ArrayList<>();

    SearchIndex(Catalog catalog, Collection<IndicatorSnapshot> snapshots, List<PolicyEvent> events, Words english,
            Words chinese) {
        catalog.topics().forEach(t -> add(Kind.TOPIC, t.title(), t.slug() + " " + t.question().en(),
                words -> new Hit(t.title().in(words.lang()), kind("topic", words),
                        Links.topic(t.slug(), words.lang()))));
        catalog.indicators().forEach(i -> add(Kind.INDICATOR, i.title(),
                i.slug() + " " + i.subtitle().en() + " " + i.subtitle().in(Lang.ZH),
                words -> new Hit(i.title().in(words.lang()),
                        catalog.topic(i.topic()).map(t -> t.title().in(words.lang())).orElse(kind("indicator", words)),
                        Links.indicator(i.slug(), words.lang()))));
        entities(snapshots);
        Arrays.stream(Term.values()).forEach(t -> add(Kind.TERM,
                new Label(t.title(english), t.title(chinese)), t.code(),
                words -> new Hit(t.title(words), kind("term", words),
                        new Address("/help", Map.of(), words.lang()).href() + "#" + t.code())));
        events.reversed().forEach(e -> add(Kind.EVENT, e.title(), e.slug() + " " + e.summary().en(),
                words -> new Hit(e.title().in(words.lang()),
                        words.say("board.search.event", e.starts().label(words.lang())),
                        PolicyPages.event(e, words.lang()))));
    }

    /** An entity leads to the indicator that says most about it: one that draws it by default, else the first. */
    private void entities(Collection<IndicatorSnapshot> snapshots) {
        var found = new LinkedHashMap<Entity, List<IndicatorSnapshot>>();
        for (var snapshot : snapshots) {
            snapshot.series().stream().filter(s -> !s.readings().isEmpty()).map(s -> s.entity()).distinct()
                    .forEach(e -> found.computeIfAbsent(e, any -> new ArrayList<>()).add(snapshot));
        }
        found.forEach((entity, in) -> {
            var best = in.stream().filter(s -> s.indicator().defaultEntities().contains(entity.slug())).findFirst()
                    .orElse(in.getFirst()).indicator().slug();
            add(Kind.ENTITY, entity.title(), entity.slug() + " " + entity.shortTitle().en(),
                    words -> new Hit(entity.title().in(words.lang()), words.say("board.search.entity", in.size()),
                            Links.indicator(best, Map.of("entities", entity.slug()), words.lang())));
        });
    }

    private static String kind(String name, Words words) {
        return words.say("board.search." + name);
    }

    private void add(Kind kind, Label title, String more, Function<Words, Hit> hit) {
        entries.add(new Entry(kind, List.of(lower(title.en()), lower(title.in(Lang.ZH))), lower(more), hit));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The best hits first; none for an empty query. Every word of the query must be found. */
    List<Hit> find(String query, Words words) {
        var text = lower(query.strip());
        if (text.isEmpty() || text.length() > LONGEST_QUERY) {
            return List.of();
        }
        var wanted = Arrays.stream(text.split("\\s+"))
                .map(word -> List.of(word, SAME.getOrDefault(word, word)))
                .toList();
        record Scored(Entry entry, int score) {
        }
        return entries.stream()
                .map(e -> new Scored(e, score(e, text, wanted)))
                .filter(s -> s.score() > 0)
                .sorted(Comparator.comparingInt((Scored s) -> -s.score()).thenComparing(s -> s.entry().kind()))
                .limit(MOST)
                .map(s -> s.entry().hit().apply(words))
                .toList();
    }

    /** @param wanted for each word of the query the ways it may be written */
    private static int score(Entry entry, String text, List<List<String>> wanted) {
        int whole = entry.names().stream().mapToInt(name -> whole(name, text)).max().orElse(0);
        int sum = 0;
        for (var ways : wanted) {
            int best = ways.stream().mapToInt(word -> word(entry, word)).max().orElse(0);
            if (best == 0) {
                return 0;
            }
            sum += best;
        }
        return whole + sum * 10 / wanted.size();
    }

    private static int word(Entry entry, String word) {
        return Math.max(entry.names().stream().mapToInt(name -> part(name, word)).max().orElse(0),
                entry.more().contains(word) ? 1 : 0);
    }

    /** How well the whole query fits a title. */
    private static int whole(String name, String text) {
        return name.equals(text) ? 100 : name.startsWith(text) ? 40 : name.contains(text) ? 10 : 0;
    }

    /** How well one word fits: at the beginning of a word better than inside. */
    private static int part(String name, String word) {
        int at = name.indexOf(word);
        if (at < 0) {
            return 0;
        }
        return at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1)) ? 3 : 2;
    }
}
