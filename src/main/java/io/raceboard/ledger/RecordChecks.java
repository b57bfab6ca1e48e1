package io.raceboard.ledger;

import io.raceboard.catalog.Period;
import io.raceboard.ledger.Fault.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be wrong with catalogue records and events. */
class RecordChecks {

    private static final Set<String> STATES = Shelves.EVENTS.columns().stream()
            .filter(c -> c.name().equals("status")).findFirst().orElseThrow().words();

    private final State state;
    private final Prospect prospect;
    private final Faults faults;

    RecordChecks(State state, Prospect prospect, Faults faults) {
        this.state = state;
        this.prospect = prospect;
        this.faults = faults;
    }

    void check(Batch batch) {
        Shelves.ALL.forEach(shelf -> check(shelf, shelf.drafts().apply(batch), batch));
    }

    @SuppressWarnings("unchecked")
    private <T> void check(Shelf<T> shelf, List<?> drafts, Batch batch) {
        var seen = new HashMap<String, Map<String, @Nullable Object>>();
        for (int index = 0; index < drafts.size(); index++) {
            var body = shelf.body((T) drafts.get(index));
            var key = shelf.key(body);
            var at = faults.at(shelf.kind(), index, key);
            var before = seen.putIfAbsent(key, body);
            if (before != null) {
                if (!before.equals(body)) {
                    at.add(shelf.columns().getFirst().name(), "duplicate-key", key,
                            "%s is given twice with different contents".formatted(key));
                }
                continue;
            }
            checkSeen(shelf, key, body, batch, at);
            if (state.aliases().isOld(shelf.kind(), key)) {
                at.add(shelf.columns().getFirst().name(), "slug-retired", key, "%s was renamed: it is %s now"
                        .formatted(key, state.aliases().now(shelf.kind(), key)));
                continue;
            }
            shelf.columns().forEach(column -> check(column, body.get(column.name()), at));
            switch (shelf.kind()) {
                case UNIT -> checkUnit(key, body, at);
                case SOURCE -> checkSource(body, at);
                case ENTITY -> checkParents(key, at);
                case INDICATOR -> checkIndicator(key, body, at);
                case SERIES -> checkAtLeast(1, "rank", body, at);
                case EVENT -> checkDates(body, at);
                case TOPIC, ESTIMATOR, OBSERVATION -> { }
            }
        }
    }

    private void checkSeen(Shelf<?> shelf, String key, Map<String, @Nullable Object> body, Batch batch, Faults.At at) {
        var seen = batch.seen().get(new RecordKey(shelf.kind(), key));
        var current = state.record(shelf.kind(), key);
        if (seen != null && seen != state.revision(shelf.kind(), key)
                && (current == null || !current.body().equals(body))) {
            at.changedMeanwhile(shelf.columns().getFirst().name(), key, seen, state.revision(shelf.kind(), key));
        }
    }

    private void check(Column<?> column, @Nullable Object value, Faults.At at) {
        if (value == null) {
            if (column.required()) {
                at.missing(column.name());
            }
            return;
        }
        if (!(value instanceof String text)) {
            return;
        }
        Texts.check(column.name(), text, column.write(), at);
        if (column.form() != null && !column.form().fits(text)) {
            at.add(column.name(), column.form().code(), text,
                    "%s \"%s\" must be %s".formatted(column.name(), text, column.form().wanted()));
        }
        if (!column.words().isEmpty() && !column.words().contains(text)) {
            at.add(column.name(), "unknown-word", text, "%s \"%s\" must be one of %s".formatted(column.name(), text,
                    String.join(", ", column.words().stream().sorted().toList())));
        }
        if (column.refersTo() != null) {
            checkReferences(column, column.many() ? List.of(text.split(";", -1)) : List.of(text), at);
        }
    }

    private void checkReferences(Column<?> column, List<String> slugs, Faults.At at) {
        var named = new HashSet<String>();
        for (var slug : slugs) {
            if (!prospect.has(column.refersTo(), slug)) {
                at.unknown(column.name(), column.refersTo(), slug);
            } else if (!named.add(slug)) {
                at.add(column.name(), "named-twice", slug, "%s names %s twice".formatted(column.name(), slug));
            }
        }
    }

    private void checkUnit(String code, Map<String, @Nullable Object> body, Faults.At at) {
        var stored = state.record(Kind.UNIT, code);
        if (stored != null && !stored.body().get("dimension").equals(body.get("dimension"))) {
            state.indicatorsWithValues().stream()
                    .filter(i -> code.equals(state.record(Kind.INDICATOR, i).body().get("unit"))).sorted().findFirst()
                    .ifPresent(user -> at.add("dimension", "unit-fixed", body.get("dimension"),
                            "%s stays a unit of %s: %s has values in it".formatted(code,
                                    stored.body().get("dimension"), user)));
        }
    }

    private void checkIndicator(String slug, Map<String, @Nullable Object> body, Faults.At at) {
        checkAtLeast(0, "lag_days", body, at);
        var stored = state.record(Kind.INDICATOR, slug);
        if (stored != null && !stored.body().get("unit").equals(body.get("unit"))
                && state.indicatorsWithValues().contains(slug)) {
            at.add("unit", "unit-fixed", body.get("unit"), "the unit of %s stays %s: it has values; add another indicator"
                    .formatted(slug, stored.body().get("unit")));
        }
    }

    private void checkSource(Map<String, @Nullable Object> body, Faults.At at) {
        if (Boolean.TRUE.equals(body.get("share_alike")) && !"share-alike".equals(body.get("licence_kind"))) {
            at.add("share_alike", "not-share-alike", "true",
                    "share_alike is only true for licences of kind share-alike");
        }
    }

    private void checkParents(String slug, Faults.At at) {
        Set<String> line = new HashSet<>();
        var next = slug;
        while (next != null && line.add(next)) {
            next = prospect.text(Kind.ENTITY, next, "parent").orElse(null);
        }
        if (slug.equals(next)) {
            var parent = prospect.text(Kind.ENTITY, slug, "parent").orElse(slug);
            at.add("parent", "own-parent", parent, "%s would be above itself through %s".formatted(slug, parent));
        }
    }

    private void checkDates(Map<String, @Nullable Object> body, Faults.At at) {
        var starts = Texts.period(body.get("date"));
        var ends = Texts.period(body.get("end_date"));
        starts.ifPresent(p -> Texts.checkYears("date", p, at));
        ends.ifPresent(p -> Texts.checkYears("end_date", p, at));
        if (starts.isPresent() && ends.isPresent() && ends.map(Period::end).get().isBefore(starts.get().start())) {
            at.add("end_date", "end-before-start", ends.get(), "end_date %s must not be before date %s"
                    .formatted(ends.get(), starts.get()));
        }
        checkHistory(body, at);
    }

    private void checkHistory(Map<String, @Nullable Object> body, Faults.At at) {
        var steps = EventStep.split((String) body.get("history"));
        Period before = null;
        for (var step : steps) {
            var since = Texts.period(step.since());
            if (!STATES.contains(step.status())) {
                at.add("history", "unknown-word", step.status(), "history \"%s\" must be one of %s".formatted(
                        step.status(), String.join(", ", STATES.stream().sorted().toList())));
            } else if (since.isEmpty()) {
                at.add("history", Form.PERIOD.code(), step.since(), "history \"%s\" must be %s".formatted(
                        step.since(), Form.PERIOD.wanted()));
            } else {
                Texts.checkYears("history", since.get(), at);
                if (before != null && since.get().end().isBefore(before.start())) {
                    at.add("history", "not-in-order", step.since(), "history: %s cannot begin in %s, before %s"
                            .formatted(step.status(), step.since(), before));
                }
                before = since.get();
            }
        }
        if (!steps.isEmpty() && STATES.contains(steps.getLast().status())
                && !steps.getLast().status().equals(body.get("status"))) {
            at.add("history", "status-not-last", steps.getLast().status(),
                    "the last step of the history is %s, but status is %s".formatted(steps.getLast().status(),
                            body.get("status")));
        }
    }

    private static void checkAtLeast(int least, String field, Map<String, @Nullable Object> body, Faults.At at) {
        if (body.get(field) instanceof Integer number && number < least) {
            at.add(field, "too-small", number, "%s %d must be at least %d".formatted(field, number, least));
        }
    }
}
