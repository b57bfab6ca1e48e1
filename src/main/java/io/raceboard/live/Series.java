package io.raceboard.live;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Indicator x entity x estimator with its current readings, oldest first.
 *
 * @param preference 1 for the estimator drawn by default among those of the same entity
 * @param title says more than entity and estimator do, or null
 */
public record Series(Entity entity, Estimator estimator, int preference, @Nullable Label title,
        List<Reading> readings) {

    /** {@code us} or {@code us:ember}: entity and estimator as addresses and charts name the series. */
    public String key() {
        return entity.slug() + ":" + estimator.slug();
    }

    public Optional<Reading> at(String period) {
        return readings.stream().filter(r -> r.period().text().equals(period)).findFirst();
    }
}
