package io.raceboard.chart;

import io.raceboard.catalog.Status;
import java.util.Locale;

/**
 * How sure a value is, as a style of line and mark. The chart element knows the same five by the same names.
 */
enum Stroke {
    ACTUAL, ESTIMATE, ANNOUNCED, PROJECTION, PARTIAL;

    /** The style of a value and of the piece of line that leads to it. */
    static Stroke of(Chart.Point point) {
        if (point.partial()) {
            return PARTIAL;
        }
        return point.status() == null || point.status() == Status.ACTUAL ? ACTUAL : valueOf(point.status().name());
    }

    /** The name that messages and style sheets know it by. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its mark is an empty outline. */
    boolean hollow() {
        return this == ANNOUNCED || this == PROJECTION || this == PARTIAL;
    }

    /** The dashes of a line of this style, or those of the entity where the style has none. */
    String dashes(String entityDash) {
        return switch (this) {
            case PARTIAL -> "1 5";
            case PROJECTION -> "6 5";
            case ANNOUNCED -> "12 6";
            case ACTUAL, ESTIMATE -> switch (entityDash) {
                case "dash" -> "9 3";
                case "dot" -> "2 3";
                default -> "";
            };
        };
    }

    double width(String entityDash, int rank) {
        double full = entityDash.equals("thin") ? 1.5 : 2.5;
        return (this == ESTIMATE ? full - 0.75 : full) - (rank > 1 ? 0.5 : 0);
    }
}
