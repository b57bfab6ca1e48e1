package io.raceboard.policy;

import io.raceboard.catalog.Entity;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A row of the timeline: one jurisdiction, or several that are few in acts. */
public enum Lane {
    US("#0072B2"),
    CHINA("#D55E00"),
    EU("#009E73"),
    OTHERS("#CC79A7"),
    INTERNATIONAL("#6B7280"),
    /** The background to the policy: when models came out. */
    RELEASES("#6B7280");

    private final String colour;

    Lane(String colour) {
        this.colour = colour;
    }

    public String colour() {
        return colour;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every lane that the act belongs to: an agreement of two countries is drawn with both. */
    static Set<Lane> of(PolicyEvent event) {
        if (event.isRelease()) {
            return EnumSet.of(RELEASES);
        }
        var lanes = EnumSet.noneOf(Lane.class);
        event.jurisdictions().forEach(entity -> lanes.add(of(entity)));
        return lanes;
    }

    /** Members of the European Union share its lane. */
    static Lane of(Entity jurisdiction) {
        return switch (jurisdiction.slug()) {
            case "us" -> US;
            case "cn" -> CHINA;
            case "eu" -> EU;
            case "int", "world" -> INTERNATIONAL;
            default -> "eu".equals(jurisdiction.parent()) ? EU : OTHERS;
        };
    }
}
