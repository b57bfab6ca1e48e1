package io.raceboard.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what, from where, when and why. An entry belongs to the transaction in which it is recorded: what is rolled
 * back leaves none, and what is committed leaves one. Appending waits for others until their transactions end: record
 * last in a transaction, and never before a save of the ledger, which runs in a transaction of its own.
 */
@Service
public class Audit {

    private static final int AT_ONCE = 1000;

    private final AuditStore store;
    private final AuditQueries queries;
    private final Clock clock;

    Audit(AuditStore store, AuditQueries queries, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Adds an entry; texts that are too long are cut.
     *
     * @param actor the sign-in name of who did it, or the program's own part
     * @param address network address it came from; empty for the program itself
     * @param subject what it was done to
     * @param detail what was done, and why
     */
    @Transactional
    public void record(AuditKind kind, String actor, String address, String subject, String detail) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.append(store.takeHead(), at, kind, cut(actor, 120), cut(address, 60), cut(subject, 300),
                cut(detail, 4000));
    }

    /** Reads the whole log and computes every hash anew. */
    public Verdict verify() {
        var head = store.head();
        long last = 0;
        var hash = "0".repeat(64);
        while (true) {
            var entries = queries.after(last, AT_ONCE);
            for (var entry : entries) {
                var fault = fault(entry, last, hash);
                if (fault.isPresent()) {
                    return new Verdict(last, hash, fault);
                }
                last = entry.id();
                hash = entry.hash();
            }
            if (entries.size() < AT_ONCE) {
                break;
            }
        }
        // An entry may have been added since the head was read; one may not have gone.
        if (last < head.entry() || (last == head.entry() && !hash.equals(head.hash()))) {
            return new Verdict(last, hash, Optional.of("the log ends at entry %d, but %d were written"
                    .formatted(last, head.entry())));
        }
        return new Verdict(last, hash, Optional.empty());
    }

    /**
     * What verifying found.
     *
     * @param entries how many entries, from the first, are as they were written
     * @param hash the hash of the last of these
     * @param fault what is wrong after them; empty when all is well
     */
    public record Verdict(long entries, String hash, Optional<String> fault) {
    }

    private static Optional<String> fault(AuditEntry entry, long last, String hash) {
        if (entry.id() != last + 1) {
            return Optional.of("entry %d is missing".formatted(last + 1));
        }
        if (!entry.previousHash().equals(hash)) {
            return Optional.of("entry %d does not follow entry %d".formatted(entry.id(), last));
        }
        if (!entry.hash().equals(entry.hashOfContent())) {
            return Optional.of("entry %d was changed after it was written".formatted(entry.id()));
        }
        return Optional.empty();
    }

    private static String cut(String text, int most) {
        var plain = text.replace('\0', ' ');
        if (plain.length() <= most) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(most - 2)) ? most - 2 : most - 1;
        return plain.substring(0, end) + "…";
    }
}
