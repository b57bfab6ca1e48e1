package io.raceboard.access;

import static io.raceboard.db.Tables.ACCESS_LINK;
import static io.raceboard.db.Tables.ACCOUNT;
import static io.raceboard.db.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raceboard.access.Accounts.Saved;
import io.raceboard.audit.AuditOfTests;
import io.raceboard.catalog.Lang;
import io.raceboard.ledger.AtOnce;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestClock;
import io.raceboard.ledger.TestStore;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.transaction.support.TransactionTemplate;

/** People of the desk, their links, rights and sign-ins. */
@StoreTest
class AccountsTest {

    private static final String GOOD = "violet tractor sings low";
    private static final String OTHER = "green cactus never melts";

    private final TestStore store;
    private final TransactionTemplate transaction;
    private final AccountStore rows;
    private final SignIns signIns;
    private final PasswordCheck check;
    private final Accounts accounts;
    private final TestClock clock = new TestClock();

    AccountsTest(Engine engine) {
        store = engine.emptyStore();
        transaction = new TransactionTemplate(store.transactions());
        rows = new AccountStore(store.sql());
        signIns = new SignIns(rows, clock, Duration.ofMinutes(30));
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        var audit = AuditOfTests.of(store);
        check = new PasswordCheck(rows, signIns, new Attempts(), encoder, audit, clock);
        accounts = new Accounts(rows, new Passwords(), check, encoder, audit, event -> { }, clock,
                Duration.ofHours(72));
    }

    @BeforeEach
    void nobodyIsThere() {
        store.sql().deleteFrom(ACCESS_LINK).execute();
        store.sql().deleteFrom(ACCOUNT).execute();
    }

    @Test
    void theFirstAdministratorComesByALinkThatWorksOnce() {
        var link = in(accounts::setupLink);
        in(() -> setUp(link, "Ada"));
        assertThat(signIn("ada", GOOD).person().role()).isEqualTo(Role.ADMIN);
        assertThatThrownBy(() -> in(() -> setUp(link, "eve"))).isInstanceOf(AccessFault.class);
        assertThat(accounts.openLink(link)).isEmpty();
        assertThatThrownBy(() -> in(() -> setUp("guessed", "eve"))).isInstanceOf(AccessFault.class);
    }

    @Test
    void aNewerSetupLinkEndsTheOneBefore() {
        var first = in(accounts::setupLink);
        var second = in(accounts::setupLink);
        assertThat(accounts.openLink(first)).isEmpty();
        assertThat(accounts.openLink(second)).isPresent();
    }

    @Test
    void theStoreKnowsNeitherTokensNorPasswords() {
        var link = in(accounts::setupLink);
        in(() -> setUp(link, "ada"));
        assertThat(store.sql().fetch(ACCESS_LINK).formatCSV()).doesNotContain(link);
        assertThat(store.sql().fetch(ACCOUNT).formatCSV()).doesNotContain(GOOD).contains("{bcrypt}$2");
        assertThat(store.sql().fetch(AUDIT_ENTRY).formatCSV()).doesNotContain(link).doesNotContain(GOOD);
    }

    @Test
    void anInvitedPersonChoosesAPasswordOnceAndInTime() {
        var ada = admin();
        var link = in(() -> accounts.invite(ada, "", "bob", "Bob", Role.EDITOR, false, Lang.ZH));
        assertThatThrownBy(() -> signIn("bob", "")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> in(() -> accounts.choosePassword(link, "password1234", "")))
                .isInstanceOf(AccessFault.class);
        in(() -> accounts.choosePassword(link, OTHER, ""));
        assertThat(signIn("BOB ", OTHER).person()).isEqualTo(
                new Person(signIn("bob", OTHER).account(), "bob", "Bob", Role.EDITOR, false, Lang.ZH));
        assertThatThrownBy(() -> in(() -> accounts.choosePassword(link, GOOD, ""))).isInstanceOf(AccessFault.class);

        var late = in(() -> accounts.invite(ada, "", "eve", "", Role.VIEWER, false, Lang.EN));
        clock.passes(Duration.ofHours(73));
        assertThatThrownBy(() -> in(() -> accounts.choosePassword(late, GOOD, ""))).isInstanceOf(AccessFault.class);
    }

    @Test
    void ofTwoWhoUseALinkAtOnceOneWins() {
        var ada = admin();
        var link = in(() -> accounts.invite(ada, "", "bob", "Bob", Role.EDITOR, false, Lang.EN));
        Callable<Boolean> use = () -> isAllowed(() -> accounts.choosePassword(link, OTHER, ""));
        assertThat(AtOnce.all(List.of(use, use))).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aSaveThatStartedFromAnOlderVersionChangesNothing() {
        var ada = admin();
        var bob = invited(ada, "bob", Role.VIEWER);
        var mine = with(bob, Role.EDITOR, false);
        var theirs = with(bob, Role.REVIEWER, false);
        assertThat(in(() -> accounts.save(ada, "", theirs))).isInstanceOf(Saved.Done.class);
        assertThat(in(() -> accounts.save(ada, "", mine))).isInstanceOfSatisfying(Saved.Conflict.class,
                conflict -> assertThat(conflict.theirs().role()).isEqualTo(Role.REVIEWER));
        assertThat(rows.find(bob.id()).orElseThrow().role()).isEqualTo(Role.REVIEWER);
    }

    @Test
    void theLastAdministratorCannotBeShutOut() {
        var ada = admin();
        var own = rows.find(ada.id()).orElseThrow();
        assertThatThrownBy(() -> in(() -> accounts.save(ada, "", with(own, Role.ADMIN, true))))
                .isInstanceOf(AccessFault.class);
        assertThatThrownBy(() -> in(() -> accounts.save(ada, "", with(own, Role.EDITOR, false))))
                .isInstanceOf(AccessFault.class);
        var bob = invited(ada, "bob", Role.ADMIN);
        // Each disables the other, at the same moment: one of them stays.
        AtOnce.all(List.<Callable<Boolean>>of(() -> isAllowed(() -> accounts.save(ada, "", with(bob, Role.ADMIN, true))),
                () -> isAllowed(() -> accounts.save(bob.person(), "", with(own, Role.ADMIN, true)))));
        assertThat(store.sql().fetchCount(ACCOUNT, ACCOUNT.DISABLED.isFalse())).isEqualTo(1);
    }

    @Test
    void whatIsTakenAwayIsGoneAtTheNextLook() {
        var ada = admin();
        var bob = invited(ada, "bob", Role.EDITOR);
        var open = signIn("bob", OTHER);
        in(() -> accounts.save(ada, "", with(rows.find(bob.id()).orElseThrow(), Role.VIEWER, false)));
        signIns.refresh(open);
        assertThat(open.counts()).isTrue();
        assertThat(open.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_VIEWER");
        in(() -> accounts.save(ada, "", with(rows.find(bob.id()).orElseThrow(), Role.VIEWER, true)));
        signIns.refresh(open);
        assertThat(open.counts()).isFalse();
        assertThat(open.getAuthorities()).isEmpty();
        assertThatThrownBy(() -> check.again(open, OTHER, "")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void whoDoesNothingForHalfAnHourIsAskedAgainAndGoesOn() {
        admin();
        var open = signIn("ada", GOOD);
        clock.passes(Duration.ofMinutes(29));
        open.act();
        clock.passes(Duration.ofMinutes(29));
        assertThat(open.counts()).isTrue();
        clock.passes(Duration.ofMinutes(2));
        open.act();
        assertThat(open.counts()).as("acting does not wake what is over").isFalse();
        assertThatThrownBy(() -> check.again(open, OTHER, "")).isInstanceOf(BadCredentialsException.class);
        check.again(open, GOOD, "");
        assertThat(open.counts()).isTrue();
    }

    @Test
    void aNewPasswordAndSigningOutEverywhereEndEverySignIn() {
        var ada = admin();
        var open = signIn("ada", GOOD);
        in(() -> {
            accounts.signOutEverywhere(ada, "", ada.id());
            return true;
        });
        signIns.refresh(open);
        assertThat(open.counts()).isFalse();
        var again = signIn("ada", GOOD);
        assertThatThrownBy(() -> change(ada, "wrong", OTHER)).isInstanceOf(AccessFault.class);
        change(ada, GOOD, OTHER);
        signIns.refresh(again);
        assertThat(again.counts()).isFalse();
        assertThatThrownBy(() -> signIn("ada", GOOD)).isInstanceOf(BadCredentialsException.class);
        assertThat(signIn("ada", OTHER).counts()).isTrue();
    }

    /** Every method that takes who acts says which role it needs, and refuses every other. */
    @Test
    void everyActRefusesWhoMayNot() throws Exception {
        admin();
        var acts = Arrays.stream(Accounts.class.getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Person.class)).toList();
        assertThat(acts).hasSizeGreaterThan(6).allSatisfy(act -> assertThat(act.isAnnotationPresent(Needs.class))
                .as(act.getName()).isTrue());
        var tried = new ArrayList<String>();
        for (var act : acts) {
            for (var role : Role.values()) {
                if (role.includes(act.getAnnotation(Needs.class).value())) {
                    continue;
                }
                var person = new Person(999, "nobody", "Nobody", role, false, Lang.EN);
                var values = Arrays.stream(act.getParameterTypes()).map(type -> type == Person.class ? person
                        : type == long.class ? (Object) 1L : type == int.class ? 0 : type == boolean.class ? false
                        : type == String.class ? "x" : null).toArray();
                assertThatThrownBy(() -> act.invoke(accounts, values)).as(act.getName() + " as " + role)
                        .isInstanceOf(InvocationTargetException.class).cause()
                        .isInstanceOf(AccessDeniedException.class);
                tried.add(act.getName() + role);
            }
        }
        assertThat(tried).hasSize(4 * 3);
    }

    private Person admin() {
        var link = in(accounts::setupLink);
        in(() -> setUp(link, "ada"));
        return rows.find("ada").orElseThrow().person();
    }

    private boolean setUp(String link, String name) {
        accounts.setUp(link, name, "Ada", GOOD, "");
        return true;
    }

    private Account invited(Person by, String name, Role role) {
        var link = in(() -> accounts.invite(by, "", name, name, role, false, Lang.EN));
        in(() -> accounts.choosePassword(link, OTHER, ""));
        return rows.find(name).orElseThrow();
    }

    private void change(Person who, String before, String after) {
        in(() -> {
            accounts.changePassword(who, "", before, after);
            return true;
        });
    }

    private SignIn signIn(String name, String password) {
        return (SignIn) in(() -> {
            try {
                return check.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
            } catch (BadCredentialsException wrong) {
                return wrong;
            }
        }, BadCredentialsException.class);
    }

    private static Account with(Account account, Role role, boolean disabled) {
        return new Account(account.id(), account.name(), account.displayName(), role, account.mayPublish(),
                account.lang(), disabled, account.invited(), account.round(), account.version(), account.createdAt(),
                account.signedInAt());
    }

    private <T> T in(java.util.function.Supplier<T> act) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    private boolean isAllowed(java.util.function.Supplier<?> act) {
        try {
            in(act);
            return true;
        } catch (AccessFault refused) {
            return false;
        }
    }

    /** What was caught inside, so that the log's entry is kept, is thrown here. */
    private Object in(java.util.function.Supplier<Object> act, Class<? extends RuntimeException> caught) {
        var result = in(act);
        if (caught.isInstance(result)) {
            throw caught.cast(result);
        }
        return result;
    }
}
