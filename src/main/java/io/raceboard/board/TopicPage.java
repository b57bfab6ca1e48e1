package io.raceboard.board;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Topic;
import io.raceboard.chart.ChartView;
import io.raceboard.chart.Charts;
import io.raceboard.chart.Drawing;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.ReadModel;
import io.raceboard.live.Series;
import io.raceboard.live.Versions;
import io.raceboard.page.Address;
import io.raceboard.page.Links;
import io.raceboard.page.Page;
import io.raceboard.page.PageKind;
import io.raceboard.page.Rendered;
import io.raceboard.page.Templates;
import io.raceboard.page.Words;
import io.raceboard.publish.Datasets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All indicators of a topic, each with a small drawing and its newest values. Policy has a page of its own. */
@Component
class TopicPage implements PageKind {

    private static final String PATH = "/t/";
    private static final String POLICY = "policy";
    private static final int MOST_VALUES = 3;

    private final ReadModel readModel;
    private final Templates templates;
    private final List<Story> stories;
    private final Clock clock;

    TopicPage(ReadModel readModel, Templates templates, List<Story> stories, Clock clock) {
        this.readModel = readModel;
        this.templates = templates;
        this.stories = stories;
        this.clock = clock;
    }

    @Override
    public Optional<Page> find(Address address) {
        return address.path().startsWith(PATH)
                ? readModel.catalog().topic(address.path().substring(PATH.length()))
                        .filter(t -> !t.slug().equals(POLICY)).map(t -> new Shelf(address, t))
                : Optional.empty();
    }

    private final class Shelf implements Page {

        private final Address asked;
        private final String slug;

        Shelf(Address asked, Topic topic) {
            this.asked = asked;
            this.slug = topic.slug();
        }

        @Override
        public Address canonical() {
            return new Address(PATH + slug, Map.of(), asked.lang());
        }

        @Override
        public boolean hasMoved() {
            return !asked.path().equals(PATH + slug);
        }

        @Override
        public long version(Versions versions) {
            return versions.of(slugs());
        }

        private List<String> slugs() {
            return readModel.catalog().indicatorsOf(slug).stream().map(Indicator::slug).toList();
        }

        @Override
        public Rendered render() {
            var words = templates.words(asked.lang());
            var today = LocalDate.now(clock);
            var topic = readModel.catalog().topic(slug).orElseThrow();
            var snapshots = readModel.indicators(slugs());
            var story = stories.stream().filter(s -> s.topic().equals(slug)).findFirst()
                    .map(s -> s.tell(new Snapshots(snapshots), words));
            var title = topic.title().in(words.lang());
            var params = new LinkedHashMap<String, Object>();
            params.put("words", words);
            params.put("topic", topic);
            params.put("story", story.orElse(null));
            var cards = snapshots.values().stream().map(s -> card(s, today, words)).toList();
            params.put("sections", sections(cards, words));
            params.put("count", snapshots.size());
            params.put("notices", Notices.unknown(asked.params().keySet(), words));
            params.put("today", today);
            return new Rendered(title, story.map(s -> s.headline().text()).orElse(topic.question().in(words.lang())),
                    templates.render("board/topic.jte", params),
                    Datasets.describe(List.copyOf(snapshots.values()), title, words), 200);
        }
    }

    private static List<TopicCard.Section> sections(List<TopicCard> cards, Words words) {
        return cards.stream()
                .collect(Collectors.groupingBy(c -> Group.of(c.indicator().slug()), LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet().stream()
                .map(g -> new TopicCard.Section(g.getKey().code(), words.say("board.group." + g.getKey().code()),
                        g.getValue()))
                .toList();
    }

    static TopicCard card(IndicatorSnapshot snapshot, LocalDate today, Words words) {
        var indicator = snapshot.indicator();
        var chart = Charts.of(snapshot, ChartView.of(snapshot), words, List.of(), today);
        var drawn = Drawn.series(snapshot, chart);
        return new TopicCard(indicator, Links.indicator(indicator.slug(), words.lang()), Drawing.spark(chart),
                values(indicator, drawn, words), Freshness.of(indicator, drawn, today).orElse(null));
    }

    private static List<TopicCard.Value> values(Indicator indicator, List<Series> drawn, Words words) {
        return drawn.stream().collect(Collectors.toMap(Series::entity, s -> s, (first, other) -> first,
                        LinkedHashMap::new)).values().stream()
                .flatMap(s -> newest(indicator, s).stream())
                .limit(MOST_VALUES)
                .map(c -> value(c, c.series().entity(), words))
                .toList();
    }

    /** What is known and complete; where there is nothing of the kind, the last thing said. */
    private static Optional<Cited> newest(Indicator indicator, Series series) {
        var all = series.readings().stream().map(r -> new Cited(indicator, series, r)).toList();
        return Snapshots.newest(all.stream()).or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
    }

    private static TopicCard.Value value(Cited cited, Entity entity, Words words) {
        return new TopicCard.Value(cited.indicator().slug() + "-" + entity.slug(),
                entity.shortTitle().in(words.lang()), entity.colour(), Quantity.of(cited, words),
                cited.reading().period().label(words.lang()));
    }
}
