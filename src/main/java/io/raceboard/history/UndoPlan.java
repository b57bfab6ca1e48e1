package io.raceboard.history;

import io.raceboard.ledger.Batch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What taking a whole change back comes to.
 *
 * @param batch what would be saved: earlier values and records put back, added values withdrawn
 * @param values how many values it would write
 * @param records how many records it would write
 * @param kept records that the change added: nothing is ever deleted, so they stay, unused
 * @param valueClashes values that somebody has changed since; with any of these the change cannot be undone
 * @param recordClashes records that somebody has changed since; likewise
 * @param rename what a change of kind rename would be turned back into
 * @param obstacle why it cannot be undone as a whole, as a message key's last part: {@code merge} for merged sources,
 *         whose values must be edited one by one; {@code nothing} when all is as it was before
 */
public record UndoPlan(PastChange change, Batch batch, int values, int records, List<TouchedRecord> kept,
        List<TouchedValue> valueClashes, List<TouchedRecord> recordClashes, @Nullable TouchedRecord rename,
        Optional<String> obstacle) {

    public boolean isPossible() {
        return obstacle.isEmpty() && valueClashes.isEmpty() && recordClashes.isEmpty();
    }
}
