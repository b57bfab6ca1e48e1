package io.raceboard.ledger;

import io.raceboard.catalog.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed policy event, as people enter it.
 *
 * @param starts text: a day, month or year, as precisely as known
 * @param ends likewise
 * @param jurisdictions slugs of entities, at least one
 * @param sources slugs, at least one
 * @param indicators slugs of the indicators it bears on
 * @param history how it stood and since when, in the order of time; where there is any, the last step is the status
 */
public record EventDraft(String slug, String starts, @Nullable String ends, List<String> jurisdictions,
        String category, String status, String direction, Label title, Label summary, List<String> sources,
        List<String> indicators, List<EventStep> history) {

    public EventDraft {
        jurisdictions = List.copyOf(jurisdictions);
        sources = List.copyOf(sources);
        indicators = List.copyOf(indicators);
        history = List.copyOf(history);
    }

    /** An event of whose earlier states nothing is known. */
    public EventDraft(String slug, String starts, @Nullable String ends, List<String> jurisdictions, String category,
            String status, String direction, Label title, Label summary, List<String> sources,
            List<String> indicators) {
        this(slug, starts, ends, jurisdictions, category, status, direction, title, summary, sources, indicators,
                List.of());
    }
}
