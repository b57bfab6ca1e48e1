package io.raceboard.board;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Status;
import io.raceboard.page.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A short list of values on one scale, each by its own count: bars with an interval where there is one. */
public record Comparison(String title, List<Bar> bars) {

    /** Length of the scale that positions are given on. */
    static final int SCALE = 1000;

    /**
     * @param name what or who was counted
     * @param by who counted, and when
     * @param interval in words, or null
     * @param length from zero to the value, on a scale of a thousand
     * @param from lower end of the interval on that scale, or the value where there is none
     * @param to upper end
     * @param status as in the store: a projection is drawn hollow
     */
    public record Bar(String key, Entity entity, String name, String by, Quantity value, @Nullable Phrase interval,
            int length, int from, int to, String status, String href) {
    }

    /** What a bar shows. */
    record Row(Cited cited, String name, String by, String href) {
    }

    /** The rows on a scale that begins at zero; null when there are fewer than two, which compare nothing. */
    static @Nullable Comparison of(String key, String title, List<Row> rows, Words words) {
        if (rows.size() < 2) {
            return null;
        }
        var longest = rows.stream().flatMap(r -> Stream.of(r.cited().reading().amount(), high(r.cited())))
                .max(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
        var bars = rows.stream().map(row -> {
            var cited = row.cited();
            return new Bar(key + "-" + cited.indicator().slug() + "-" + cited.series().key().replace(':', '-'),
                    cited.series().entity(), row.name(), row.by(), Quantity.of(cited, words),
                    Figure.interval(cited, words), place(cited.reading().amount(), longest),
                    place(low(cited), longest), place(high(cited), longest), cited.reading().status().code(),
                    row.href());
        }).toList();
        return new Comparison(title, bars);
    }

    private static int place(BigDecimal value, BigDecimal longest) {
        if (longest.signum() <= 0) {
            return 0;
        }
        var at = value.multiply(BigDecimal.valueOf(SCALE)).divide(longest, 0, RoundingMode.HALF_UP).intValue();
        return Math.clamp(at, 0, SCALE);
    }

    private static BigDecimal low(Cited cited) {
        return cited.hasInterval() ? Objects.requireNonNull(cited.reading().low()) : cited.reading().amount();
    }

    private static BigDecimal high(Cited cited) {
        return cited.hasInterval() ? Objects.requireNonNull(cited.reading().high()) : cited.reading().amount();
    }

    /** Whether any value is a plan or forecast. */
    public boolean hasProjection() {
        return bars.stream().anyMatch(b -> b.status().equals(Status.PROJECTION.code())
                || b.status().equals(Status.ANNOUNCED.code()));
    }
}
