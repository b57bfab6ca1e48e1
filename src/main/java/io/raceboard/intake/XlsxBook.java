package io.raceboard.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the sheets of an XLSX file share: their names, texts and number formats. */
class XlsxBook implements Closeable {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private record Sheet(String name, String part) {
    }

    private final XlsxParts parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<NumberShape> shapes = new ArrayList<>();
    private boolean since1904;

    XlsxBook(Path file) throws IOException, FileProblem {
        parts = new XlsxParts(file);
        try {
            readSheets();
        } catch (IOException | FileProblem | RuntimeException broken) {
            parts.close();
            throw broken instanceof IOException io ? XlsxParts.problem(io, WORKBOOK) : broken instanceof FileProblem p
                    ? p : XlsxParts.problem(broken, WORKBOOK);
        }
    }

    /** Names of the sheets that can be seen, in their order. */
    List<String> sheets() {
        return sheets.stream().map(Sheet::name).toList();
    }

    /** The rows of a sheet; closing them closes the book. */
    SheetRows rows(int sheet) throws IOException, FileProblem {
        readFormats();
        readTexts();
        return new XlsxRows(this, parts.open(sheets.get(Math.min(sheet, sheets.size() - 1)).part()));
    }

    boolean since1904() {
        return since1904;
    }

    NumberShape shape(int style) {
        return style >= 0 && style < shapes.size() ? shapes.get(style) : NumberShape.PLAIN;
    }

    int texts() {
        return texts.size();
    }

    String text(int index) {
        return texts.get(index);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }

    private void readSheets() throws IOException, FileProblem {
        var targets = new HashMap<String, String>();
        try (var part = parts.open("xl/_rels/workbook.xml.rels")) {
            while (part.next()) {
                if (part.starts("Relationship")) {
                    var target = part.attribute("Target");
                    targets.put(part.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        try (var part = parts.open(WORKBOOK)) {
            while (part.next()) {
                if (part.starts("workbookPr")) {
                    since1904 = List.of("1", "true").contains(part.attribute("date1904"));
                } else if (part.starts("sheet") && !part.attribute("state").endsWith("idden")) {
                    var target = targets.getOrDefault(part.anyAttribute("id"), "");
                    if (parts.has(target)) {
                        sheets.add(new Sheet(part.attribute("name"), target));
                    }
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new FileProblem("broken-xlsx", WORKBOOK);
        }
    }

    private void readFormats() throws IOException, FileProblem {
        if (!parts.has("xl/styles.xml")) {
            return;
        }
        Map<String, NumberShape> own = new HashMap<>();
        boolean inCells = false;
        try (var part = parts.open("xl/styles.xml")) {
            while (part.next() && shapes.size() < 100_000) {
                if (part.starts("numFmt")) {
                    own.put(part.attribute("numFmtId"), NumberShape.of(part.attribute("formatCode")));
                } else if (part.starts("cellXfs") || part.ends("cellXfs")) {
                    inCells = part.starts("cellXfs");
                } else if (inCells && part.starts("xf")) {
                    var id = part.attribute("numFmtId");
                    var shape = own.get(id);
                    shapes.add(shape != null ? shape
                            : id.matches("\\d{1,4}") ? NumberShape.builtIn(Integer.parseInt(id)) : NumberShape.PLAIN);
                }
            }
        }
    }

    private void readTexts() throws IOException, FileProblem {
        if (!parts.has("xl/sharedStrings.xml")) {
            return;
        }
        long letters = 0;
        var text = new StringBuilder();
        try (var part = parts.open("xl/sharedStrings.xml")) {
            while (part.next()) {
                if (part.starts("si")) {
                    text.setLength(0);
                } else if (part.starts("t")) {
                    part.text(text);
                } else if (part.starts("rPh")) {
                    part.text(new StringBuilder());
                } else if (part.ends("si")) {
                    letters += text.length();
                    if (letters > Limits.SHARED_TEXT || texts.size() >= Limits.SHARED_TEXTS) {
                        throw new FileProblem("too-much-text");
                    }
                    texts.add(unescape(text.toString()));
                }
            }
        }
    }

    /** Control characters cannot stand in XML, so spreadsheets write {@code _x0000_} for them. */
    static String unescape(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(found.group(1), 16)))) : text;
    }
}
