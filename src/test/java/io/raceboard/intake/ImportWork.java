package io.raceboard.intake;

import io.raceboard.ledger.Act;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.Outcome;
import io.raceboard.ledger.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the desk does with a file, without a screen: for measuring and for killing it in the middle. */
public final class ImportWork {

    private static final Act ACT = new Act(Act.Kind.IMPORT, "Bench", "bench", "to measure");

    private final TestStore store;
    private final Examiner examiner;
    private final Path file;
    private final Path folder;
    private final Reading reading;
    private final Mapping mapping;

    /** @param file to take in, with columns named like those of the template */
    public ImportWork(TestStore store, Path file) throws Exception {
        this.store = store;
        this.file = file;
        folder = Files.createTempDirectory("raceboard-import");
        examiner = new Examiner(store.ledger(), new NamesQueries(store.sql()));
        reading = Reading.guess(file);
        mapping = Mapping.guess(reading.sample(file).header());
    }

    /** Writes such a file, as a spreadsheet or as text by its name; rows in the order of the template's columns. */
    public static void write(Path file, Stream<List<String>> rows) throws IOException {
        var kind = file.toString().endsWith(".xlsx") ? FileKind.XLSX : FileKind.CSV;
        try (var out = TableOut.of(kind, Files.newOutputStream(file))) {
            out.row(Template.FIELDS.stream().map(Field::code).toList());
            for (var row : (Iterable<List<String>>) rows::iterator) {
                out.row(row);
            }
        }
    }

    /** How many rows would change the store. */
    public int preview() throws Exception {
        try (var preview = examine()) {
            if (!preview.isClean()) {
                throw new IllegalStateException(preview.faults().page(0, 1, java.util.Optional.empty()).toString());
            }
            return preview.toWrite();
        }
    }

    /** Previews the file again and takes it in; between the two nothing is kept but what the desk keeps. */
    public Taking taking() throws Exception {
        return new Taking(examine());
    }

    private Preview examine() throws Exception {
        return examiner.preview(file, reading, mapping, folder, new Progress());
    }

    /** A file that was previewed. */
    public final class Taking {

        private final Preview preview;

        private Taking(Preview preview) {
            this.preview = preview;
        }

        public Outcome commit() throws Exception {
            return commit(store.ledger());
        }

        /** @param ledger one of the same store */
        Outcome commit(Ledger ledger) throws Exception {
            try (preview) {
                return ledger.save(examiner.batch(file, reading, mapping, preview, new Progress()), ACT);
            }
        }
    }
}
