package io.raceboard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.Verdict.Standing;
import io.raceboard.page.Words;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A spreadsheet with forty mistakes: all forty are told, each where it is, and can be put right and taken in. */
@StoreTest
class SeededFaultsTest {

    private static final List<String> HEADER = List.of("indicator", "entity", "estimator", "period", "value", "low",
            "high", "status", "partial", "source", "note");

    /** One mistake: the column it is in, what is written there, and the code that it must be told with. */
    private record Seed(String column, Object written, String code) {
    }

    private static final List<Seed> SEEDS = List.of(
            new Seed("indicator", "wind", "unknown-indicator"), new Seed("indicator", "", "missing"),
            new Seed("entity", "atlantis", "unknown-entity"), new Seed("entity", "", "missing"),
            new Seed("entity", "Twin", "shared-name"), new Seed("estimator", "nobody", "unknown-estimator"),
            new Seed("estimator", "", "which-estimator"), new Seed("period", "", "missing"),
            new Seed("period", "2025-02-30", "no-such-period"), new Seed("period", "2025-13", "no-such-period"),
            new Seed("period", "2025-Q5", "no-such-period"), new Seed("period", "soon", "no-such-period"),
            new Seed("period", "03/04/2025", "ambiguous-date"), new Seed("period", "9999", "far-future"),
            new Seed("period", "0017", "far-past"), new Seed("value", "", "missing"),
            new Seed("value", "NaN", "not-finite"), new Seed("value", "Infinity", "not-finite"),
            new Seed("value", "-∞", "not-finite"), new Seed("value", "12 or so", "unknown-unit"),
            new Seed("value", "1,2,3", "bad-grouping"), new Seed("value", "12 GWh", "wrong-dimension"),
            new Seed("value", "10 mw", "small-m"), new Seed("value", "5-7", "range"), new Seed("value", ">5", "bound"),
            new Seed("value", "n/a", "no-value"), new Seed("value", "1.0000000000001", "too-precise"),
            new Seed("value", "123456789012345678901234567", "too-large"),
            new Seed("value", "1e30", "too-large"), new Seed("value", "x".repeat(20_000), "cell-too-long"),
            new Seed("low", "999", "low-above-value"), new Seed("low", "low", "no-number"),
            new Seed("high", "0.5", "high-below-value"), new Seed("status", "guess", "unknown-word"),
            new Seed("partial", "perhaps", "not-a-truth"), new Seed("source", "hearsay", "unknown-source"),
            new Seed("note", "n".repeat(5_000), "too-long"), new Seed("note", "a\u0007bell", "bad-character"),
            new Seed("note", "nul\u0000", "bad-character"), new Seed("note", "broken \uFFFD", "bad-encoding"));

    private final Given given;

    SeededFaultsTest(Engine engine, @TempDir Path folder) {
        given = new Given(engine.emptyStore(), folder);
    }

    @Test
    void allFortyAreTold() throws Exception {
        assertThat(SEEDS).hasSize(40);
        try (var preview = given.preview(file())) {
            assertThat(preview.count(Standing.REFUSED)).isEqualTo(40);
            assertThat(preview.count(Standing.NEW)).isEqualTo(10);
            var told = preview.faults().page(0, 1000, Optional.empty());
            assertThat(told).hasSize(40);
            for (int i = 0; i < 40; i++) {
                assertThat(told.get(i).row()).isEqualTo(i + 2);
                assertThat(told.get(i).column()).as(told.get(i).toString()).isEqualTo(SEEDS.get(i).column());
                assertThat(told.get(i).code()).as(told.get(i).toString()).isEqualTo(SEEDS.get(i).code());
            }
        }
    }

    @Test
    void everyFaultHasASentenceInBothLanguages() throws Exception {
        try (var preview = given.preview(file())) {
            for (var fault : preview.faults().page(0, 1000, Optional.empty())) {
                var english = new Sentences(words(io.raceboard.catalog.Lang.EN)).of(fault);
                var chinese = new Sentences(words(io.raceboard.catalog.Lang.ZH)).of(fault);
                assertThat(english).as(fault.key()).isNotBlank().isNotEqualTo(chinese).doesNotContain("{");
                assertThat(chinese.codePoints().filter(Character::isIdeographic).count()).as(chinese).isGreaterThan(1);
            }
        }
    }

    @Test
    void theGoodRowsAreTakenAndTheRejectFileCanBeCorrectedAndTakenInToo() throws Exception {
        var file = given.csv(Given.HEADER, "solar,cn,nea,2023,216,,,actual,false,nea-2025,",
                "solar,cn,nea,2024,many,,,actual,false,nea-2025,\"=1+1, and a comma\"",
                "solar,atlantis,nea,2025,1 GWh,,,actual,false,nea-2025,");
        assertThat(given.take(file).added()).isEqualTo(1);
        for (var kind : FileKind.values()) {
            var out = new ByteArrayOutputStream();
            try (var preview = given.preview(file)) {
                RejectFile.write(file, Reading.guess(file), preview, kind, words(io.raceboard.catalog.Lang.EN), out);
            }
            var rejects = given.bytes(out.toByteArray());
            var reading = Reading.guess(rejects);
            var sample = reading.sample(rejects);
            assertThat(sample.header()).endsWith(Reject.ROW, Reject.COLUMNS, Reject.VALUES, Reject.PROBLEMS);
            assertThat(sample.rows()).hasSize(2);
            assertThat(sample.rows().getLast().cell(11)).isEqualTo("4");
            assertThat(sample.rows().getLast().cell(13)).contains("1 GWh", "atlantis");
            assertThat(Mapping.guess(sample.header()).gaps(sample.header())).isEmpty();
            try (var preview = given.preview(rejects)) {
                assertThat(preview.count(Standing.REFUSED)).isEqualTo(2);
            }
        }
        var out = new ByteArrayOutputStream();
        try (var preview = given.preview(file)) {
            RejectFile.write(file, Reading.guess(file), preview, FileKind.CSV, words(io.raceboard.catalog.Lang.EN), out);
        }
        var corrected = out.toString(StandardCharsets.UTF_8).replaceFirst(",many,", ",277,")
                .replaceFirst("atlantis,nea,2025,1 GWh", "cn,nea,2025,315 GW");
        var outcome = given.take(given.bytes(corrected.getBytes(StandardCharsets.UTF_8)));
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.added()).isEqualTo(2);
        try (var preview = given.preview(given.csv(Given.HEADER,
                "solar,cn,nea,2024,277,,,actual,false,nea-2025,\"=1+1, and a comma\""))) {
            assertThat(preview.count(Standing.UNCHANGED)).isEqualTo(1);
        }
    }

    private Path file() {
        return given.xlsx(sheet -> {
            write(sheet, 0, new ArrayList<>(HEADER));
            int row = 1;
            for (var seed : SEEDS) {
                var cells = new ArrayList<Object>(List.of("solar", "cn", "nea", String.valueOf(1950 + row), 100, "", "",
                        "actual", "false", "nea-2025", "all right"));
                cells.set(HEADER.indexOf(seed.column()), seed.written());
                write(sheet, row++, cells);
            }
            for (int good = 0; good < 10; good++) {
                write(sheet, row++, new ArrayList<>(List.of("solar", "cn", "ember", 2010 + good, new BigDecimal("1.5"),
                        1, 2, "estimate", true, "nea-2025", "fine")));
            }
        });
    }

    private static void write(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case String text -> {
                    if (!text.isEmpty()) {
                        sheet.inlineString(row, column, text.replace("\u0007", "_x0007_").replace("\u0000", "_x0000_"));
                    }
                }
                case Number number -> sheet.value(row, column, number);
                case Boolean truth -> sheet.value(row, column, truth);
                default -> throw new IllegalArgumentException();
            }
        }
    }

    static Words words(io.raceboard.catalog.Lang lang) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/intake", "messages/quantity");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, lang);
    }
}
