package io.raceboard.records;

import io.raceboard.catalog.Label;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as its list shows it. */
sealed interface Line {

    String slug();

    Label title();

    Saved saved();

    /** When it was last saved, and by whom. */
    record Saved(Instant at, String actor) {
    }

    record Event(String slug, Label title, String starts, @Nullable String ends, String category, String status,
            List<Label> places, Saved saved) implements Line {
    }

    /** @param series how many it has */
    record Indicator(String slug, Label title, Label topic, String unit, String cadence, int series, Saved saved)
            implements Line {
    }

    /** @param series how many are measured for it */
    record Entity(String slug, Label title, String kind, @Nullable Label parent, String colour, int series,
            Saved saved) implements Line {
    }

    record Source(String slug, Label title, String publisher, @Nullable String url, @Nullable String published,
            String licenceKind, boolean redistributable, Saved saved) implements Line {
    }

    /** @param indicators how many it has */
    record Topic(String slug, Label title, Label question, int position, int indicators, Saved saved)
            implements Line {
    }
}
