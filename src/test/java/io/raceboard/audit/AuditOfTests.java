package io.raceboard.audit;

import io.raceboard.ledger.TestStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A log on a test store; record inside a transaction. */
public final class AuditOfTests {

    private AuditOfTests() {
    }

    public static Audit of(TestStore store) {
        var sql = store.sql();
        return new Audit(new AuditStore(sql), new AuditQueries(sql), Clock.systemUTC());
    }

    /** What was logged with all these words, the newest first. */
    public static List<String> details(TestStore store, String words) {
        return new AuditQueries(store.sql()).page(new AuditFilter(words, Set.of(), null, null), 0, 100).stream()
                .map(AuditEntry::detail).toList();
    }
}
