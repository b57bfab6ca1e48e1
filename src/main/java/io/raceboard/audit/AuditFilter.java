package io.raceboard.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show.
 *
 * @param text words that must all occur, in any of actor, address, subject and detail
 * @param kinds empty for all
 * @param from the first moment, or null
 * @param until the moment after the last, or null
 */
public record AuditFilter(String text, Set<AuditKind> kinds, @Nullable Instant from, @Nullable Instant until) {

    public static final AuditFilter ALL = new AuditFilter("", Set.of(), null, null);
}
