package io.raceboard.policy;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Address;
import java.util.Map;

/** Addresses of the policy pages. */
public final class PolicyPages {

    static final String PATH = "/policy";

    private PolicyPages() {
    }

    /** The timeline as it opens by default. */
    public static String timeline(Lang lang) {
        return new Address(PATH, Map.of(), lang).href();
    }

    /** The event in the list below the timeline, where every event is when nothing is filtered. */
    public static String event(PolicyEvent event, Lang lang) {
        return timeline(lang) + "#" + event.slug();
    }
}
