package io.raceboard.intake;

import static io.raceboard.db.Tables.OBSERVATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.Verdict.Standing;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that nobody would write: each is refused with a problem, or previewed row by row and taken in. Few here; {@code
 * make crash} tries ten thousand.
 */
@StoreTest
class ImportFuzzTest {

    private static final int FILES = Integer.getInteger("fuzz.files", 150);
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_8,
            StandardCharsets.UTF_16, Charset.forName("GBK"), Charset.forName("windows-1252"));
    private static final List<String> COLUMNS = List.of(Given.HEADER.split(","));
    private static final String[] GOOD = {"solar", "cn", "nea", "2024", "277.17", "", "", "actual", "false",
        "nea-2025", "as published"};
    private static final String[] ODD = {"", " ", "0", "-0", "1e5", "1E+999999999", "-1e-999999999", "NaN", "Infinity",
        "-∞", "1,234.5", "1.234,5", "1 200 MW", "120万千瓦", "１２３", "3.5亿", "12%", "US$1.2 bn", "1/3", "++1", "0x1F",
        "9".repeat(400), "0." + "3".repeat(400), "2025-02-29", "2025-13", "31/12/2025", "12/31/2025", "2025年8月", "Q5 2025",
        "2025-Q3", "0000", "99999", "=1+1", "+SUM(A1)", "@x", "-2+3", "=HYPERLINK(\"http://x\")", "'=1", "\t1",
        "<script>alert(1)</script>", "\"", "\"\"", "a\"b", "a,b;c\td|e", "line\nbreak", "line\r\nbreak", "\0", "\u0007",
        "\uFEFF", "\u202E1", "\uD83D\uDE00", "中国", "新增太阳能", "Twin", "双", "true", "是", "maybe", "null", "x".repeat(5000)};

    private final Given given;
    private final Random random = new Random(20261122);

    ImportFuzzTest(Engine engine, @TempDir Path folder) {
        given = new Given(engine.emptyStore(), folder);
    }

    @Test
    void everyFileIsRefusedWithAProblemOrPreviewedAndTakenIn() throws Exception {
        int refused = 0;
        int written = 0;
        for (int nth = 0; nth < FILES; nth++) {
            var bytes = bytes();
            var file = given.bytes(bytes);
            try (var preview = given.preview(file)) {
                assertThat(Arrays.stream(Standing.values()).mapToInt(preview::count).sum()).isEqualTo(preview.size());
                assertThat(preview.faults().size() > 0).as("whatever is refused has a fault")
                        .isEqualTo(!preview.isClean());
                var outcome = given.take(file);
                assertThat(outcome.faults()).as("what the preview lets through is saved").isEmpty();
                assertThat(outcome.added() + outcome.changed()).isEqualTo(preview.toWrite());
                written += preview.toWrite();
            } catch (FileProblem told) {
                assertThat(told.code()).isNotBlank();
                refused++;
            } catch (Exception | AssertionError broken) {
                throw new AssertionError("file %d: %s".formatted(nth, new String(bytes, StandardCharsets.UTF_8)), broken);
            } finally {
                Files.delete(file);
            }
        }
        assertThat(refused).isBetween(1, FILES - 1);
        assertThat(given.store.sql().fetchCount(OBSERVATION)).isPositive().isEqualTo(written);
    }

    private byte[] bytes() {
        var separator = one(",", ",", ";", "\t");
        var end = one("\n", "\r\n");
        var columns = IntStream.range(0, COLUMNS.size()).boxed().filter(c -> random.nextInt(12) > 0).toList();
        var text = new StringBuilder(columns.stream().map(c -> random.nextInt(25) == 0 ? cell() : COLUMNS.get(c))
                .collect(Collectors.joining(separator))).append(end);
        int oddness = 1 + random.nextInt(30);
        for (int row = 1 + random.nextInt(6); row > 0; row--) {
            var year = String.valueOf(1990 + random.nextInt(40));
            text.append(columns.stream().map(c -> random.nextInt(oddness) == 0 ? cell() : c == 3 ? year : GOOD[c])
                    .collect(Collectors.joining(separator))).append(end);
        }
        var bytes = text.toString().getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
        if (random.nextInt(20) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        if (random.nextInt(20) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String cell() {
        var text = one(ODD);
        return random.nextBoolean() ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
