package io.raceboard.review;

import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.ledger.TestStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/** A small store with people of every role, and the services that they work through. */
final class Office {

    static final Person VIEWER = person(1, "Vi", Role.VIEWER, false);
    static final Person EDITOR = person(2, "Ed", Role.EDITOR, false);
    static final Person PUBLISHER = person(3, "Pia", Role.EDITOR, true);
    static final Person REVIEWER = person(4, "Rae", Role.REVIEWER, true);
    static final Person ADMIN = person(5, "Ada", Role.ADMIN, true);

    final TestStore store;
    final Ledger ledger;
    final Rules rules;
    final ReviewQueries queries;
    final Submissions submissions;
    final Proposals proposals;
    final FormDrafts typed;
    final List<Object> told = new ArrayList<>();
    final List<String> log = new ArrayList<>();

    Office(Engine engine) {
        store = engine.emptyStore();
        ledger = store.ledger();
        var clock = Clock.fixed(TestStore.NOW, ZoneOffset.UTC);
        var drafts = new Drafts(JsonMapper.builder().build());
        var items = new ProposalStore(sql(), drafts, clock);
        var written = new Written(log);
        rules = new Rules(new RuleStore(sql(), clock), written, store.transactions());
        queries = new ReviewQueries(sql(), drafts, JsonMapper.builder().build());
        submissions = new Submissions(ledger, rules, queries, items, drafts, written, told::add,
                store.transactions());
        proposals = new Proposals(queries, items, rules, submissions, ledger, written, told::add,
                store.transactions());
        typed = new FormDrafts(new FormDraftStore(sql()), clock, Duration.ofDays(30));
        ledger.save(catalogue(), new Act(Act.Kind.BUNDLED, "test", "catalogue", null));
        ledger.save(Batch.of(solar("2024", "277"), solar("2025", "315")), new Act(Act.Kind.EDIT, "Ada", "desk", null));
    }

    private record Written(List<String> lines) implements ReviewLog {

        @Override
        public void proposal(Person who, long id, String deed) {
            lines.add(who.name() + " " + deed);
        }

        @Override
        public void rule(Person who, String topic, FourEyes before, FourEyes after) {
            lines.add("%s %s %s>%s".formatted(who.name(), topic, before.code(), after.code()));
        }
    }

    DSLContext sql() {
        return store.sql();
    }

    /** What the board says of solar in this period, in digits. */
    String onBoard(String period) {
        return queries.differences(List.of(new ProposalItem(0, io.raceboard.ledger.Fault.Kind.OBSERVATION, "", "*", null,
                        -1, solar(period, "-1"), ProposalItem.State.OPEN, null))).getFirst().parts().stream()
                .filter(p -> p.name().equals("value")).findFirst()
                .map(p -> p.now() instanceof BigDecimal n ? n.stripTrailingZeros().toPlainString() : "")
                .orElse("");
    }

    static Person person(long id, String name, Role role, boolean mayPublish) {
        return new Person(id, name.toLowerCase(), name, role, mayPublish, Lang.EN);
    }

    static ObservationDraft solar(String period, String amount) {
        return value("solar", period, amount, "nea-2025");
    }

    static ObservationDraft value(String indicator, String period, String amount, String source) {
        return new ObservationDraft(indicator, "cn", "nea", period, new BigDecimal(amount), null, null, "actual",
                false, false, source, null, null);
    }

    static Source source(String slug, String title) {
        return new Source(slug, title, "NEA", "https://example.org/" + slug, "2026-01-21", "may be quoted", "facts",
                false, false, null);
    }

    static Batch of(Source... sources) {
        return new Batch(List.of(), List.of(), List.of(), List.of(sources), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    static Batch of(List<Source> sources, ObservationDraft... values) {
        return new Batch(List.of(), List.of(), List.of(), sources, List.of(), List.of(), List.of(), List.of(values),
                List.of());
    }

    private static Batch catalogue() {
        return new Batch(
                List.of(new Topic("power", label("Power"), label("Who builds it?"), 1),
                        new Topic("chips", label("Chips"), label("Who has them?"), 2)),
                List.of(new Unit("GW", "power", label("gigawatts"), label("GW"))),
                List.of(new Estimator("nea", label("NEA"))),
                List.of(source("nea-2025", "Statistics of 2025")),
                List.of(new Entity("cn", Entity.Kind.COUNTRY, null, label("China"), label("China"), "#D55E00",
                        Entity.Dash.SOLID, Entity.Marker.SQUARE)),
                List.of(indicator("solar", "power"), indicator("compute", "chips")),
                List.of(new SeriesDraft("solar", "cn", "nea", 1, null),
                        new SeriesDraft("compute", "cn", "nea", 1, null)),
                List.of(), List.of());
    }

    static IndicatorDraft indicator(String slug, String topic) {
        return new IndicatorDraft(slug, topic, 1, label("Added"), label("per year"), "GW", Cadence.YEAR, 30,
                Draw.COLUMNS, label("Counted."), null, "quote", null, false, List.of("cn"), null);
    }

    static Label label(String text) {
        return new Label(text, text + " 中文");
    }
}
