package io.raceboard.backup;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.SOURCE;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.event;
import static io.raceboard.ledger.Sample.share;
import static io.raceboard.ledger.Sample.solar;
import static io.raceboard.ledger.Sample.value;
import static io.raceboard.ledger.Sample.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Source;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.Outcome;
import io.raceboard.ledger.RecordKey;
import io.raceboard.ledger.Sample;
import java.util.List;

/** A little of everything that can happen to a store. */
final class Lively {

    private Lively() {
    }

    static void fill(Ledger ledger) {
        saved(ledger.save(catalogue(), ACT));
        saved(ledger.save(Batch.of(solar("2024", "277.17"), solar("2025", "315.070"), share("2025", "24.5")), ACT));
        saved(ledger.save(Batch.of(solar("2025", "316"),
                value("solar", "2023", "217", "210.5", "220", "estimate", "nea-2025")), ACT));
        saved(ledger.save(Batch.of(withdrawn("2024")), ACT));
        saved(ledger.save(Batch.of(new Source("copy", "Copy, \"quoted\"\nof 2 lines", "NEA", null, null, "free",
                "facts", false, false, "=1+1")), ACT));
        saved(ledger.save(Batch.of(value("solar", "2022", "87", null, null, "actual", "copy")).and(Batch.of(
                event("e", "2025-02", null, List.of("cn"), List.of("copy", "nea-2025")))), ACT));
        saved(ledger.rename(new RecordKey(Kind.ENTITY, "cn"), 1, "china", ACT));
        saved(ledger.mergeSources("copy", "nea-2025", 1, ACT));
        saved(ledger.rename(new RecordKey(Kind.INDICATOR, "solar"), 1, "sun", ACT));
        saved(ledger.rename(new RecordKey(Kind.ENTITY, "china"), 2, "cn", ACT));
        saved(ledger.rename(new RecordKey(Kind.TOPIC, "power"), 1, "energy", ACT));
        saved(ledger.rename(new RecordKey(Kind.ESTIMATOR, "nea"), 1, "administration", ACT));
        saved(ledger.rename(new RecordKey(Kind.SOURCE, SOURCE.slug()), 1, "yearbook", ACT));
        saved(ledger.rename(new RecordKey(Kind.EVENT, "e"), 2, "the-plan", ACT));
        saved(ledger.save(Batch.of(Sample.indicator("solar-share", "percent", 45)), ACT));
        saved(ledger.save(Batch.of(solar("2021", "54.9")), ACT));
    }

    static void saved(Outcome outcome) {
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.changeId()).isPresent();
    }
}
