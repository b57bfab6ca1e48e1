package io.raceboard.audit;

import static io.raceboard.db.Tables.AUDIT_ENTRY;
import static io.raceboard.db.Tables.AUDIT_HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.AtOnce;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The log is a chain: what was written stays as it was, or the break is found and named. */
@StoreTest
class AuditTest {

    private final TestStore store;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final AuditQueries queries;

    AuditTest(Engine engine) {
        store = engine.emptyStore();
        transaction = new TransactionTemplate(store.transactions());
        queries = new AuditQueries(store.sql());
        audit = new Audit(new AuditStore(store.sql()), queries, Clock.systemUTC());
    }

    @BeforeEach
    void nothingWasLogged() {
        store.sql().deleteFrom(AUDIT_ENTRY).execute();
        store.sql().update(AUDIT_HEAD).set(AUDIT_HEAD.LAST_ENTRY, 0L).set(AUDIT_HEAD.HASH, "0".repeat(64)).execute();
    }

    @Test
    void whatWasWrittenIsWhole() {
        assertThat(audit.verify().fault()).isEmpty();
        write(5);
        assertThat(audit.verify().entries()).isEqualTo(5);
        assertThat(audit.verify().fault()).isEmpty();
    }

    @Test
    void aChangedEntryIsNamed() {
        write(5);
        store.sql().update(AUDIT_ENTRY).set(AUDIT_ENTRY.DETAIL, "nothing happened").where(AUDIT_ENTRY.ID.eq(3L))
                .execute();
        assertThat(audit.verify().fault()).hasValueSatisfying(fault -> assertThat(fault).contains("entry 3"));
        assertThat(audit.verify().entries()).isEqualTo(2);
    }

    @Test
    void textMovedFromOnePartToTheNextIsNoticed() {
        transaction.executeWithoutResult(done -> audit.record(AuditKind.SETTING, "ada", "", "four-eyes", "on"));
        store.sql().update(AUDIT_ENTRY).set(AUDIT_ENTRY.SUBJECT, "four").set(AUDIT_ENTRY.DETAIL, "-eyeson").execute();
        assertThat(audit.verify().fault()).isPresent();
    }

    @Test
    void anEntryTakenOutIsNamed() {
        write(5);
        store.sql().deleteFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.ID.eq(2L)).execute();
        assertThat(audit.verify().fault()).hasValue("entry 2 is missing");
    }

    @Test
    void entriesCutOffAtTheEndAreNoticed() {
        write(5);
        store.sql().deleteFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.ID.ge(4L)).execute();
        assertThat(audit.verify().fault()).hasValueSatisfying(fault -> assertThat(fault).contains("ends at entry 3"));
    }

    @Test
    void aRewrittenEntryDoesNotFit() {
        write(5);
        var entry = queries.page(AuditFilter.ALL, 2, 1).getFirst();
        var forged = AuditEntry.hash(entry.id(), entry.at(), entry.kind(), "nobody", entry.address(), entry.subject(),
                entry.detail(), entry.previousHash());
        store.sql().update(AUDIT_ENTRY).set(AUDIT_ENTRY.ACTOR, "nobody").set(AUDIT_ENTRY.HASH, forged)
                .where(AUDIT_ENTRY.ID.eq(entry.id())).execute();
        assertThat(audit.verify().fault()).hasValue("entry 4 does not follow entry 3");
    }

    @Test
    void manyWhoWriteAtOnceFormOneChain() {
        AtOnce.all(Collections.nCopies(6, Executors.callable(() -> write(25))));
        var verdict = audit.verify();
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(150);
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        write(2);
        transaction.executeWithoutResult(status -> {
            audit.record(AuditKind.CHANGE, "ada", "", "change 7", "never saved");
            status.setRollbackOnly();
        });
        write(1);
        assertThat(audit.verify()).isEqualTo(new Audit.Verdict(3, queries.page(AuditFilter.ALL, 0, 1).getFirst()
                .hash(), java.util.Optional.empty()));
    }

    @Test
    void theFilterFindsWordsKindsAndPages() {
        transaction.executeWithoutResult(done -> {
            audit.record(AuditKind.SIGN_IN, "ada", "10.0.0.1", "account ada", "sign-in form");
            audit.record(AuditKind.RIGHTS, "ada", "10.0.0.1", "account bob", "role: viewer -> editor");
            audit.record(AuditKind.CHANGE, "bob", "10.0.0.2", "change 3", "edit from desk: solar. Reason: 100% sure");
        });
        assertThat(found("BOB")).containsExactly("change 3", "account bob");
        assertThat(found("100%")).containsExactly("change 3");
        assertThat(found("bob editor")).containsExactly("account bob");
        assertThat(found("nobody")).isEmpty();
        assertThat(queries.page(new AuditFilter("", Set.of(AuditKind.SIGN_IN), null, null), 0, 10)).hasSize(1);
        assertThat(queries.page(AuditFilter.ALL, 1, 1)).extracting(AuditEntry::subject).containsExactly("account bob");
    }

    @Test
    void longAndStrangeTextIsKeptAsFarAsItFits() {
        transaction.executeWithoutResult(done ->
                audit.record(AuditKind.ACCOUNT, "名".repeat(200), "", "a\0b", "😀".repeat(3000)));
        var entry = queries.page(AuditFilter.ALL, 0, 1).getFirst();
        assertThat(entry.actor()).hasSize(120).endsWith("…");
        assertThat(entry.subject()).isEqualTo("a b");
        assertThat(audit.verify().fault()).isEmpty();
    }

    private List<String> found(String text) {
        return queries.page(new AuditFilter(text, Set.of(), null, null), 0, 10).stream().map(AuditEntry::subject)
                .toList();
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            int number = i;
            transaction.executeWithoutResult(done ->
                    audit.record(AuditKind.CHANGE, "ada", "127.0.0.1", "change " + number, "edit from desk"));
        }
    }
}
