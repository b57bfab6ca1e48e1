package io.raceboard.entry;

import io.raceboard.ledger.Fault;
import io.raceboard.page.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.context.NoSuchMessageException;

/** Says the ledger's faults and surprises in a person's language. */
final class Faulty {

    private Faulty() {
    }

    static String say(Fault fault, Words words) {
        try {
            return words.say("entry.ledger." + fault.code(), fault.value() == null ? "" : fault.value());
        } catch (NoSuchMessageException onlyInEnglish) {
            return fault.sentence();
        }
    }

    static List<String> say(List<Fault> faults, Words words) {
        return faults.stream().map(fault -> say(fault, words)).distinct().toList();
    }

    static boolean isClash(Fault fault) {
        return fault.code().equals("changed-meanwhile");
    }

    /** The column that the fault is about; empty for the period and other parts of a value's name. */
    static Optional<Column> column(Fault fault) {
        return fault.kind() == Fault.Kind.OBSERVATION ? Column.headed(fault.field()) : Optional.empty();
    }
}
