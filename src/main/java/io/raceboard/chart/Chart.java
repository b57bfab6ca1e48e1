package io.raceboard.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One chart, described without a word of any chart library. Everything that draws, tabulates or tells a chart works
 * from this record, so that picture, table and text cannot differ.
 *
 * @param version that of the snapshot it was made from
 * @param lang {@code en} or {@code zh}
 * @param draw columns on a logarithmic scale are drawn as lines, since a column's length must begin at zero
 * @param unit short, may be empty
 * @param interval what low and high mean, or null when nothing drawn has them
 * @param x what the time axis must hold: all points and marks
 * @param slots labels of the positions of columns or bars, which stand at x = 0, 1, 2 ...; empty for charts along time
 * @param times UTC milliseconds of each slot's first day; empty for bars and for charts along time
 * @param today UTC milliseconds of the day the chart was made
 * @param keys what dashes, hollow marks and dots mean, only those that occur
 * @param sources titles; points name them by index
 * @param words what the drawing says around the data: status words and the like
 * @param summary the chart told in sentences
 * @param notices what could not be drawn, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Chart(String slug, long version, String lang, Draw draw, Scale scale, Transform transform,
        String title, String unit, @Nullable String interval, Axis y, Span x, List<String> slots, List<Long> times,
        List<Line> lines, List<Mark> marks, long today, List<Key> keys, List<String> sources,
        Map<String, String> words, String summary, List<String> notices) {

    /**
     * The value axis.
     *
     * @param label measure of the axis: unit, transform
     * @param min where the axis begins; on a logarithmic one a power of ten
     * @param ticks values with a grid line, ascending; labels as people write them
     */
    public record Axis(String label, double min, double max, List<Tick> ticks) {
    }

    /** First and last place on the horizontal axis: UTC milliseconds along time, else slots. */
    public record Span(long from, long to) {
    }

    public record Tick(double at, String label) {
    }

    /**
     * One drawn line, set of columns, or bar colour.
     *
     * @param key {@code us:ember}
     * @param who the entity, in short
     * @param name for the line's end: the entity in short, with what tells it from its other lines
     * @param title in full, with the estimator where an entity has several lines
     * @param dash solid, dash, dot or thin
     * @param marker circle, square, triangle, diamond or none
     * @param rank 1 for the entity's preferred estimate; others are drawn fainter
     * @param redistributable false when a value's source allows quotation but no copies, else null
     * @param points oldest first; a point without {@code y} is a gap: the line is broken there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(String key, String entity, String who, String name, String title, @Nullable String estimator,
            String colour, String dash, String marker, int rank, @Nullable Boolean redistributable,
            List<Point> points) {

        /** The points that have a value. */
        public List<Point> values() {
            return points.stream().filter(p -> p.y() != null).toList();
        }
    }

    /**
     * One value.
     *
     * @param x UTC milliseconds of the period's first day, or the slot's number for columns and bars
     * @param period as in addresses
     * @param label the period as people write it
     * @param y null for a gap
     * @param status how it is known; with a transform the weakest of the values it was made from
     * @param partial the period was not over
     * @param text the value with unit, interval and "about" for estimates
     * @param brief the text without its interval, and {@code range} the interval, both null where there is none
     * @param source index into the chart's sources
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(long x, String period, String label, @Nullable BigDecimal y, @Nullable BigDecimal low,
            @Nullable BigDecimal high, @Nullable Status status, boolean partial, @Nullable String text,
            @Nullable String brief, @Nullable String range, @Nullable Integer source, @Nullable String note) {

        static Point gap(long x) {
            return new Point(x, "", "", null, null, null, null, false, null, null, null, null, null);
        }
    }

    /**
     * An entry of the text legend.
     *
     * @param style estimate, announced, projection, partial or interval
     */
    public record Key(String style, String text) {
    }

    /** Whether any line has a value. */
    public boolean isEmpty() {
        return lines.stream().allMatch(l -> l.values().isEmpty());
    }

    /** Whether values stand side by side, one row each, instead of along time. */
    public boolean isBars() {
        return draw == Draw.BARS;
    }

    /** Whether the chart stands on a logarithmic axis. */
    public boolean isLog() {
        return scale == Scale.LOG;
    }

    /** The same chart, told in these sentences. */
    Chart told(String sentences) {
        return new Chart(slug, version, lang, draw, scale, transform, title, unit, interval, y, x, slots, times, lines,
                marks, today, keys, sources, words, sentences, notices);
    }

    /** One line of this chart as a chart of its own, on the same axes. */
    Chart only(Line line) {
        return new Chart(slug, version, lang, draw, scale, transform, line.title(), unit, interval, y, x, slots, times,
                List.of(line), marks, today, keys, sources, words, line.title(), List.of());
    }
}
