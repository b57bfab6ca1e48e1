package io.raceboard.audit;

import static io.raceboard.db.Tables.AUDIT_ENTRY;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record9;
import org.jooq.SelectJoinStep;
import org.springframework.stereotype.Component;

/** Reads the log. */
@Component
public class AuditQueries {

    private final DSLContext sql;

    AuditQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** One page of what the filter lets through, newest first. */
    public List<AuditEntry> page(AuditFilter filter, int offset, int limit) {
        return entries().where(condition(filter)).orderBy(AUDIT_ENTRY.ID.desc()).offset(offset).limit(limit)
                .fetch(mapping(AuditQueries::entry));
    }

    /** The entries that follow this one, oldest first. */
    List<AuditEntry> after(long id, int limit) {
        return entries().where(AUDIT_ENTRY.ID.gt(id)).orderBy(AUDIT_ENTRY.ID).limit(limit)
                .fetch(mapping(AuditQueries::entry));
    }

    /** The entries before this one that the filter lets through, newest first: for files, page by page. */
    public List<AuditEntry> before(AuditFilter filter, long id, int limit) {
        return entries().where(condition(filter)).and(AUDIT_ENTRY.ID.lt(id)).orderBy(AUDIT_ENTRY.ID.desc())
                .limit(limit).fetch(mapping(AuditQueries::entry));
    }

    private SelectJoinStep<Record9<Long, Instant, String, String, String, String, String, String, String>> entries() {
        return sql.select(AUDIT_ENTRY.ID, AUDIT_ENTRY.RECORDED_AT, AUDIT_ENTRY.KIND, AUDIT_ENTRY.ACTOR,
                AUDIT_ENTRY.ADDRESS, AUDIT_ENTRY.SUBJECT, AUDIT_ENTRY.DETAIL, AUDIT_ENTRY.PREVIOUS_HASH,
                AUDIT_ENTRY.HASH).from(AUDIT_ENTRY);
    }

    private static AuditEntry entry(Long id, Instant at, String kind, String actor, String address, String subject,
            String detail, String previousHash, String hash) {
        return new AuditEntry(id, at, AuditKind.of(kind), actor, address, subject, detail, previousHash, hash);
    }

    private static Condition condition(AuditFilter filter) {
        Condition all = noCondition();
        if (!filter.kinds().isEmpty()) {
            all = all.and(AUDIT_ENTRY.KIND.in(filter.kinds().stream().map(AuditKind::code).toList()));
        }
        if (filter.from() != null) {
            all = all.and(AUDIT_ENTRY.RECORDED_AT.ge(filter.from()));
        }
        if (filter.until() != null) {
            all = all.and(AUDIT_ENTRY.RECORDED_AT.lt(filter.until()));
        }
        for (var word : filter.text().toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!word.isEmpty()) {
                all = all.and(lower(AUDIT_ENTRY.ACTOR).contains(word).or(lower(AUDIT_ENTRY.SUBJECT).contains(word))
                        .or(lower(AUDIT_ENTRY.DETAIL).contains(word)).or(AUDIT_ENTRY.ADDRESS.contains(word)));
            }
        }
        return all;
    }
}
