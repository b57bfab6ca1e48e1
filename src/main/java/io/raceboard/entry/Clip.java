package io.raceboard.entry;

import java.util.ArrayList;
import java.util.List;

/** A block of cells copied from a spreadsheet: tabs between columns, quotes around cells with tabs or line ends. */
final class Clip {

    private Clip() {
    }

    /** Lines of cells; empty lines at the end are left out. */
    static List<List<String>> read(String text) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty() && closes(text, i)) {
                quoted = true;
            } else if (c == '\t') {
                line.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                line.add(cell.toString().strip());
                cell.setLength(0);
                lines.add(List.copyOf(line));
                line.clear();
            } else {
                cell.append(c);
            }
        }
        line.add(cell.toString().strip());
        lines.add(List.copyOf(line));
        while (!lines.isEmpty() && lines.getLast().stream().allMatch(String::isBlank)) {
            lines.removeLast();
        }
        return lines;
    }

    /** Whether the quote that opens at {@code from} is closed before a tab, a line end or the end of the text. */
    private static boolean closes(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                    continue;
                }
                return i + 1 == text.length() || "\t\r\n".indexOf(text.charAt(i + 1)) >= 0;
            }
        }
        return false;
    }
}
