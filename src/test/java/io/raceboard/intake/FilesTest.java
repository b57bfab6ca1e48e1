package io.raceboard.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they come: in any encoding, cut off, damaged or made to do harm. */
class FilesTest {

    private static final String TEXT = "国家,数值,备注\r\n中国,315,\"逗号, 引号 \"\" 和\n换行\"\r\n美国,43,ok\r\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF_8,''", "UTF-8,UTF_8,EFBBBF", "UTF-16LE,UTF_16LE,FFFE", "UTF-16BE,UTF_16BE,FEFF",
            "UTF-16LE,UTF_16LE,''", "UTF-16BE,UTF_16BE,''", "GBK,GB18030,''", "GB18030,GB18030,84319533"})
    void encodingsAreFoundOut(String charset, TextEncoding found, String mark) throws Exception {
        // Plain letters give UTF-16 without a mark away; a file of nothing but Chinese needs the mark.
        var text = mark.isEmpty() && charset.startsWith("UTF-16") ? TEXT + "a,1,plain letters\r\n".repeat(20) : TEXT;
        var file = file(java.util.HexFormat.of().parseHex(mark), text.getBytes(charset));
        var reading = Reading.guess(file);
        assertThat(reading.encoding()).isEqualTo(found);
        assertThat(reading.delimiter()).isEqualTo(',');
        assertThat(reading.sample(file).header()).containsExactly("国家", "数值", "备注");
        assertThat(reading.sample(file).rows().getFirst().cells())
                .containsExactly("中国", "315", "逗号, 引号 \" 和\n换行");
    }

    @Test
    void bytesThatAreNoLettersInTheChosenEncodingAreMarked() throws Exception {
        var file = file(TEXT.getBytes("GBK"));
        var cells = Reading.guess(file).with(TextEncoding.UTF_8).sample(file).rows().getFirst().cells();
        assertThat(cells.getFirst()).contains("\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void separatorsAreFoundOut(String delimiter) throws Exception {
        var file = file(("period,value,note\n2024,1,\"a,b;c|d\"\n2025,2,x\n").replaceAll("(?<=\\w|\"),(?=\\w|\")", "@")
                .replace("a@b", "a,b").replace("@", delimiter).getBytes(StandardCharsets.UTF_8));
        assertThat(Reading.guess(file).delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(Reading.guess(file).sample(file).header()).hasSize(3);
    }

    @Test
    void tenMegabytesInOneCellAreCutAndTold() throws Exception {
        var row = rows(file(("period,value\n2025,\"" + "9".repeat(10 << 20) + "\"\n2026,1\n").getBytes())).get(1);
        assertThat(row.cell(1)).hasSize(Limits.CELL);
        assertThat(row.problems()).containsEntry(1, "cell-too-long");
    }

    @Test
    void zerosAreKeptToBeToldAndDoNotPassForUtf16() throws Exception {
        var file = file("period,value\n2025,1\0\n".getBytes());
        assertThat(Reading.guess(file).encoding()).isEqualTo(TextEncoding.UTF_8);
        assertThat(rows(file).get(1).cell(1)).isEqualTo("1\0");
    }

    @Test
    void aTextFileThatIsCutOffIsRefusedOrItsLastRowIsMarked() throws Exception {
        assertProblem(file("period,value,note\n2025,1,\"a note that never ends\n2026,2,x\n".getBytes()),
                "quote-left-open");
        assertThat(rows(file("period,value,note\n2025,1,x\n2026,2".getBytes())).get(2).complete()).isFalse();
        assertThat(rows(file("period,value,note\n2025,1,\"quoted\"\n".getBytes()))).hasSize(2);
        assertThat(rows(file("period,value,note\n2025,1,\"quoted\"".getBytes()))).hasSize(2);
    }

    @Test
    void brokenQuotationMarksAreToldWithTheirRow() throws Exception {
        assertProblem(file("period,value\n2025,\"1\" and more\n".getBytes()), "bad-quotes");
        assertProblem(file(("period,value\n2025,\"" + "x".repeat(20 << 20) + "\"\n").getBytes()), "bad-quotes");
    }

    @Test
    void whatIsNoTableIsRefusedByItsContent() throws Exception {
        assertProblem(file(new byte[0]), "empty");
        assertProblem(file("%PDF-1.7 ...".getBytes()), "no-table");
        assertProblem(file("<!DOCTYPE html><table>".getBytes()), "no-table");
        assertProblem(file(java.util.HexFormat.of().parseHex("D0CF11E0A1B11AE1")), "old-excel");
    }

    @Test
    void aWorkbookThatIsCutOffAnywhereIsRefused() throws Exception {
        var whole = Files.readAllBytes(workbook(200));
        var random = new Random(7);
        for (int round = 0; round < 40; round++) {
            var cut = file(Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 5)));
            assertThatThrownBy(() -> rows(cut)).isInstanceOf(FileProblem.class);
        }
    }

    @Test
    void aDamagedWorkbookIsReadOrRefusedButNothingElse() throws Exception {
        var whole = Files.readAllBytes(workbook(50));
        var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            var bytes = whole.clone();
            for (int n = 0; n < 5; n++) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
            }
            try {
                rows(file(bytes));
            } catch (FileProblem told) {
                assertThat(told.code()).isIn("cut-off", "broken-xlsx", "zip-bomb", "empty", "too-many-columns",
                        "too-many-rows", "too-much-text");
            }
        }
    }

    @Test
    void bombsAreRefusedWithoutUnpackingThem() throws Exception {
        assertProblem(with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", " ".repeat(1 << 20), 200), "zip-bomb");
        assertProblem(with("xl/sharedStrings.xml", "<sst>", "<si><t>aaaa</t></si>".repeat(1 << 16), 80), "zip-bomb");
        var many = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 5000; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
            }
        }
        assertProblem(file(many.toByteArray()), "zip-bomb");
    }

    @Test
    void entitiesAndFarCellsAndWrongNumbersDoNoHarm() throws Exception {
        var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY a \"ha\">");
        for (char c = 'b'; c < 'n'; c++) {
            laughs.append("<!ENTITY ").append(c).append(" \"").append(("&" + (char) (c - 1) + ";").repeat(10)).append("\">");
        }
        laughs.append("<!ENTITY f SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&m;&f;")
                .append("</t></is></c></row></sheetData></worksheet>");
        var file = with("xl/worksheets/sheet1.xml", laughs.toString());
        try {
            assertThat(rows(file).toString()).doesNotContain("haha").doesNotContain(Files.exists(Path.of("/etc/hostname"))
                    ? Files.readString(Path.of("/etc/hostname")).strip() : "nothing there");
        } catch (FileProblem refused) {
            assertThat(refused.code()).isIn("broken-xlsx", "empty");
        }
        assertProblem(with("xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"), "too-many-columns");
        assertThat(rows(with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>2000000000</v>"
                + "</c></row></sheetData></worksheet>")).getFirst().problems()).containsEntry(0, "broken-cell");
        assertThat(rows(with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c><v>1e999999999</v></c>"
                + "</row></sheetData></worksheet>")).getFirst().cell(0)).isEqualTo("1e999999999");
    }

    @Test
    void spreadsheetCellsReadAsTheyLook() throws Exception {
        var file = folder.resolve("look.xlsx");
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "test", "1.0")) {
            var hidden = book.newWorksheet("Old");
            hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
            hidden.value(0, 0, "hidden");
            var sheet = book.newWorksheet("Values");
            sheet.value(0, 0, "header");
            sheet.value(1, 0, 0.1 + 0.2);
            sheet.value(2, 0, 0.125);
            sheet.style(2, 0).format("0.0%").set();
            sheet.value(3, 0, java.time.LocalDate.of(2025, 8, 14));
            sheet.style(3, 0).format("yyyy-mm-dd").set();
            sheet.value(4, 0, java.time.LocalDate.of(2025, 8, 1));
            sheet.style(4, 0).format("mmm yyyy").set();
            sheet.value(5, 0, 60);
            sheet.style(5, 0).format("yyyy-mm-dd").set();
            sheet.value(6, 0, true);
            sheet.formula(7, 0, "1+1");
            sheet.value(8, 0, 12345678901234567L);
            sheet.value(9, 0, 2025);
            sheet.value(10, 0, "文字 <b>&amp;</b>");
        }
        assertThat(Reading.guess(file).sample(file).sheets()).containsExactly("Values");
        var rows = rows(file);
        assertThat(rows.stream().skip(1).map(r -> r.cell(0))).containsExactly("0.3", "12.5%", "2025-08-14", "2025-08",
                "60", "true", "", "12345678901234567", "2025", "文字 <b>&amp;</b>");
        assertThat(rows.get(5).problems()).containsEntry(0, "no-such-date");
        assertThat(rows.get(7).problems()).containsEntry(0, "formula-without-value");
    }

    @Test
    void formulasAreNeutralisedInSpreadsheetsAndUntouchedInText() throws Exception {
        // The list of the OWASP page on CSV injection, with the payloads that it quotes.
        var owasp = List.of("=1+1", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", "=1+2\";=1+2", "=1+2'\" ;,=1+2",
                "=HYPERLINK(\"http://evil.example\",\"x\")", "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "plain",
                "-5", "12.5", "'=already");
        for (var kind : FileKind.values()) {
            var out = new ByteArrayOutputStream();
            try (var table = TableOut.of(kind, out)) {
                table.row(List.of("note", "value"));
                for (var text : owasp) {
                    table.row(List.of(text, "1"));
                }
            }
            var file = file(out.toByteArray());
            if (kind == FileKind.CSV) {
                assertThat(rows(file).stream().skip(1).map(r -> r.cell(0))).containsExactlyElementsOf(owasp);
                continue;
            }
            try (var book = new ReadableWorkbook(file.toFile())) {
                for (var row : book.getFirstSheet().read()) {
                    var cell = row.getCell(0);
                    assertThat(cell.getFormula()).isNull();
                    if (cell.getType() != org.dhatim.fastexcel.reader.CellType.NUMBER) {
                        assertThat(cell.getText()).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
                    }
                }
                assertThat(book.getFirstSheet().read().get(13).getCell(0).asNumber()).isEqualByComparingTo("-5");
            }
        }
    }

    private Path workbook(int rows) throws IOException {
        var file = Files.createTempFile(folder, "book", "");
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("Values");
            for (int row = 0; row < rows; row++) {
                sheet.value(row, 0, "text " + row * 7919);
                sheet.value(row, 1, row * 1.7);
            }
        }
        return file;
    }

    /** A workbook in which one part is replaced. */
    private Path with(String part, String xml) throws IOException {
        return with(part, xml, "", 0);
    }

    /** The same with so many times more of something after it. */
    private Path with(String part, String xml, String more, int times) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipFile(workbook(3).toFile()); var zip = new ZipOutputStream(out)) {
            for (var entry : in.stream().filter(e -> !e.getName().equals(part)).toList()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
            var bytes = more.getBytes(StandardCharsets.UTF_8);
            for (int n = 0; n < times; n++) {
                zip.write(bytes);
            }
        }
        return file(out.toByteArray());
    }

    private Path file(byte[]... parts) throws IOException {
        var file = Files.createTempFile(folder, "file", "");
        try (var out = Files.newOutputStream(file)) {
            for (var part : parts) {
                out.write(part);
            }
        }
        return file;
    }

    private static List<SheetRow> rows(Path file) throws IOException, FileProblem {
        var rows = new ArrayList<SheetRow>();
        try (var in = Reading.guess(file).open(file)) {
            for (var row = in.next(); row != null; row = in.next()) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw new FileProblem("empty");
        }
        return rows;
    }

    private static void assertProblem(Path file, String code) {
        assertThatThrownBy(() -> rows(file)).isInstanceOfSatisfying(FileProblem.class,
                problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
