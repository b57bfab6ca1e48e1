package io.raceboard.ledger;

import io.raceboard.catalog.Status;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What saving one value of a batch would come to.
 *
 * @param index its place among the batch's values, from 0
 * @param before what the store holds now; null where it holds nothing
 * @param faults why it would be refused; empty otherwise
 */
public record Verdict(int index, Standing standing, @Nullable Before before, List<Fault> faults) {

    public enum Standing { NEW, CHANGED, UNCHANGED, REFUSED }

    /** A value as the store holds it; parts as in {@link ObservationDraft}. */
    public record Before(int vintage, @Nullable BigDecimal amount, @Nullable BigDecimal low,
            @Nullable BigDecimal high, Status status, boolean partial, boolean withdrawn, String source,
            @Nullable String note) {

        static @Nullable Before of(@Nullable Current current) {
            return current == null ? null : new Before(current.vintage(), current.amount(), current.low(),
                    current.high(), current.status(), current.partial(), current.withdrawn(), current.source(),
                    current.note());
        }
    }
}
