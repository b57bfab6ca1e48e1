package io.raceboard.policy;

import io.raceboard.page.Address;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that {@code policy/timeline.jte} shows, in one language.
 *
 * @param notices what of the address was ignored, in sentences
 * @param kept parameters that a new search keeps
 * @param shown how many events pass the filters, of {@code total}
 * @param reset the page without filters, or null when there are none
 */
public record TimelineContent(Address address, String headline, List<String> notices, List<PolicyPanel.Next> coming,
        List<PolicyPanel.Act> latest, List<Filter> filters, List<Choice> times, Zoom zoom, String q,
        Map<String, String> kept, @Nullable String reset, TimelineDrawing drawing, int shown, int total,
        List<Year> years) {

    /** A menu of choices that can be combined. */
    public record Filter(String name, String label, List<Choice> choices) {
    }

    /** @param href the view with this choice switched the other way */
    public record Choice(String label, String href, boolean on, int count) {
    }

    /** Addresses of the drawing nearer, farther, earlier and later; null where that would change nothing. */
    public record Zoom(@Nullable String in, @Nullable String out, @Nullable String earlier, @Nullable String later) {
    }

    /** Newest first. */
    public record Year(int year, List<Month> months) {
    }

    /** Newest first. */
    public record Month(String label, List<EventRow> events) {
    }
}
