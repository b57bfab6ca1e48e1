package io.raceboard.board;

import io.raceboard.chart.ChartView;
import io.raceboard.live.Catalog;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.ReadModel;
import io.raceboard.live.Versions;
import io.raceboard.page.Address;
import io.raceboard.page.Page;
import io.raceboard.page.PageKind;
import io.raceboard.page.Rendered;
import io.raceboard.page.Templates;
import io.raceboard.page.Words;
import io.raceboard.policy.PolicyPanels;
import io.raceboard.publish.ChartFiles;
import io.raceboard.publish.Datasets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The state of the race in ten seconds: a panel for each topic, and what changed lately. */
@Component
class OverviewPage implements PageKind {

    private static final int CHART_WIDTH = 640;
    private static final int CHART_HEIGHT = 360;
    private static final int LATEST_CHANGES = 5;
    private static final int VALUES_OF_A_CHANGE = 3;

    private final ReadModel readModel;
    private final Templates templates;
    private final List<Story> stories;
    private final ChartFiles files;
    private final PolicyPanels policy;
    private final List<String> indicators;
    private final Clock clock;

    OverviewPage(ReadModel readModel, Templates templates, List<Story> stories, ChartFiles files,
            PolicyPanels policy, Clock clock) {
        this.readModel = readModel;
        this.templates = templates;
        this.stories = stories;
        this.files = files;
        this.policy = policy;
        this.indicators = stories.stream().flatMap(s -> s.indicators().stream()).distinct().sorted().toList();
        this.clock = clock;
    }

    @Override
    public Optional<Page> find(Address address) {
        return address.path().equals("/") ? Optional.of(new Overview(address)) : Optional.empty();
    }

    private final class Overview implements Page {

        private final Address asked;

        Overview(Address asked) {
            this.asked = asked;
        }

        @Override
        public Address canonical() {
            return new Address("/", Map.of(), asked.lang());
        }

        @Override
        public long version(Versions versions) {
            return versions.latest();
        }

        @Override
        public Rendered render() {
            var words = templates.words(asked.lang());
            var today = LocalDate.now(clock);
            var panels = panels(words, today);
            var policyPanel = policy.panel(words);
            var changes = readModel.latestChanges(LATEST_CHANGES).stream()
                    .map(c -> ChangeLine.of(c, readModel.catalog(), VALUES_OF_A_CHANGE, words)).toList();
            var html = templates.render("board/overview.jte", Map.of(
                    "words", words,
                    "panels", panels,
                    "policy", policyPanel,
                    "changes", changes,
                    "notices", Notices.unknown(asked.params().keySet(), words),
                    "today", today));
            var headlines = panels.stream().map(p -> p.told().headline().text()).collect(Collectors.joining(" "));
            return new Rendered(words.say("board.overview.title"), headlines, html,
                    Datasets.describe(shown(panels), words.say("board.overview.title"), words), 200);
        }
    }

    private List<IndicatorSnapshot> shown(List<Panel> panels) {
        return List.copyOf(readModel.indicators(panels.stream().filter(p -> p.picture() != null)
                .map(p -> p.told().chart()).toList()).values());
    }

    private List<Panel> panels(Words words, LocalDate today) {
        var catalog = readModel.catalog();
        var snapshots = new Snapshots(readModel.indicators(indicators));
        return catalog.topics().stream()
                .flatMap(topic -> stories.stream().filter(s -> s.topic().equals(topic.slug())))
                .map(story -> panel(story, snapshots, catalog, words, today))
                .toList();
    }

    private Panel panel(Story story, Snapshots snapshots, Catalog catalog, Words words, LocalDate today) {
        var topic = catalog.topic(story.topic()).orElseThrow();
        var told = story.tell(snapshots, words);
        return snapshots.snapshot(told.chart()).map(snapshot -> {
            var view = ChartView.parse(told.view(), snapshot, words).view();
            var chart = files.chart(snapshot, view, words);
            var drawn = Drawn.series(snapshot, chart);
            var indicator = snapshot.indicator();
            var picture = Picture.of("chart-" + topic.slug(), files.href(snapshot, view, words.lang()), chart,
                    CHART_WIDTH, CHART_HEIGHT);
            return new Panel(topic, told, picture, Captions.of(indicator, words),
                    Freshness.of(indicator, drawn, today).orElse(null), Credit.of(snapshot, drawn, words));
        }).orElseGet(() -> new Panel(topic, told, null, "", null, List.of()));
    }
}
