package io.raceboard.backup;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.raceboard.ledger.Bodies;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.Records;
import io.raceboard.ledger.Replay;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything as text in one ZIP: the data as they stand as CSV files, in the form of a data set, from which an empty
 * store becomes the same board; and every change ever saved as JSON, in the form of the journal.
 */
@Service
class Export {

    private static final Map<Kind, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put(Kind.TOPIC, "topics.csv");
        FILES.put(Kind.UNIT, "units.csv");
        FILES.put(Kind.ESTIMATOR, "estimators.csv");
        FILES.put(Kind.SOURCE, "sources.csv");
        FILES.put(Kind.ENTITY, "entities.csv");
        FILES.put(Kind.INDICATOR, "indicators.csv");
        FILES.put(Kind.SERIES, "series.csv");
        FILES.put(Kind.EVENT, "events.csv");
    }

    private static final String README = """
            Everything that a Raceboard holds.

            dataset/*.csv      the data as they stand. Start Raceboard on an empty store with
                               raceboard.dataset=file:/path/to/this.zip and it shows the same board.
            changes.jsonl      every change that was ever saved, one line of JSON each, with all earlier values and
                               withdrawn ones: the form of the journal. Put it into an empty folder data/journal as
                               2000-01-01.jsonl and run `make rebuild` for a store with all of its history.

            Accounts, drafts and the log of the desk are not in here; backups hold them.
            """;

    private final Ledger ledger;
    private final Records records;
    private final Replay replay;
    private final ExportQueries values;
    private final JsonMapper json;

    Export(Ledger ledger, Records records, Replay replay, ExportQueries values, JsonMapper json) {
        this.ledger = ledger;
        this.records = records;
        this.replay = replay;
        this.values = values;
        this.json = json;
    }

    /** Writes it to a file first, so that saves wait for the store and not for whoever downloads. */
    void write(OutputStream out) throws IOException {
        var file = Files.createTempFile("raceboard-export", ".zip");
        try {
            ledger.whileNobodySaves(() -> make(file));
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Path make(Path file) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("README.txt"));
            zip.write(README.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            for (var entry : FILES.entrySet()) {
                writeRecords(zip, entry.getKey(), "dataset/" + entry.getValue());
            }
            writeValues(zip);
            writeChanges(zip);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void writeRecords(ZipOutputStream zip, Kind kind, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var csv = csv(zip);
        var columns = Bodies.columns(kind);
        csv.writeRecord(columns);
        for (var body : records.all(kind)) {
            csv.writeRecord(columns.stream().map(c -> body.get(c) == null ? "" : body.get(c).toString()).toList());
        }
        csv.flush();
        zip.closeEntry();
    }

    private void writeValues(ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("dataset/observations.csv"));
        var csv = csv(zip);
        csv.writeRecord(ExportQueries.COLUMNS);
        values.values(csv::writeRecord);
        csv.flush();
        zip.closeEntry();
    }

    private void writeChanges(ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("changes.jsonl"));
        var lines = new JournalLines(json);
        for (long change : replay.after(0)) {
            lines.write(replay.read(change).orElseThrow(), zip);
        }
        zip.closeEntry();
    }

    private static CsvWriter csv(OutputStream out) {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        return CsvWriter.builder().build(writer);
    }
}
