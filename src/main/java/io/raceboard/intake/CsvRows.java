package io.raceboard.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Rows of a text file with commas, semicolons or tabs between its columns. */
class CsvRows implements SheetRows {

    private final long size;
    private final CountedInput input;
    private final LastLetter letters;
    private final CsvReader<SheetRow> reader;
    private final Iterator<SheetRow> records;
    private final CsvCells cells = new CsvCells();
    private int scanned;

    CsvRows(Path file, TextEncoding encoding, char delimiter) throws IOException {
        size = Math.max(1, Files.size(file));
        input = new CountedInput(Files.newInputStream(file));
        letters = new LastLetter(encoding.reader(new BufferedInputStream(input, 1 << 16)));
        reader = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(false).allowExtraFields(true)
                .allowMissingFields(true).build(cells, letters);
        records = reader.iterator();
    }

    @Override
    public @Nullable SheetRow next() throws IOException, FileProblem {
        try {
            while (records.hasNext()) {
                var row = records.next();
                if (++scanned > Limits.SCANNED_ROWS) {
                    throw new FileProblem("too-many-rows", Limits.ROWS);
                }
                if (cells.endedInQuotes() && !records.hasNext() && letters.last != '"') {
                    throw new FileProblem("quote-left-open", row.number());
                }
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException broken) {
            throw new FileProblem("bad-quotes", scanned + 1);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    @Override
    public double read() {
        return Math.min(1, (double) input.count() / size);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Remembers the last letter that is no line end. */
    private static final class LastLetter extends FilterReader {

        private char last;

        LastLetter(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] letters, int from, int length) throws IOException {
            int read = super.read(letters, from, length);
            for (int i = from + read - 1; i >= from; i--) {
                if (letters[i] != '\n' && letters[i] != '\r') {
                    last = letters[i];
                    break;
                }
            }
            return read;
        }
    }
}
