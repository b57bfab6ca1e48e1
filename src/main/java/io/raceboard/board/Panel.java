package io.raceboard.board;

import io.raceboard.catalog.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One panel of the overview.
 *
 * @param picture the chart; null when its indicator has no values
 * @param caption name of what the chart shows, with measure and scope
 * @param credits where the values of the chart come from
 */
public record Panel(Topic topic, Told told, @Nullable Picture picture, String caption,
        @Nullable Freshness freshness, List<Credit> credits) {
}
