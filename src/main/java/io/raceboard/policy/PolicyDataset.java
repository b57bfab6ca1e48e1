package io.raceboard.policy;

import io.raceboard.page.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Describes the events to search engines, as a schema.org Dataset. */
final class PolicyDataset {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PolicyDataset() {
    }

    /**
     * @param events oldest first
     * @return JSON-LD
     */
    static String describe(List<PolicyEvent> events, String description, Words words) {
        var dataset = new LinkedHashMap<String, Object>();
        dataset.put("@context", "https://schema.org");
        dataset.put("@type", "Dataset");
        dataset.put("name", words.say("policy.title"));
        dataset.put("description", description);
        dataset.put("url", PolicyPages.timeline(words.lang()));
        dataset.put("inLanguage", words.lang().htmlTag());
        dataset.put("creator", Map.of("@type", "Organization", "name", "Raceboard"));
        dataset.put("keywords", Arrays.stream(PolicyEvent.Category.values())
                .map(category -> EventRow.category(category, words)).toList());
        if (!events.isEmpty()) {
            dataset.put("temporalCoverage",
                    events.getFirst().starts().start() + "/" + events.getLast().starts().end());
        }
        return MAPPER.writeValueAsString(dataset);
    }
}
