package io.raceboard.publish;

import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Source;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Reading;
import io.raceboard.page.Address;
import io.raceboard.page.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Describes what a page shows to search engines, as a schema.org Dataset. */
public final class Datasets {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST_SOURCES = 12;

    private Datasets() {
    }

    /**
     * @param page address of the view
     * @param data address of its values
     * @return JSON-LD
     */
    public static String describe(IndicatorSnapshot snapshot, Address page, String data, Words words) {
        return MAPPER.writeValueAsString(dataset(snapshot, page.href(), data, words));
    }

    /** Several indicators on one page. */
    public static String describe(List<IndicatorSnapshot> snapshots, String name, Words words) {
        var parts = snapshots.stream()
                .map(s -> entry(s.indicator(), new Address("/i/" + s.indicator().slug(), Map.of(), words.lang()).href(),
                        words))
                .toList();
        var catalog = new LinkedHashMap<String, Object>();
        catalog.put("@context", "https://schema.org");
        catalog.put("@type", "DataCatalog");
        catalog.put("name", name);
        catalog.put("inLanguage", words.lang().htmlTag());
        catalog.put("dataset", parts);
        return MAPPER.writeValueAsString(catalog);
    }

    /** What a page of several says of each; the rest is on the indicator's own page. */
    private static Map<String, Object> entry(Indicator indicator, String page, Words words) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("@type", "Dataset");
        entry.put("name", indicator.title().in(words.lang()));
        entry.put("description", indicator.subtitle().in(words.lang()));
        entry.put("url", page);
        entry.put("license", indicator.licence());
        entry.put("creator", Map.of("@type", "Organization", "name", "Raceboard"));
        return entry;
    }

    private static Map<String, Object> dataset(IndicatorSnapshot snapshot, String page,
            String data, Words words) {
        var indicator = snapshot.indicator();
        var lang = words.lang();
        var dataset = new LinkedHashMap<String, Object>();
        dataset.put("@context", "https://schema.org");
        dataset.put("@type", "Dataset");
        dataset.put("name", indicator.title().in(lang));
        dataset.put("description", indicator.subtitle().in(lang) + ". " + indicator.method().in(lang));
        dataset.put("url", page);
        dataset.put("inLanguage", lang.htmlTag());
        dataset.put("license", indicator.licence());
        dataset.put("creator", Map.of("@type", "Organization", "name", "Raceboard"));
        dataset.put("dateModified", snapshot.changedAt().toString());
        dataset.put("version", String.valueOf(snapshot.version()));
        dataset.put("measurementTechnique", indicator.method().in(lang));
        dataset.put("variableMeasured", Map.of("@type", "PropertyValue", "name", indicator.title().in(lang),
                "unitText", indicator.unit().label().in(lang)));
        var coverage = coverage(snapshot);
        if (!coverage.isEmpty()) {
            dataset.put("temporalCoverage", coverage);
        }
        dataset.put("isBasedOn", snapshot.sources().values().stream()
                .sorted(Comparator.comparing(Source::slug)).limit(MOST_SOURCES).map(Datasets::source).toList());
        // Only where all values may be passed on is their file offered as a download.
        if (snapshot.sources().values().stream().allMatch(Source::redistributable)) {
            dataset.put("distribution", List.of(Map.of("@type", "DataDownload", "encodingFormat", "application/json",
                    "contentUrl", data)));
        }
        return dataset;
    }

    private static Map<String, Object> source(Source source) {
        var work = new LinkedHashMap<String, Object>();
        work.put("@type", "CreativeWork");
        work.put("name", source.title());
        work.put("publisher", Map.of("@type", "Organization", "name", source.publisher()));
        if (source.url() != null) {
            work.put("url", source.url());
        }
        return work;
    }

    /** First to last day, as ISO 8601 intervals are written; empty when there are no values. */
    private static String coverage(IndicatorSnapshot snapshot) {
        var first = readings(snapshot).map(r -> r.period().start()).min(Comparator.naturalOrder());
        var last = readings(snapshot).map(r -> r.period().end()).max(Comparator.naturalOrder());
        return first.isEmpty() || last.isEmpty() ? "" : first.get() + "/" + last.get();
    }

    private static Stream<Reading> readings(IndicatorSnapshot snapshot) {
        return snapshot.series().stream().flatMap(s -> s.readings().stream());
    }
}
