package io.raceboard.audit;

import io.raceboard.ledger.TestStore;
import java.time.Clock;

/** A log on a test store; record inside a transaction. */
public final class AuditOfTests {

    private AuditOfTests() {
    }

    public static Audit of(TestStore store) {
        return new Audit(new AuditStore(store.sql()), new AuditQueries(store.sql()), Clock.systemUTC());
    }
}
