package io.raceboard.records;

import io.raceboard.ledger.Fault;
import io.raceboard.page.Words;

/** What is wrong with a record, in a person's language. */
final class Sentences {

    private Sentences() {
    }

    static String of(Fault fault, Words words) {
        var part = Cells.or(words, "review.part." + fault.field().replace('_', '-'), fault.field());
        var code = fault.code().startsWith("unknown-") && !fault.code().equals("unknown-word") ? "unknown-record"
                : fault.code();
        return Cells.or(words, "records.fault." + code, fault.sentence(), part,
                fault.value() == null ? "" : fault.value(), fault.key());
    }
}
