package io.raceboard.review;

import static io.raceboard.db.Tables.PROPOSAL;
import static io.raceboard.db.Tables.PROPOSAL_COMMENT;
import static io.raceboard.db.Tables.PROPOSAL_ITEM;

import io.raceboard.access.Person;
import io.raceboard.ledger.Act;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes proposals; always inside a transaction of whoever calls. */
@Component
class ProposalStore {

    /** Characters of a record as text at the most; what is longer has parts that no ledger takes. */
    static final int MOST_BODY = 100_000;

    private static final int ROWS_AT_ONCE = 2_000;

    private final DSLContext sql;
    private final Drafts drafts;
    private final Clock clock;

    ProposalStore(DSLContext sql, Drafts drafts, Clock clock) {
        this.sql = sql;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** @return the new id */
    long add(Person author, Act.Kind kind, String origin, @Nullable String reason, ProposalState state,
            List<ProposalItem> items) {
        var now = now();
        long id = sql.insertInto(PROPOSAL, PROPOSAL.AUTHOR_ID, PROPOSAL.AUTHOR, PROPOSAL.ACTOR, PROPOSAL.KIND, PROPOSAL.ORIGIN,
                        PROPOSAL.REASON, PROPOSAL.STATE, PROPOSAL.VERSION, PROPOSAL.ITEMS, PROPOSAL.CREATED_AT,
                        PROPOSAL.CHANGED_AT)
                .values(author.id(), author.displayName(), author.name(), kind.code(), cut(origin, 200), reason, state.code(), 1, items.size(), now, now)
                .returning(PROPOSAL.ID).fetchSingle(PROPOSAL.ID);
        for (int from = 0; from < items.size(); from += ROWS_AT_ONCE) {
            insert(id, items.subList(from, Math.min(items.size(), from + ROWS_AT_ONCE)));
        }
        return id;
    }

    private void insert(long proposal, List<ProposalItem> items) {
        var i = PROPOSAL_ITEM;
        var rows = items.stream().map(item -> new Object[] {proposal, item.position(), code(item.kind()),
                cut(item.key(), 500), cut(item.topic(), 40), cut(item.indicator(), 120), item.base(),
                drafts.write(item.draft()), item.state().code()}).toArray(Object[][]::new);
        sql.batch(sql.insertInto(i, i.PROPOSAL_ID, i.POSITION, i.KIND, i.RECORD_KEY, i.TOPIC, i.INDICATOR, i.BASE,
                        i.BODY, i.STATE).values((Long) null, null, null, null, null, null, null, null, null))
                .bind(rows).execute();
    }

    /** Counts the version on; false when it is not the one that whoever calls has looked at. */
    boolean turn(long id, int version, ProposalState to) {
        return sql.update(PROPOSAL).set(PROPOSAL.VERSION, version + 1).set(PROPOSAL.STATE, to.code())
                .set(PROPOSAL.CHANGED_AT, now())
                .where(PROPOSAL.ID.eq(id), PROPOSAL.VERSION.eq(version)).execute() == 1;
    }

    void decided(long id, ProposalState state, String by) {
        sql.update(PROPOSAL).set(PROPOSAL.STATE, state.code()).set(PROPOSAL.DECIDED_BY, by)
                .set(PROPOSAL.DECIDED_AT, now()).where(PROPOSAL.ID.eq(id)).execute();
    }

    /** Marks all open items of the proposal. */
    void mark(long id, ProposalItem.State state, OptionalLong change) {
        sql.update(PROPOSAL_ITEM).set(PROPOSAL_ITEM.STATE, state.code())
                .set(PROPOSAL_ITEM.CHANGE_ID, boxed(change))
                .where(PROPOSAL_ITEM.PROPOSAL_ID.eq(id), PROPOSAL_ITEM.STATE.eq(ProposalItem.State.OPEN.code()))
                .execute();
    }

    /** Marks these items. */
    void mark(long id, Collection<Integer> positions, ProposalItem.State state, OptionalLong change) {
        var rows = positions.stream().map(p -> new Object[] {state.code(), boxed(change), id, p})
                .toArray(Object[][]::new);
        if (rows.length > 0) {
            sql.batch(sql.update(PROPOSAL_ITEM).set(PROPOSAL_ITEM.STATE, (String) null)
                            .set(PROPOSAL_ITEM.CHANGE_ID, (Long) null)
                            .where(PROPOSAL_ITEM.PROPOSAL_ID.eq((Long) null),
                                    PROPOSAL_ITEM.POSITION.eq((Integer) null)))
                    .bind(rows).execute();
        }
    }

    void replace(long id, ProposalItem item) {
        var i = PROPOSAL_ITEM;
        sql.update(i).set(i.RECORD_KEY, cut(item.key(), 500)).set(i.BODY, drafts.write(item.draft()))
                .set(i.BASE, item.base()).where(i.PROPOSAL_ID.eq(id), i.POSITION.eq(item.position())).execute();
    }

    void remove(long id, int position) {
        sql.deleteFrom(PROPOSAL_ITEM).where(PROPOSAL_ITEM.PROPOSAL_ID.eq(id), PROPOSAL_ITEM.POSITION.eq(position))
                .execute();
        sql.update(PROPOSAL).set(PROPOSAL.ITEMS, PROPOSAL.ITEMS.minus(1)).where(PROPOSAL.ID.eq(id)).execute();
    }

    void comment(long id, String person, String deed, @Nullable String said) {
        var c = PROPOSAL_COMMENT;
        sql.insertInto(c, c.PROPOSAL_ID, c.PERSON, c.DEED, c.SAID, c.SAID_AT).values(id, person, deed, said, now())
                .execute();
    }

    static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        // PostgreSQL holds no NUL
        var plain = text.replace('\0', ' ');
        return plain.length() <= most ? plain : plain.substring(0, most);
    }
}
