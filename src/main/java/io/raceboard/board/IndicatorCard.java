package io.raceboard.board;

import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Topic;
import io.raceboard.chart.ChartTable;
import io.raceboard.policy.PolicyEvent;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page of an indicator shows.
 *
 * @param terms words in its title, subtitle and unit that readers may not know
 * @param finding what the drawn rows say
 * @param caption name of what is shown, with measure, scope and unit
 * @param tabs the faces of the card, as links that keep the view
 * @param cells small multiples; empty for one chart
 * @param axis what the small multiples share, in words
 * @param table the rows of the chart; made for the table tab only
 * @param credits sources of the drawn values
 * @param events policy events that bear on the indicator, newest first
 * @param changes what was changed; read for the history tab only
 * @param here address of this view
 * @param data address of the chart's data
 */
public record IndicatorCard(Indicator indicator, List<Term> terms, Topic topic, Phrase finding, String caption, Tab tab,
        List<Controls.Option> tabs, Controls controls, Picture picture, List<Picture> cells, String axis,
        @Nullable ChartTable table, @Nullable Freshness freshness, List<Credit> credits, List<Estimate> estimates,
        Citation citation, List<PolicyEvent> events, List<ChangeLine> changes, List<String> notices, String here,
        String data, LocalDate today) {

    /** Whether values of a source that may not be passed on are drawn. */
    public boolean restricted() {
        return credits.stream().anyMatch(c -> !c.source().redistributable());
    }

    /** Whether values of a share-alike source are drawn. */
    public boolean shareAlike() {
        return credits.stream().anyMatch(c -> c.source().shareAlike());
    }
}
