package io.raceboard.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read. Found out by looking at it, and changed by the person who knows better.
 *
 * @param encoding of a text file
 * @param delimiter of a text file
 * @param sheet of a spreadsheet, from 0
 * @param comma whether numbers are written 1.234,5 instead of 1,234.5
 */
record Reading(FileKind kind, TextEncoding encoding, char delimiter, int sheet, boolean comma) {

    private static final int SAMPLE = 5;

    /**
     * The head of a file.
     *
     * @param header names of the columns
     * @param rows the first rows below it
     * @param sheets names of the sheets; empty for a text file
     */
    record Sample(List<String> header, List<SheetRow> rows, List<String> sheets) {
    }

    static Reading guess(Path file) throws IOException, FileProblem {
        var kind = FileKind.of(file);
        if (kind == FileKind.XLSX) {
            return new Reading(kind, TextEncoding.UTF_8, ',', 0, false);
        }
        var encoding = TextEncoding.detect(file);
        char delimiter = Delimiters.detect(file, encoding);
        return new Reading(kind, encoding, delimiter, 0, delimiter == ';');
    }

    Reading with(TextEncoding other) {
        return new Reading(kind, other, delimiter, sheet, comma);
    }

    Reading with(char other) {
        return new Reading(kind, encoding, other, sheet, comma);
    }

    Reading withSheet(int other) {
        return new Reading(kind, encoding, delimiter, other, comma);
    }

    Reading withComma(boolean other) {
        return new Reading(kind, encoding, delimiter, sheet, other);
    }

    SheetRows open(Path file) throws IOException, FileProblem {
        if (kind == FileKind.CSV) {
            return new CsvRows(file, encoding, delimiter);
        }
        var book = new XlsxBook(file);
        try {
            return book.rows(sheet);
        } catch (IOException | FileProblem | RuntimeException broken) {
            book.close();
            throw broken;
        }
    }

    Sample sample(Path file) throws IOException, FileProblem {
        List<String> sheets = List.of();
        if (kind == FileKind.XLSX) {
            try (var book = new XlsxBook(file)) {
                sheets = book.sheets();
            }
        }
        try (var rows = open(file)) {
            var header = header(rows.next());
            var first = new ArrayList<SheetRow>();
            for (var row = rows.next(); row != null; row = rows.next()) {
                first.add(row);
                if (first.size() == SAMPLE) {
                    break;
                }
            }
            return new Sample(header, first, sheets);
        }
    }

    static List<String> header(@Nullable SheetRow row) throws FileProblem {
        if (row == null) {
            throw new FileProblem("empty");
        }
        if (row.cells().size() >= Limits.COLUMNS) {
            throw new FileProblem("too-many-columns", Limits.COLUMNS);
        }
        return row.cells().stream().map(String::strip).toList();
    }
}
