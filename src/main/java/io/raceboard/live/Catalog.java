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
 */
public record Catalog(List<Topic> topics, List<Indicator> indicators, Map<String, Entity> entities,
        Map<String, Source> sources, long version) {

    public Optional<Topic> topic(String slug) {
        return topics.stream().filter(t -> t.slug().equals(slug)).findFirst();
    }

    public Optional<Indicator> indicator(String slug) {
        return indicators.stream().filter(i -> i.slug().equals(slug)).findFirst();
    }

    public List<Indicator> indicatorsOf(String topic) {
        return indicators.stream().filter(i -> i.topic().equals(topic)).toList();
    }
}
