package io.raceboard.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds out what stands between the columns of a text file. */
final class Delimiters {

    static final List<Character> ALL = List.of(',', ';', '\t', '|');

    private static final int ROWS = 30;

    private Delimiters() {
    }

    /** The one that splits the first rows into the most columns, as many in each. */
    static char detect(Path file, TextEncoding encoding) throws IOException {
        char best = ',';
        double most = 0;
        for (char delimiter : ALL) {
            double score = score(file, encoding, delimiter);
            if (score > most) {
                best = delimiter;
                most = score;
            }
        }
        return best;
    }

    private static double score(Path file, TextEncoding encoding, char delimiter) throws IOException {
        int width = 0;
        int rows = 0;
        int alike = 0;
        try (var reader = new CsvRows(file, encoding, delimiter)) {
            for (var row = reader.next(); row != null && rows < ROWS; row = reader.next()) {
                width = rows++ == 0 ? row.cells().size() : width;
                alike += row.cells().size() == width ? 1 : 0;
            }
        } catch (FileProblem unreadable) {
            // What could be read counts.
        }
        return rows == 0 || width < 2 ? 0 : width * (double) alike / rows;
    }
}
