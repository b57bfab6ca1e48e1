package io.raceboard.audit;

import io.raceboard.ledger.TestStore;
import java.time.Clock;
import org.jooq.DSLContext;

/** A log on a test store; record inside a transaction. */
public final class AuditOfTests {

    private AuditOfTests() {
    }

    public static Audit of(TestStore store) {
        return of(store.sql());
    }

    public static Audit of(DSLContext sql) {
        return new Audit(new AuditStore(sql), new AuditQueries(sql), Clock.systemUTC());
    }
}
