package io.raceboard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.EventDraft;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import io.raceboard.live.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Events as they come out of the store. */
@StoreTest
class PolicyQueriesTest {

    private static final Label NAME = new Label("Name", "名称");

    private final TestStore store;
    private final PolicyQueries queries;

    PolicyQueriesTest(Engine engine) {
        store = engine.emptyStore();
        queries = new PolicyQueries(store.sql());
    }

    @Test
    void anEventComesWholeAndInItsOrder() {
        save(List.of(draft("summit", "2026-09-24", "2026-09-25", List.of("us", "cn"), List.of("b", "a"), List.of("wafers")),
                draft("dutch", "2019", null, List.of("nl"), List.of("a"), List.of())));

        var events = queries.events();

        assertThat(events).extracting(PolicyEvent::slug).containsExactly("dutch", "summit");
        var summit = events.getLast();
        assertThat(summit.starts()).isEqualTo(Period.parse("2026-09-24"));
        assertThat(summit.ends()).isEqualTo(Period.parse("2026-09-25"));
        assertThat(summit.jurisdictions()).containsExactly(Acts.place("us"), Acts.place("cn"));
        assertThat(summit.sources()).extracting(Source::slug).containsExactly("b", "a");
        assertThat(summit.sources().getLast()).isEqualTo(Acts.source("a"));
        assertThat(summit.indicators()).containsExactly("wafers");
        assertThat(summit.title()).isEqualTo(new Label("Title of summit", "summit的标题"));
        assertThat(events.getFirst().ends()).isNull();
        assertThat(events.getFirst().indicators()).isEmpty();
    }

    @Test
    void eventsThatNameTheSameSourceShareIt() {
        save(List.of(draft("one", "2025-01", null, List.of("us"), List.of("a"), List.of()),
                draft("two", "2025-02", null, List.of("us"), List.of("a"), List.of())));

        var events = queries.events();

        assertThat(events.getFirst().sources().getFirst()).isSameAs(events.getLast().sources().getFirst());
        assertThat(events.getFirst().jurisdictions().getFirst()).isSameAs(events.getLast().jurisdictions().getFirst());
    }

    @Test
    void theSharedListIsReadOncePerVersion() {
        save(List.of(draft("one", "2025-01", null, List.of("us"), List.of("a"), List.of("wafers"))));
        var version = new AtomicLong(1);
        var shared = new PolicyEvents(queries,
                () -> new Versions(version.get(), 0, version.get(), Map.of(), Instant.EPOCH, Instant.EPOCH,
                        Acts.TODAY));
        var before = shared.all();
        save(List.of(draft("two", "2025-02", null, List.of("us"), List.of("a"), List.of())));

        assertThat(shared.all()).isSameAs(before);
        version.set(2);
        assertThat(shared.all()).extracting(PolicyEvent::slug).containsExactly("one", "two");
        assertThat(shared.of("wafers")).extracting(PolicyEvent::slug).containsExactly("one");
        assertThat(shared.of("unknown")).isEmpty();
        assertThat(shared.find("two")).isPresent();
    }

    private void save(List<EventDraft> events) {
        var outcome = store.ledger().save(new Batch(
                List.of(new Topic("chips", NAME, NAME, 1)),
                List.of(new Unit("wafers", "count", NAME, NAME)),
                List.of(), List.of(Acts.source("a"), Acts.source("b")),
                List.of(Acts.place("us"), Acts.place("cn"), Acts.place("eu"), Acts.place("nl")),
                List.of(new IndicatorDraft("wafers", "chips", 1, NAME, NAME, "wafers", Cadence.MONTH, 30, Draw.LINE,
                        NAME, null, "free", null, false, List.of(), null)),
                List.of(), List.of(), events), new Act(Act.Kind.EDIT, "Tester", "test", null));
        assertThat(outcome.faults()).isEmpty();
    }

    private static EventDraft draft(String slug, String starts, String ends, List<String> jurisdictions,
            List<String> sources, List<String> indicators) {
        return new EventDraft(slug, starts, ends, jurisdictions, "international", "completed", "neutral",
                new Label("Title of " + slug, slug + "的标题"), new Label("Summary of " + slug, "摘要"), sources, indicators);
    }
}
