package io.raceboard.review;

import io.raceboard.ledger.Fault;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One record or value of a proposal.
 *
 * @param key what people call the record
 * @param topic slug, or {@code *} for what all topics share
 * @param indicator slug of the indicator whose chart it changes, or null
 * @param base the revision or vintage that the author saw, 0 for none
 * @param draft as the ledger takes it
 * @param changeId the change that put it onto the board, or null
 */
record ProposalItem(int position, Fault.Kind kind, String key, String topic, @Nullable String indicator, int base,
        Object draft, State state, @Nullable Long changeId) {

    enum State {
        OPEN, ACCEPTED, REFUSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    ProposalItem with(Object other, String itsKey) {
        return new ProposalItem(position, kind, itsKey, topic, indicator, base, other, state, changeId);
    }
}
