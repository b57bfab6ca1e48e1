package io.raceboard.wall;

import io.raceboard.board.ChangeLine;
import io.raceboard.board.Exhibit;
import io.raceboard.board.Exhibits;
import io.raceboard.live.ReadModel;
import io.raceboard.page.Words;
import io.raceboard.policy.PolicyPanels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fills slides with what the store says now. A slide that cannot be filled says so, and its wall goes on. */
@Component
class Showings {

    private static final Logger LOG = LoggerFactory.getLogger(Showings.class);
    private static final int MOST_CHANGES = 6;
    private static final int VALUES_OF_A_CHANGE = 2;
    private static final int MOST_ACTS = 6;

    private final Exhibits exhibits;
    private final PolicyPanels policy;
    private final ReadModel readModel;

    Showings(Exhibits exhibits, PolicyPanels policy, ReadModel readModel) {
        this.exhibits = exhibits;
        this.policy = policy;
        this.readModel = readModel;
    }

    List<Showing> of(Wall wall, Words words) {
        var showings = new ArrayList<Showing>();
        for (int place = 0; place < wall.slides().size(); place++) {
            showings.add(of("s" + (place + 1), wall.slides().get(place), words));
        }
        return List.copyOf(showings);
    }

    private Showing of(String id, Slide slide, Words words) {
        try {
            return switch (slide.kind()) {
                case HEADLINE, CHART, RANKING -> exhibit(id, slide, words);
                case OVERVIEW -> overview(id, slide, words);
                case TIMELINE -> timeline(id, slide, words);
                case CHANGES -> changes(id, slide, words);
                case NOTE -> new Showing(id, slide, title(slide, ""), null, null, List.of(), null, null, List.of(),
                        null);
            };
        } catch (RuntimeException broken) {
            LOG.error("Slide {} ({} of {}) could not be made; the wall goes on without it", id, slide.kind().code(),
                    slide.address(), broken);
            return Showing.fault(id, slide, title(slide, ""), words.say("wall.fault.broken"));
        }
    }

    private Showing exhibit(String id, Slide slide, Words words) {
        var address = slide.page(words.lang());
        var found = exhibits.at(address, words).filter(e -> !isEmpty(e, slide));
        if (found.isEmpty()) {
            var why = exhibits.knows(address) ? "wall.fault.empty" : "wall.fault.unknown";
            return Showing.fault(id, slide, title(slide, ""), words.say(why, address.path()));
        }
        var exhibit = found.get();
        return new Showing(id, slide, title(slide, exhibit.title()), null, exhibit, List.of(), null, null, List.of(),
                exhibit.changedAt());
    }

    private static boolean isEmpty(Exhibit exhibit, Slide slide) {
        return switch (slide.kind()) {
            case RANKING -> exhibit.ranking().isEmpty();
            case CHART -> exhibit.chart() == null;
            default -> exhibit.figures().isEmpty() && exhibit.chart() == null;
        };
    }

    private Showing overview(String id, Slide slide, Words words) {
        var topics = exhibits.topics(words);
        var changed = Stream.concat(topics.stream().map(Exhibit::changedAt), Stream.of(eventsAt()))
                .max(Comparator.naturalOrder()).orElseThrow();
        return new Showing(id, slide, title(slide, words.say("wall.overview")), null, null, topics,
                policy.panel(words), null, List.of(), changed);
    }

    private Showing timeline(String id, Slide slide, Words words) {
        return new Showing(id, slide, title(slide, words.say("wall.timeline")), null, null, List.of(), null,
                policy.brief(MOST_ACTS, words), List.of(), eventsAt());
    }

    /** When what is shown of policy was changed last; a change of values is none of it. */
    private Instant eventsAt() {
        return readModel.versions().eventsAt();
    }

    private Showing changes(String id, Slide slide, Words words) {
        var changes = exhibits.changes(MOST_CHANGES, VALUES_OF_A_CHANGE, words);
        return new Showing(id, slide, title(slide, words.say("wall.changes")), null, null, List.of(), null, null,
                changes, at(changes));
    }

    private static Instant at(List<ChangeLine> changes) {
        return changes.isEmpty() ? Instant.EPOCH : Instant.parse(changes.getFirst().at());
    }

    private static String title(Slide slide, String own) {
        var given = slide.title();
        return given == null || given.isBlank() ? own : given;
    }
}
