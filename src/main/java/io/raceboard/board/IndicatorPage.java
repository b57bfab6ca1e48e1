package io.raceboard.board;

import io.raceboard.chart.Chart;
import io.raceboard.chart.ChartTable;
import io.raceboard.chart.Charts;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.ReadModel;
import io.raceboard.live.Versions;
import io.raceboard.page.Address;
import io.raceboard.page.Page;
import io.raceboard.page.PageKind;
import io.raceboard.page.Rendered;
import io.raceboard.page.Templates;
import io.raceboard.page.Words;
import io.raceboard.policy.PolicyEvents;
import io.raceboard.publish.ChartFiles;
import io.raceboard.publish.Datasets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One indicator with everything behind it: chart, table, sources and method, history. */
@Component
class IndicatorPage implements PageKind {

    private static final String PATH = "/i/";
    private static final int CHART_WIDTH = 960;
    private static final int CHART_HEIGHT = 480;
    private static final int CELL_WIDTH = 320;
    private static final int CELL_HEIGHT = 200;
    private static final int MOST_CHANGES = 50;

    private final ReadModel readModel;
    private final Templates templates;
    private final ChartFiles files;
    private final PolicyEvents events;
    private final Clock clock;

    IndicatorPage(ReadModel readModel, Templates templates, ChartFiles files, PolicyEvents events, Clock clock) {
        this.readModel = readModel;
        this.templates = templates;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Page> find(Address address) {
        return address.path().startsWith(PATH)
                ? readModel.indicator(address.path().substring(PATH.length())).map(s -> new Sheet(address, s))
                : Optional.empty();
    }

    private final class Sheet implements Page {

        private final Address asked;
        private final String slug;
        private final IndicatorView view;

        Sheet(Address asked, IndicatorSnapshot snapshot) {
            this.asked = asked;
            this.slug = snapshot.indicator().slug();
            this.view = IndicatorView.parse(asked, snapshot, templates.words(asked.lang()));
        }

        @Override
        public Address canonical() {
            return view.address();
        }

        @Override
        public boolean hasMoved() {
            return !asked.path().equals(PATH + slug);
        }

        @Override
        public long version(Versions versions) {
            return Math.max(versions.of(List.of(slug)), PolicyEvents.version(versions));
        }

        @Override
        public Rendered render() {
            var words = templates.words(asked.lang());
            // Read anew: the page may live longer than the snapshot that it was found with.
            var snapshot = readModel.indicator(slug).orElseThrow();
            var current = IndicatorView.parse(asked, snapshot, words);
            var card = card(snapshot, current, words);
            var html = templates.render("board/indicator.jte", Map.of("words", words, "card", card));
            var title = words.say("board.indicator.title", snapshot.indicator().title().in(words.lang()));
            return new Rendered(title, card.finding().text() + " " + card.caption(), html,
                    Datasets.describe(snapshot, current.address(), card.data(), words), 200);
        }
    }

    private IndicatorCard card(IndicatorSnapshot snapshot, IndicatorView view, Words words) {
        var indicator = snapshot.indicator();
        var today = LocalDate.now(clock);
        var chart = files.chart(snapshot, view.chart(), words);
        var data = files.href(snapshot, view.chart(), words.lang());
        var drawn = Drawn.series(snapshot, chart);
        var credits = Credit.of(snapshot, drawn, words);
        var changes = view.tab() != Tab.HISTORY ? List.<ChangeLine>of()
                : readModel.changesOf(indicator.slug(), MOST_CHANGES).stream()
                        .map(c -> ChangeLine.of(c, readModel.catalog(), ReadModel.SAMPLE, words)).toList();
        return new IndicatorCard(indicator, Term.of(indicator),
                readModel.catalog().topic(indicator.topic()).orElseThrow(),
                IndicatorFinding.of(indicator, drawn, r -> view.chart().time().includes(r.period()), words),
                Captions.of(indicator, words), view.tab(), tabs(view, words),
                Controls.of(view, snapshot, words),
                Picture.of("chart", data, chart, CHART_WIDTH, CHART_HEIGHT),
                cells(chart, view, data), chart.y().label(),
                view.tab() == Tab.TABLE ? ChartTable.of(chart) : null,
                Freshness.of(indicator, drawn, today).orElse(null), credits,
                Estimate.of(snapshot.series(), words),
                Citation.of(snapshot, credits, view.with(Tab.CHART).href(), today, words),
                events.of(indicator.slug()).reversed(), changes, view.notices(), view.href(), data, today);
    }

    private static List<Controls.Option> tabs(IndicatorView view, Words words) {
        return Arrays.stream(Tab.values())
                .map(t -> new Controls.Option(words.say("board.tab." + t.code()), view.with(t).href(), t == view.tab(),
                        key(t, view.tab())))
                .toList();
    }

    /** {@code t} turns between chart and table. */
    private static @Nullable String key(Tab tab, Tab shown) {
        return switch (tab) {
            case CHART -> shown == Tab.TABLE ? "t" : null;
            case TABLE -> shown == Tab.TABLE ? null : "t";
            case SOURCES -> "s";
            case HISTORY -> null;
        };
    }

    private static List<Picture> cells(Chart chart, IndicatorView view, String data) {
        return view.chart().multiples() && view.tab() == Tab.CHART
                ? Charts.cells(chart).stream()
                        .map(c -> cell(c, c.lines().getFirst().key(), data))
                        .toList()
                : List.of();
    }

    private static Picture cell(Chart chart, String key, String data) {
        return Picture.of("cell-" + key.replace(':', '-'), ChartFiles.cell(data, key), chart, CELL_WIDTH, CELL_HEIGHT);
    }
}
