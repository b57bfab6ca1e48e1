package io.raceboard.live;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue as all pages see it: topics and indicators in their order, everything else by slug.
 *
 * @param version id of the newest change to any catalogue entry
 * @param renamed slugs that were in use, by kind of record and old slug: the slugs of today
 */
public record Catalog(List<Topic> topics, List<Indicator> indicators, Map<String, Entity> entities,
        Map<String, Source> sources, long version, Map<String, Map<String, String>> renamed) {

    public Catalog(List<Topic> topics, List<Indicator> indicators, Map<String, Entity> entities,
            Map<String, Source> sources, long version) {
        this(topics, indicators, entities, sources, version, Map.of());
    }

    /** Under its slug of today or an earlier one. */
    public Optional<Topic> topic(String slug) {
        var now = now("topic", slug);
        return topics.stream().filter(t -> t.slug().equals(now)).findFirst();
    }

    /** Under its slug of today or an earlier one. */
    public Optional<Indicator> indicator(String slug) {
        var now = now("indicator", slug);
        return indicators.stream().filter(i -> i.slug().equals(now)).findFirst();
    }

    /** The slug of today of a topic, indicator, entity, source, estimator or policy_event; any other slug as it is. */
    public String now(String kind, String slug) {
        return renamed.getOrDefault(kind, Map.of()).getOrDefault(slug, slug);
    }

    public List<Indicator> indicatorsOf(String topic) {
        return indicators.stream().filter(i -> i.topic().equals(topic)).toList();
    }
}
