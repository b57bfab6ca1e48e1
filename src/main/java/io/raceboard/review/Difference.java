package io.raceboard.review;

import io.raceboard.ledger.Bodies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What accepting an item would change, part by part.
 *
 * @param now the revision or vintage on the board, 0 for none
 * @param parts all parts of the record that differ anywhere
 */
record Difference(ProposalItem item, int now, List<Part> parts) {

    /** One part of the record: as the author saw it, as it is on the board, as proposed. Null where there is none. */
    record Part(String name, @Nullable Object base, @Nullable Object now, @Nullable Object proposed) {

        /** Whether accepting changes it. */
        boolean changes() {
            return !same(now, proposed);
        }

        /** Whether somebody changed it since the author looked, to something else than what is proposed. */
        boolean clashes() {
            return !same(base, now) && changes();
        }
    }

    static Difference of(ProposalItem item, int now, Map<String, @Nullable Object> base,
            Map<String, @Nullable Object> onBoard) {
        var parts = new ArrayList<Part>();
        Bodies.body(item.kind(), item.draft()).forEach((name, proposed) -> {
            var part = new Part(name, base.get(name), onBoard.get(name), proposed);
            if (part.changes() || !same(part.base(), part.now())) {
                parts.add(part);
            }
        });
        return new Difference(item, now, parts);
    }

    /** Whether somebody changed the record since the author looked. */
    boolean changedMeanwhile() {
        return now != item.base() && item.state() == ProposalItem.State.OPEN && !inStoreAlready();
    }

    /** Whether the board says just this. */
    boolean inStoreAlready() {
        return now > 0 && parts.stream().noneMatch(Part::changes);
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString())) == 0;
        }
        return Objects.equals(blankToNull(a), blankToNull(b));
    }

    private static @Nullable Object blankToNull(@Nullable Object value) {
        return "".equals(value) || Boolean.FALSE.equals(value) ? null : value;
    }
}
