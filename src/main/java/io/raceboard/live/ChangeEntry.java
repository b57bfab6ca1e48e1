package io.raceboard.live;

import io.raceboard.catalog.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the public change log.
 *
 * @param kind the word of {@link io.raceboard.ledger.Act.Kind}
 * @param origin the file, form or command it came from
 * @param values how many vintages it wrote
 * @param records how many catalogue entries and policy events it wrote
 * @param sample at most {@value ReadModel#SAMPLE} of the values
 */
public record ChangeEntry(long id, String kind, String actor, String origin, @Nullable String reason, Instant at,
        int values, int records, List<Value> sample) {

    /** One value of a change: before (null when it is new) and after (null when it was withdrawn). */
    public record Value(String indicator, String entity, String estimator, Period period,
            @Nullable BigDecimal before, @Nullable BigDecimal after) {
    }
}
