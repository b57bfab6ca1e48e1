package io.raceboard.access;

import static io.raceboard.db.Tables.ACCESS_LINK;
import static io.raceboard.db.Tables.ACCOUNT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.lower;

import io.raceboard.catalog.Lang;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record12;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts and one-time links in the store. */
@Component
class AccountStore {

    private final DSLContext sql;

    AccountStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Account> find(long id) {
        return accounts().where(ACCOUNT.ID.eq(id)).fetchOptional(mapping(AccountStore::account));
    }

    Optional<Account> find(String name) {
        return accounts().where(ACCOUNT.NAME.eq(name)).fetchOptional(mapping(AccountStore::account));
    }

    List<Account> page(String text, int offset, int limit) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        Condition named = word.isEmpty() ? condition(true)
                : ACCOUNT.NAME.contains(word).or(lower(ACCOUNT.DISPLAY_NAME).contains(word));
        return accounts().where(named).orderBy(ACCOUNT.NAME).offset(offset).limit(limit)
                .fetch(mapping(AccountStore::account));
    }

    boolean isEmpty() {
        return !sql.fetchExists(ACCOUNT);
    }

    /** Takes the rows of all who can administer, to the end of the transaction, and counts them. */
    int takeAdmins() {
        return sql.select(ACCOUNT.ID).from(ACCOUNT)
                .where(ACCOUNT.ROLE.eq(Role.ADMIN.code()), ACCOUNT.DISABLED.isFalse(), ACCOUNT.PASSWORD.isNotNull())
                .orderBy(ACCOUNT.ID).forUpdate().fetch().size();
    }

    Optional<String> password(long id) {
        return sql.select(ACCOUNT.PASSWORD).from(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(ACCOUNT.PASSWORD);
    }

    long insert(String name, String displayName, Role role, boolean mayPublish, Lang lang, @Nullable String password,
            Instant now) {
        return sql.insertInto(ACCOUNT, ACCOUNT.NAME, ACCOUNT.DISPLAY_NAME, ACCOUNT.ROLE, ACCOUNT.MAY_PUBLISH,
                        ACCOUNT.LANG, ACCOUNT.PASSWORD, ACCOUNT.DISABLED, ACCOUNT.ROUND, ACCOUNT.VERSION,
                        ACCOUNT.CREATED_AT)
                .values(name, displayName, role.code(), mayPublish, lang.code(), password, false, 1, 1, now)
                .returning(ACCOUNT.ID).fetchSingle(ACCOUNT.ID);
    }

    /** @return whether the account still had this version */
    boolean update(Account changed, int seen) {
        return sql.update(ACCOUNT).set(ACCOUNT.DISPLAY_NAME, changed.displayName())
                .set(ACCOUNT.ROLE, changed.role().code()).set(ACCOUNT.MAY_PUBLISH, changed.mayPublish())
                .set(ACCOUNT.LANG, changed.lang().code()).set(ACCOUNT.DISABLED, changed.disabled())
                .set(ACCOUNT.VERSION, seen + 1)
                .where(ACCOUNT.ID.eq(changed.id()), ACCOUNT.VERSION.eq(seen)).execute() == 1;
    }

    /** A new password begins a new round of sign-ins. */
    void setPassword(long id, String hash) {
        sql.update(ACCOUNT).set(ACCOUNT.PASSWORD, hash).set(ACCOUNT.ROUND, ACCOUNT.ROUND.plus(1))
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1)).where(ACCOUNT.ID.eq(id)).execute();
    }

    /** The same password, hashed as is usual today. */
    void rehash(long id, String before, String hash) {
        sql.update(ACCOUNT).set(ACCOUNT.PASSWORD, hash).where(ACCOUNT.ID.eq(id), ACCOUNT.PASSWORD.eq(before)).execute();
    }

    void nextRound(long id) {
        sql.update(ACCOUNT).set(ACCOUNT.ROUND, ACCOUNT.ROUND.plus(1)).set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ID.eq(id)).execute();
    }

    void setLang(long id, Lang lang) {
        sql.update(ACCOUNT).set(ACCOUNT.LANG, lang.code()).set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ID.eq(id)).execute();
    }

    void signedIn(long id, Instant now) {
        sql.update(ACCOUNT).set(ACCOUNT.SIGNED_IN_AT, now).where(ACCOUNT.ID.eq(id)).execute();
    }

    /** What a one-time link is for. */
    enum Purpose {
        SETUP, INVITE, RESET;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param account whose link it is; null for the first admin's, who has no account yet */
    record Link(long id, Purpose purpose, @Nullable Long account) {
    }

    void insertLink(Purpose purpose, @Nullable Long account, String tokenHash, Instant now, Instant expires) {
        sql.insertInto(ACCESS_LINK, ACCESS_LINK.PURPOSE, ACCESS_LINK.ACCOUNT_ID, ACCESS_LINK.TOKEN_HASH,
                        ACCESS_LINK.CREATED_AT, ACCESS_LINK.EXPIRES_AT)
                .values(purpose.code(), account, tokenHash, now, expires).execute();
    }

    Optional<Link> openLink(String tokenHash, Instant now) {
        return sql.select(ACCESS_LINK.ID, ACCESS_LINK.PURPOSE, ACCESS_LINK.ACCOUNT_ID).from(ACCESS_LINK)
                .where(ACCESS_LINK.TOKEN_HASH.eq(tokenHash), ACCESS_LINK.USED_AT.isNull(),
                        ACCESS_LINK.EXPIRES_AT.gt(now))
                .fetchOptional(r -> new Link(r.value1(), Purpose.valueOf(r.value2().toUpperCase(Locale.ROOT)),
                        r.value3()));
    }

    /** @return whether it was still unused: of two who use it at once, one wins */
    boolean useLink(long id, Instant now) {
        return sql.update(ACCESS_LINK).set(ACCESS_LINK.USED_AT, now)
                .where(ACCESS_LINK.ID.eq(id), ACCESS_LINK.USED_AT.isNull()).execute() == 1;
    }

    /** Links of an account, or the setup links, that were not used are used up. */
    void closeLinks(@Nullable Long account, Instant now) {
        sql.update(ACCESS_LINK).set(ACCESS_LINK.USED_AT, now)
                .where(ACCESS_LINK.USED_AT.isNull(),
                        account == null ? ACCESS_LINK.ACCOUNT_ID.isNull() : ACCESS_LINK.ACCOUNT_ID.eq(account))
                .execute();
    }

    private SelectJoinStep<Record12<Long, String, String, String, Boolean, String, Boolean, Boolean, Integer, Integer,
            Instant, Instant>> accounts() {
        return sql.select(ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT.DISPLAY_NAME, ACCOUNT.ROLE, ACCOUNT.MAY_PUBLISH,
                ACCOUNT.LANG, ACCOUNT.DISABLED, org.jooq.impl.DSL.field(ACCOUNT.PASSWORD.isNull()), ACCOUNT.ROUND,
                ACCOUNT.VERSION, ACCOUNT.CREATED_AT, ACCOUNT.SIGNED_IN_AT).from(ACCOUNT);
    }

    private static Account account(Long id, String name, String displayName, String role, Boolean mayPublish,
            String lang, Boolean disabled, Boolean invited, Integer round, Integer version, Instant createdAt,
            @Nullable Instant signedInAt) {
        return new Account(id, name, displayName, Role.of(role), mayPublish, Lang.of(lang).orElse(Lang.EN), disabled,
                invited, round, version, createdAt, signedInAt);
    }
}
