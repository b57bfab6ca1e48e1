package io.raceboard.intake;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.ledger.Outcome;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.ledger.TestStore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A store with a small catalogue, and files to take in. */
final class Given {

    static final Act ACT = new Act(Act.Kind.IMPORT, "Ada", "solar.csv", "as published");
    static final String HEADER = "indicator,entity,estimator,period,value,low,high,status,partial,source,note";

    final TestStore store;
    final Path folder;
    final Examiner examiner;

    Given(TestStore store, Path folder) {
        this.store = store;
        this.folder = folder;
        examiner = new Examiner(store.ledger(), new NamesQueries(store.sql()));
        var saved = store.ledger().save(catalogue(), ACT);
        if (saved.refused()) {
            throw new IllegalStateException(saved.faults().toString());
        }
    }

    static Batch catalogue() {
        return new Batch(
                List.of(new Topic("power", label("Power", "电力"), label("Who builds it?", "谁在建设？"), 1)),
                List.of(new Unit("GW", "power", label("gigawatts", "吉瓦"), label("GW", "吉瓦")),
                        new Unit("percent", "share", label("percent", "百分比"), label("%", "%"))),
                List.of(new Estimator("nea", label("NEA", "国家能源局")), new Estimator("ember", label("Ember", "Ember"))),
                List.of(new Source("nea-2025", "Statistics of 2025", "NEA", "https://example.org/2025", "2026-01-21",
                        "single figures may be quoted", "facts", false, false, null)),
                List.of(entity("cn", "China", "中国"), entity("us", "United States", "美国"),
                        entity("twin-a", "Twin", "双"), entity("twin-b", "Twin", "双")),
                List.of(indicator("solar", "GW", "Solar added", "新增太阳能"),
                        indicator("solar-share", "percent", "Solar share", "太阳能占比")),
                List.of(new SeriesDraft("solar", "cn", "nea", 1, null), new SeriesDraft("solar", "cn", "ember", 2, null),
                        new SeriesDraft("solar", "us", "ember", 1, null),
                        new SeriesDraft("solar-share", "cn", "nea", 1, null)),
                List.of(), List.of());
    }

    private static Entity entity(String slug, String en, String zh) {
        return new Entity(slug, Entity.Kind.COUNTRY, null, label(en, zh), label(en, zh), "#D55E00",
                Entity.Dash.SOLID, Entity.Marker.SQUARE);
    }

    private static IndicatorDraft indicator(String slug, String unit, String en, String zh) {
        return new IndicatorDraft(slug, "power", 1, label(en, zh), label("per year", "每年"), unit, Cadence.YEAR, 30,
                Draw.COLUMNS, label("Counted.", "统计。"), null, "quote", null, false, List.of("cn"), "2015..latest");
    }

    private static Label label(String en, String zh) {
        return new Label(en, zh);
    }

    Path csv(String... lines) {
        return text(StandardCharsets.UTF_8, lines);
    }

    Path text(Charset charset, String... lines) {
        return bytes((String.join("\r\n", lines) + "\r\n").getBytes(charset));
    }

    Path bytes(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "upload", ""), bytes);
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    interface Fill {
        void in(Worksheet sheet);
    }

    Path xlsx(Fill fill) {
        try {
            var file = Files.createTempFile(folder, "upload", "");
            try (var out = Files.newOutputStream(file); var book = new Workbook(out, "test", "1.0")) {
                fill.in(book.newWorksheet("Values"));
            }
            return file;
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    /** With the columns as their names say, read as it looks. */
    Preview preview(Path file) throws IOException, FileProblem {
        var reading = Reading.guess(file);
        return preview(file, reading, Mapping.guess(reading.sample(file).header()));
    }

    Preview preview(Path file, Reading reading, Mapping mapping) throws IOException, FileProblem {
        return examiner.preview(file, reading, mapping, Files.createTempDirectory(folder, "preview"), new Progress());
    }

    /** Previews the file and takes in its good rows. */
    Outcome take(Path file) throws IOException, FileProblem {
        var reading = Reading.guess(file);
        var mapping = Mapping.guess(reading.sample(file).header());
        try (var preview = preview(file, reading, mapping)) {
            return store.ledger().save(examiner.batch(file, reading, mapping, preview, new Progress()), ACT);
        }
    }
}
