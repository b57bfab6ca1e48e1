package io.raceboard.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a spreadsheet of one sheet as a stream: numbers as numbers, everything else as text that is no formula. */
class XlsxOut implements TableOut {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    /** As many digits as a spreadsheet keeps; longer numbers stay texts, so that no digit is lost. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,12})?");

    private final ZipOutputStream zip;
    private final Writer out;
    private boolean headed;

    XlsxOut(OutputStream to) throws IOException {
        zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        part("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType="
                + "\"application/vnd.openxmlformats-package.relationships+xml\"/>" + type("workbook", "sheet.main")
                + type("worksheets/sheet1", "worksheet") + type("styles", "styles") + "</Types>");
        part("_rels/.rels", relations("<Relationship Id=\"r1\" Type=\"" + OFFICE
                + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        part("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                + "\"><sheets><sheet name=\"Values\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", relations("<Relationship Id=\"r1\" Type=\"" + OFFICE
                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + OFFICE
                + "/styles\" Target=\"styles.xml\"/>"));
        part("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font/><font><b/></font></fonts>"
                + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/>"
                + "</borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf fontId=\"1\" "
                + "applyFont=\"1\"/></cellXfs></styleSheet>");
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        out.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" "
                + "topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<sheetFormatPr defaultColWidth=\"18\" defaultRowHeight=\"15\"/><sheetData>");
    }

    @Override
    public void row(List<String> cells) throws IOException {
        out.write("<row>");
        for (var cell : cells) {
            if (headed && NUMBER.matcher(cell).matches() && digits(cell) <= 15) {
                out.write("<c><v>" + cell + "</v></c>");
            } else if (cell.isEmpty()) {
                out.write("<c/>");
            } else {
                out.write(headed ? "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                        : "<c s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                escape(TableOut.neutral(cell));
                out.write("</t></is></c>");
            }
        }
        out.write("</row>\n");
        headed = true;
    }

    @Override
    public void close() throws IOException {
        out.write("</sheetData></worksheet>");
        out.flush();
        zip.closeEntry();
        zip.close();
    }

    private static int digits(String number) {
        return (int) number.chars().filter(Character::isDigit).count();
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '\r' -> out.write("_x000D_");
                case '_' -> out.write(text.startsWith("_x", i) ? "_x005F_" : "_");
                default -> {
                    boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (pair) {
                        out.write(text, i++, 2);
                    } else if (c < ' ' && c != '\n' && c != '\t' || Character.isSurrogate(c) || c >= 0xFFFE) {
                        out.write("_x%04X_".formatted((int) c));
                    } else {
                        out.write(c);
                    }
                }
            }
        }
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write(XML + xml);
        out.flush();
        zip.closeEntry();
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }
}
