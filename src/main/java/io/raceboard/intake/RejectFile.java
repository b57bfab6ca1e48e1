package io.raceboard.intake;

import io.raceboard.page.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The refused rows just as they were, with what is wrong with each behind them: to be corrected and imported again. */
final class RejectFile {

    private RejectFile() {
    }

    static void write(Path file, Reading reading, Preview preview, FileKind kind, Words words, OutputStream to)
            throws IOException, FileProblem {
        var sentences = new Sentences(words);
        try (var rows = reading.open(file); var out = TableOut.of(kind, to)) {
            var header = new ArrayList<>(Reading.header(rows.next()));
            int width = header.size();
            // A reject file that was refused again keeps its columns once.
            var old = List.of(Reject.ROW, Reject.COLUMNS, Reject.VALUES, Reject.PROBLEMS);
            var kept = new ArrayList<Integer>();
            for (int i = 0; i < width; i++) {
                if (!old.contains(header.get(i))) {
                    kept.add(i);
                }
            }
            var head = new ArrayList<String>();
            kept.forEach(i -> head.add(header.get(i)));
            head.addAll(old);
            out.row(head);
            var refused = preview.refusedRows().iterator();
            int next = refused.hasNext() ? refused.nextInt() : -1;
            for (var row = rows.next(); row != null && next >= 0; row = rows.next()) {
                if (row.number() == next) {
                    var cells = new ArrayList<String>();
                    for (int column : kept) {
                        cells.add(row.cell(column));
                    }
                    var faults = preview.faults().ofRow(next);
                    cells.add(String.valueOf(next));
                    cells.add(join(faults.stream().map(f -> f.column() == null ? "" : f.column()).toList()));
                    cells.add(join(faults.stream().map(f -> f.optionalValue().orElse("")).toList()));
                    cells.add(join(faults.stream().map(f -> f.code() + ": " + sentences.of(f)).toList()));
                    out.row(cells);
                    next = refused.hasNext() ? refused.nextInt() : -1;
                }
            }
        }
    }

    private static String join(List<String> texts) {
        return texts.stream().filter(t -> !t.isEmpty()).collect(Collectors.joining("; "));
    }
}
