package io.raceboard.board;

import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Topic;
import io.raceboard.imports.BundledReport;
import io.raceboard.live.Reading;
import io.raceboard.live.ReadModel;
import io.raceboard.live.Versions;
import io.raceboard.page.Address;
import io.raceboard.page.Page;
import io.raceboard.page.PageKind;
import io.raceboard.page.Rendered;
import io.raceboard.page.Templates;
import io.raceboard.page.Words;
import io.raceboard.policy.PolicyEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that the numbers stand on: how much there is, what did not make it, and every source with its licence. */
@Component
class SourcesPage implements PageKind {

    private static final String PATH = "/sources";
    private static final String TOPIC = "topic";
    private static final String POLICY = "policy";

    private final ReadModel readModel;
    private final Templates templates;
    private final PolicyEvents events;
    private final BundledReport bundled;

    SourcesPage(ReadModel readModel, Templates templates, PolicyEvents events, BundledReport bundled) {
        this.readModel = readModel;
        this.templates = templates;
        this.events = events;
        this.bundled = bundled;
    }

    @Override
    public Optional<Page> find(Address address) {
        return address.path().equals(PATH) ? Optional.of(new Register(address)) : Optional.empty();
    }

    private final class Register implements Page {

        private final Address asked;

        Register(Address asked) {
            this.asked = asked;
        }

        private Optional<Topic> topic() {
            return asked.param(TOPIC).flatMap(slug -> readModel.catalog().topic(slug));
        }

        @Override
        public Address canonical() {
            return address(topic().map(Topic::slug).orElse(null), asked);
        }

        @Override
        public long version(Versions versions) {
            return versions.latest();
        }

        @Override
        public Rendered render() {
            var words = templates.words(asked.lang());
            var rows = rows(topic().map(Topic::slug).orElse(null));
            var params = new LinkedHashMap<String, Object>();
            params.put("words", words);
            params.put("totals", readModel.totals());
            params.put("files", bundled.files());
            params.put("rejected", bundled.rejected());
            params.put("filters", filters(words));
            params.put("rows", rows);
            params.put("notices", notices(words));
            return new Rendered(words.say("board.sources.title"), words.say("board.sources.lead"),
                    templates.render("board/sources.jte", params), null, 200);
        }

        private List<String> notices(Words words) {
            var notices = new ArrayList<>(Notices.unknown(
                    asked.params().keySet().stream().filter(n -> !n.equals(TOPIC)).toList(), words));
            if (asked.param(TOPIC).isPresent() && topic().isEmpty()) {
                notices.add(words.say("board.notice.topic", asked.param(TOPIC).get()));
            }
            return notices;
        }

        private List<Controls.Option> filters(Words words) {
            var chosen = topic();
            var filters = new ArrayList<Controls.Option>();
            filters.add(new Controls.Option(words.say("board.sources.all"), address(null, asked).href(),
                    chosen.isEmpty()));
            readModel.catalog().topics().forEach(t -> filters.add(new Controls.Option(t.title().in(words.lang()),
                    address(t.slug(), asked).href(), chosen.equals(Optional.of(t)))));
            return filters;
        }
    }

    private static Address address(@Nullable String topic, Address asked) {
        return new Address(PATH, topic == null ? Map.of() : Map.of(TOPIC, topic), asked.lang());
    }

    /** The sources of a topic, or all; those of most values first. */
    private List<SourceRow> rows(@Nullable String topic) {
        var values = new HashMap<String, Integer>();
        var acts = new HashMap<String, Integer>();
        if (topic == null) {
            values.putAll(readModel.observationsBySource());
        } else {
            var slugs = readModel.catalog().indicatorsOf(topic).stream().map(Indicator::slug).toList();
            readModel.indicators(slugs).values().stream().flatMap(s -> s.series().stream())
                    .flatMap(s -> s.readings().stream()).map(Reading::source)
                    .forEach(source -> values.merge(source, 1, Integer::sum));
        }
        if (topic == null || topic.equals(POLICY)) {
            events.all().stream().flatMap(e -> e.sources().stream())
                    .forEach(source -> acts.merge(source.slug(), 1, Integer::sum));
        }
        return readModel.catalog().sources().values().stream()
                .filter(s -> topic == null || values.containsKey(s.slug()) || acts.containsKey(s.slug()))
                .map(s -> new SourceRow(s, values.getOrDefault(s.slug(), 0), acts.getOrDefault(s.slug(), 0)))
                .sorted(Comparator.comparingInt((SourceRow r) -> -r.observations())
                        .thenComparingInt(r -> -r.events())
                        .thenComparing(r -> r.source().title()))
                .toList();
    }
}
