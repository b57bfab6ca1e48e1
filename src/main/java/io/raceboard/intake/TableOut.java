package io.raceboard.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table that is written to be downloaded, row by row. */
interface TableOut extends Closeable {

    void row(List<String> cells) throws IOException;

    static TableOut of(FileKind kind, OutputStream out) throws IOException {
        return kind == FileKind.XLSX ? new XlsxOut(out) : csv(out);
    }

    /** Texts just as they are, for programs; the byte order mark tells spreadsheets that it is UTF-8. */
    private static TableOut csv(OutputStream out) throws IOException {
        var letters = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        letters.write('\uFEFF');
        var csv = CsvWriter.builder().build(letters);
        return new TableOut() {

            @Override
            public void row(List<String> cells) {
                csv.writeRecord(cells);
            }

            @Override
            public void close() throws IOException {
                csv.close();
            }
        };
    }

    /**
     * The text as a spreadsheet may hold it: what would be taken for a formula gets an apostrophe before it, which our
     * own import takes away again.
     */
    static String neutral(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
