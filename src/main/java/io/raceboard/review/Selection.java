package io.raceboard.review;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a proposal is meant.
 *
 * @param positions of its items; empty for all that nobody has decided on
 * @param looked by position: the revision or vintage now on the board that the reviewer has seen and wants replaced,
 *         though the author did not know it
 */
public record Selection(Optional<Set<Integer>> positions, Map<Integer, Integer> looked) {

    public Selection {
        positions = positions.map(Set::copyOf);
        looked = Map.copyOf(looked);
    }

    /** All that nobody has decided on, where the board still says what the author saw. */
    public static Selection all() {
        return new Selection(Optional.empty(), Map.of());
    }

    /** These, where the board still says what the author saw. */
    public static Selection of(Set<Integer> positions) {
        return new Selection(Optional.of(positions), Map.of());
    }
}
