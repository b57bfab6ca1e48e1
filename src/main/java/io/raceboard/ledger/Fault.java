package io.raceboard.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a batch is refused.
 *
 * @param kind the list of the batch in which the record is
 * @param index its place in that list, from 0
 * @param key what people call the record, for example {@code capacity-additions-solar/cn/nea/2025}
 * @param field the part at fault, named like the column of the data set's files
 * @param code for the message bundles and for programs, for example {@code low-above-value}
 * @param value the offending text; null where something is missing
 * @param sentence what is wrong and what would be right, in English
 * @param clash of {@code changed-meanwhile}: which versions; null otherwise
 */
public record Fault(Kind kind, int index, String key, String field, String code, @Nullable String value,
        String sentence, @Nullable Clash clash) {

    /**
     * Two versions of one record or value: vintages or revisions, 0 for none.
     *
     * @param seen the one that the writer started from
     * @param current the one that is in the store by now
     */
    public record Clash(int seen, int current) {
    }

    /** The lists of a {@link Batch}. */
    public enum Kind { TOPIC, UNIT, ESTIMATOR, SOURCE, ENTITY, INDICATOR, SERIES, OBSERVATION, EVENT }
}
