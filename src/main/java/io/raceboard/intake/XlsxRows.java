package io.raceboard.intake;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet, read as a stream. */
class XlsxRows implements SheetRows {

    private final XlsxBook book;
    private final XlsxParts.Part part;
    private final StringBuilder text = new StringBuilder();
    private final String[] cells = new String[Limits.COLUMNS];
    private @Nullable Map<Integer, String> problems;
    private int number;
    private int scanned;

    XlsxRows(XlsxBook book, XlsxParts.Part part) {
        this.book = book;
        this.part = part;
    }

    @Override
    public @Nullable SheetRow next() throws FileProblem {
        while (part.next()) {
            if (part.starts("row")) {
                var row = row();
                if (!row.isBlank()) {
                    return row;
                }
            } else if (part.ends("sheetData")) {
                return null;
            }
        }
        return null;
    }

    private SheetRow row() throws FileProblem {
        if (++scanned > Limits.SCANNED_ROWS) {
            throw new FileProblem("too-many-rows", Limits.ROWS);
        }
        var written = part.attribute("r");
        number = written.matches("\\d{1,8}") ? Integer.parseInt(written) : number + 1;
        problems = null;
        Arrays.fill(cells, "");
        int width = 0;
        int column = 0;
        while (part.next() && !part.ends("row")) {
            if (part.starts("c")) {
                column = column(part.attribute("r"), column);
                cell(column);
                width = column < cells.length && !cells[column].isEmpty() ? Math.max(width, column + 1) : width;
                column++;
            }
        }
        return new SheetRow(number, List.of(Arrays.copyOf(cells, width)), problems == null ? Map.of() : problems,
                true);
    }

    private void cell(int column) throws FileProblem {
        var type = part.attribute("t");
        var style = part.attribute("s");
        boolean formula = false;
        boolean valued = false;
        text.setLength(0);
        while (part.next() && !part.ends("c")) {
            if (part.starts("f")) {
                formula = true;
                part.text(new StringBuilder());
            } else if (part.starts("v") || part.starts("t")) {
                valued = true;
                part.text(text);
            } else if (part.starts("rPh")) {
                part.text(new StringBuilder());
            }
        }
        if (!valued && !formula) {
            return;
        }
        if (column >= cells.length) {
            if (text.toString().isBlank()) {
                return;
            }
            throw new FileProblem("too-many-columns", Limits.COLUMNS);
        }
        if (!valued) {
            problem(column, "formula-without-value");
            return;
        }
        cells[column] = value(column, type, style);
        if (cells[column].length() > Limits.CELL) {
            cells[column] = cells[column].substring(0, Limits.CELL);
            problem(column, "cell-too-long");
        }
    }

    private String value(int column, String type, String style) {
        var raw = text.toString();
        return switch (type) {
            case "s" -> shared(column, raw);
            case "inlineStr", "str" -> XlsxBook.unescape(raw);
            case "b" -> raw.strip().equals("1") ? "true" : "false";
            case "e" -> {
                problem(column, "spreadsheet-error");
                yield raw;
            }
            case "", "n" -> {
                int format = style.matches("\\d{1,6}") ? Integer.parseInt(style) : -1;
                var shown = XlsxNumber.text(raw, book.shape(format), book.since1904());
                if (shown == null) {
                    problem(column, "no-such-date");
                    yield raw;
                }
                yield shown;
            }
            default -> raw;
        };
    }

    private String shared(int column, String raw) {
        int index = raw.matches("\\d{1,9}") ? Integer.parseInt(raw) : -1;
        if (index < 0 || index >= book.texts()) {
            problem(column, "broken-cell");
            return raw;
        }
        return book.text(index);
    }

    private void problem(int column, String code) {
        if (problems == null) {
            problems = new HashMap<>();
        }
        problems.put(column, code);
    }

    /** Of a name such as AB12; the next one where there is no name. */
    private static int column(String name, int next) {
        int column = 0;
        for (int i = 0; i < name.length() && Character.isLetter(name.charAt(i)); i++) {
            column = Math.min(100_000, column * 26 + Character.toUpperCase(name.charAt(i)) - 'A' + 1);
        }
        return column == 0 ? next : column - 1;
    }

    @Override
    public double read() {
        return part.read();
    }

    @Override
    public void close() throws IOException {
        part.close();
        book.close();
    }
}
