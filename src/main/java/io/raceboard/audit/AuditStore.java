package io.raceboard.audit;

import static io.raceboard.db.Tables.AUDIT_ENTRY;
import static io.raceboard.db.Tables.AUDIT_HEAD;
import static org.jooq.Records.mapping;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Appends to the log; there is no other way to write it. */
@Component
class AuditStore {

    private static final short THE_ONLY = 1;

    private final DSLContext sql;

    AuditStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The end of the chain: its number and hash. */
    record Head(long entry, String hash) {
    }

    /** Whoever takes the head holds it to the end of the transaction; others wait. */
    Head takeHead() {
        return sql.select(AUDIT_HEAD.LAST_ENTRY, AUDIT_HEAD.HASH).from(AUDIT_HEAD).where(AUDIT_HEAD.ID.eq(THE_ONLY))
                .forUpdate().fetchSingle(mapping(Head::new));
    }

    Head head() {
        return sql.select(AUDIT_HEAD.LAST_ENTRY, AUDIT_HEAD.HASH).from(AUDIT_HEAD).where(AUDIT_HEAD.ID.eq(THE_ONLY))
                .fetchSingle(mapping(Head::new));
    }

    void append(Head before, Instant at, AuditKind kind, String actor, String address, String subject, String detail) {
        long id = before.entry() + 1;
        var hash = AuditEntry.hash(id, at, kind, actor, address, subject, detail, before.hash());
        sql.insertInto(AUDIT_ENTRY, AUDIT_ENTRY.ID, AUDIT_ENTRY.RECORDED_AT, AUDIT_ENTRY.KIND, AUDIT_ENTRY.ACTOR,
                        AUDIT_ENTRY.ADDRESS, AUDIT_ENTRY.SUBJECT, AUDIT_ENTRY.DETAIL, AUDIT_ENTRY.PREVIOUS_HASH,
                        AUDIT_ENTRY.HASH)
                .values(id, at, kind.code(), actor, address, subject, detail, before.hash(), hash)
                .execute();
        sql.update(AUDIT_HEAD).set(AUDIT_HEAD.LAST_ENTRY, id).set(AUDIT_HEAD.HASH, hash)
                .where(AUDIT_HEAD.ID.eq(THE_ONLY)).execute();
    }
}
