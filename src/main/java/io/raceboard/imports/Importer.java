package io.raceboard.imports;

import io.raceboard.ledger.Act;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.Outcome;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Takes files in the data set's form to the ledger: all of their rows, or none. */
@Service
public class Importer {

    /**
     * What became of files. Nothing was saved if there are faults.
     *
     * @param changeId the change that was written; empty where everything was in the store already
     */
    public record Result(OptionalLong changeId, int added, int changed, int unchanged, List<FileFault> faults) {

        public Result {
            faults = List.copyOf(faults);
        }
    }

    private final Ledger ledger;

    Importer(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What would be wrong with the files; nothing is saved.
     *
     * @return every fault, by file and row
     */
    public List<FileFault> check(List<DataFile> files) {
        var tidy = new TidyFiles(files);
        return tidy.faults(ledger.check(tidy.batch()));
    }

    /**
     * Saves the files as one change, or nothing of them if there is any fault.
     *
     * @param files may refer to each other, and to what is in the store, by slug
     * @param act who imports them, and why
     */
    public Result save(List<DataFile> files, Act act) {
        var tidy = new TidyFiles(files);
        if (!tidy.isReadable()) {
            return new Result(OptionalLong.empty(), 0, 0, 0, tidy.faults(ledger.check(tidy.batch())));
        }
        Outcome outcome = ledger.save(tidy.batch(), act);
        return new Result(outcome.changeId(), outcome.added(), outcome.changed(), outcome.unchanged(),
                tidy.faults(outcome.faults()));
    }
}
