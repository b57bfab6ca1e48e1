package io.raceboard.board;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Status;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.live.Catalog;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bundled data set as snapshots, read from its files without a store. */
public record BundledSnapshots(Catalog catalog, Map<String, IndicatorSnapshot> bySlug) {

    private static final Path FOLDER = Path.of("src/main/resources/dataset");
    private static final List<String> TOPICS = List.of("common", "models", "power", "chips", "policy");
    private static final Instant SAVED = Instant.parse("2026-11-22T10:00:00Z");

    public static BundledSnapshots read() {
        var topics = rows("topics").stream()
                .map(r -> new Topic(r.getField("slug"), label(r, "title"), label(r, "question"),
                        Integer.parseInt(r.getField("position"))))
                .toList();
        var units = by(rows("units"), "code", r -> new Unit(r.getField("code"), r.getField("dimension"),
                label(r, "label"), label(r, "short")));
        var entities = by(rows("entities"), "slug", BundledSnapshots::entity);
        var estimators = by(rows("estimators"), "slug", r -> new Estimator(r.getField("slug"), label(r, "title")));
        var sources = by(rows("sources"), "key", BundledSnapshots::source);
        var indicators = rows("indicators").stream().map(r -> indicator(r, units)).toList();
        var readings = rows("observations").stream().collect(Collectors.groupingBy(
                r -> r.getField("indicator") + "/" + r.getField("entity") + ":" + r.getField("estimator"),
                Collectors.mapping(BundledSnapshots::reading, Collectors.toList())));
        var series = new LinkedHashMap<String, List<Series>>();
        for (var row : rows("series")) {
            var slug = row.getField("indicator");
            var entity = entities.get(row.getField("entity"));
            var estimator = estimators.get(row.getField("estimator"));
            var own = readings.getOrDefault(slug + "/" + entity.slug() + ":" + estimator.slug(), List.of()).stream()
                    .sorted(Comparator.comparing(Reading::period)).toList();
            series.computeIfAbsent(slug, s -> new ArrayList<>()).add(new Series(entity, estimator,
                    Integer.parseInt(row.getField("rank")),
                    row.getField("title_en").isEmpty() ? null : label(row, "title"), own));
        }
        var snapshots = new LinkedHashMap<String, IndicatorSnapshot>();
        for (var indicator : indicators) {
            var own = series.getOrDefault(indicator.slug(), List.of());
            var used = own.stream().flatMap(s -> s.readings().stream()).map(Reading::source).distinct()
                    .collect(Collectors.toMap(s -> s, sources::get));
            snapshots.put(indicator.slug(), new IndicatorSnapshot(indicator, own, used, 1, SAVED));
        }
        return new BundledSnapshots(new Catalog(topics, indicators, entities, sources, 1), snapshots);
    }

    private static Reading reading(NamedCsvRecord row) {
        return new Reading(Period.parse(row.getField("period")), new BigDecimal(row.getField("value")),
                decimal(row, "low"), decimal(row, "high"), Status.of(row.getField("status")),
                Boolean.parseBoolean(row.getField("partial")), row.getField("source"), text(row, "note"), SAVED, 1, 1);
    }

    private static Indicator indicator(NamedCsvRecord r, Map<String, Unit> units) {
        var entities = r.getField("default_entities");
        return new Indicator(r.getField("slug"), r.getField("topic"), Integer.parseInt(r.getField("position")),
                label(r, "title"), label(r, "subtitle"), units.get(r.getField("unit")),
                Cadence.of(r.getField("cadence")), Integer.parseInt(r.getField("lag_days")),
                Draw.of(r.getField("draw")), label(r, "method"),
                r.getField("caveat_en").isEmpty() ? null : label(r, "caveat"), r.getField("licence"),
                text(r, "interval"), r.getField("estimates").equals("all"),
                entities.isEmpty() ? List.of() : List.of(entities.split(";")), text(r, "default_time"));
    }

    private static Entity entity(NamedCsvRecord r) {
        return new Entity(r.getField("slug"), Entity.Kind.valueOf(r.getField("kind").toUpperCase(Locale.ROOT)),
                text(r, "parent"), label(r, "title"), label(r, "short"), r.getField("colour"),
                Entity.Dash.valueOf(r.getField("dash").toUpperCase(Locale.ROOT)),
                Entity.Marker.valueOf(r.getField("marker").toUpperCase(Locale.ROOT)));
    }

    private static Source source(NamedCsvRecord r) {
        return new Source(r.getField("key"), r.getField("title"), r.getField("publisher"), text(r, "url"),
                text(r, "published"), r.getField("licence"), r.getField("licence_kind"),
                Boolean.parseBoolean(r.getField("redistributable")), Boolean.parseBoolean(r.getField("share_alike")),
                text(r, "note"));
    }

    private static Label label(NamedCsvRecord row, String name) {
        return new Label(row.getField(name + "_en"), text(row, name + "_zh"));
    }

    private static @Nullable String text(NamedCsvRecord row, String field) {
        var text = row.getField(field);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable BigDecimal decimal(NamedCsvRecord row, String field) {
        var text = row.getField(field);
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static <T> Map<String, T> by(List<NamedCsvRecord> rows, String key,
            java.util.function.Function<NamedCsvRecord, T> make) {
        return rows.stream().collect(Collectors.toMap(r -> r.getField(key), make, (a, b) -> a, LinkedHashMap::new));
    }

    /** The rows of this file in all folders that have one. */
    private static List<NamedCsvRecord> rows(String name) {
        var rows = new ArrayList<NamedCsvRecord>();
        for (var topic : TOPICS) {
            var file = FOLDER.resolve(topic).resolve(name + ".csv");
            if (Files.exists(file)) {
                try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
                    reader.forEach(rows::add);
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            }
        }
        return rows;
    }
}
