package io.raceboard.imports;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of the facts that the bundled data set was made from: nothing of them is dropped silently. */
@Component
public class BundledReport {

    private static final List<String> FACTS_COLUMNS = List.of("file", "rows");
    private static final List<String> REJECTED_COLUMNS = List.of("file", "row", "code", "reason", "content");
    /** The row was loaded, but one of the indicators it names has no data. */
    private static final Set<String> LINK_CODES = Set.of("unknown-indicator");

    /**
     * One file of facts.
     *
     * @param rows how many it has
     * @param rejected how many of them are not in the data set
     * @param linksRejected how many references of rows that are in it were left out
     */
    public record FactsFile(String file, int rows, int rejected, int linksRejected) {

        /** How many rows became data. */
        public int loaded() {
            return rows - rejected;
        }
    }

    /**
     * One thing that did not make it.
     *
     * @param file of facts
     * @param row data row in it, the first one is 1
     * @param code why, in a word
     * @param reason why, in a sentence
     * @param content the row or link as it was
     */
    public record Rejected(String file, int row, String code, String reason, String content) {

        /** Whether the row itself is in the data set and only one of its references is not. */
        public boolean isLink() {
            return LINK_CODES.contains(code);
        }
    }

    private final DataSet dataSet;
    private @Nullable List<Rejected> rejected;
    private @Nullable List<FactsFile> files;

    BundledReport(DataSet dataSet) {
        this.dataSet = dataSet;
    }

    /** Everything that was left out, in the order of the facts; read once, when first asked for. */
    public synchronized List<Rejected> rejected() {
        if (rejected == null) {
            rejected = dataSet.rejected().stream()
                    .flatMap(file -> rows(file, REJECTED_COLUMNS).stream())
                    .map(row -> new Rejected(row.text("file"), row.whole("row"), row.text("code"),
                            row.text("reason"), row.text("content")))
                    .toList();
        }
        return rejected;
    }

    /** The files of facts with their counts; empty where the data set names none. */
    public synchronized List<FactsFile> files() {
        if (files == null) {
            files = dataSet.facts().stream()
                    .flatMap(file -> rows(file, FACTS_COLUMNS).stream())
                    .map(row -> count(row.text("file"), row.whole("rows")))
                    .toList();
        }
        return files;
    }

    private FactsFile count(String file, int rows) {
        var ofFile = rejected().stream().filter(r -> r.file().equals(file)).toList();
        int links = (int) ofFile.stream().filter(Rejected::isLink).count();
        return new FactsFile(file, rows, ofFile.size() - links, links);
    }

    private static List<Row> rows(DataFile file, List<String> columns) {
        return Table.read(file, columns, BundledReport::refuse).stream().map(Table.Numbered::row).toList();
    }

    private static void refuse(FileFault fault) {
        throw new BrokenDataSet(List.of(fault));
    }
}
