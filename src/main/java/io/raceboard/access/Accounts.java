package io.raceboard.access;

import io.raceboard.access.AccountStore.Link;
import io.raceboard.access.AccountStore.Purpose;
import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditKind;
import io.raceboard.catalog.Lang;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People of the desk. Whoever is not asked here has no account: there is no default one, and no default password.
 * Every change is in the log, in the same transaction.
 */
@Service
public class Accounts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,59}");

    private final AccountStore store;
    private final Passwords passwords;
    private final PasswordCheck check;
    private final PasswordEncoder encoder;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration linkLasts;

    Accounts(AccountStore store, Passwords passwords, PasswordCheck check, PasswordEncoder encoder, Audit audit,
            ApplicationEventPublisher events, Clock clock, @Value("${raceboard.access.link:72h}") Duration linkLasts) {
        this.store = store;
        this.passwords = passwords;
        this.check = check;
        this.encoder = encoder;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.linkLasts = linkLasts;
    }

    /** Whether nobody was ever let in. */
    public boolean isEmpty() {
        return store.isEmpty();
    }

    /** One page of all accounts whose name contains the text, by name. */
    @Needs(Role.ADMIN)
    public List<Account> page(Person by, String text, int offset, int limit) {
        by.require(Role.ADMIN);
        return store.page(text, offset, limit);
    }

    @Needs(Role.VIEWER)
    public Optional<Account> find(Person by, long id) {
        by.require(by.id() == id ? Role.VIEWER : Role.ADMIN);
        return store.find(id);
    }

    /** An account of somebody else's, or one's own, which nobody invited: for the first start only. */
    @Transactional
    public void createFirst(String name, String displayName, String password, String from) {
        var plain = plainName(name);
        strong(password, plain, displayName);
        if (!store.isEmpty()) {
            throw new AccessFault("", "access.setup.done");
        }
        store.insert(plain, displayName(displayName, name.strip()), Role.ADMIN, true, Lang.EN,
                encoder.encode(password), now());
        store.closeLinks(null, now());
        audit.record(AuditKind.ACCOUNT, plain, from, "account " + plain, "first administrator made");
    }

    /** @return the token of a new link for the first administrator; earlier ones no longer work */
    @Transactional
    public String setupLink() {
        store.closeLinks(null, now());
        return link(Purpose.SETUP, null);
    }

    /**
     * Makes an account that waits for its owner to choose a password.
     *
     * @return the token of the one-time link to hand over
     */
    @Transactional
    @Needs(Role.ADMIN)
    public String invite(Person by, String from, String name, String displayName, Role role, boolean mayPublish,
            Lang lang) {
        by.require(Role.ADMIN);
        var plain = plainName(name);
        long id;
        try {
            if (store.find(plain).isPresent()) {
                throw new AccessFault("name", "access.name.taken", plain);
            }
            id = store.insert(plain, displayName(displayName, name.strip()), role, mayPublish, lang, null, now());
        } catch (DuplicateKeyException atTheSameTime) {
            throw new AccessFault("name", "access.name.taken", plain);
        }
        var token = link(Purpose.INVITE, id);
        audit.record(AuditKind.ACCOUNT, by.name(), from, "account " + plain, "invited as %s%s".formatted(role.code(),
                mayPublish ? ", may publish" : ""));
        return token;
    }

    /**
     * Makes a link by which the owner chooses a new password; earlier links of the account no longer work. The old
     * password works until then.
     */
    @Transactional
    @Needs(Role.ADMIN)
    public String resetLink(Person by, String from, long id) {
        by.require(Role.ADMIN);
        var account = store.find(id).orElseThrow();
        store.closeLinks(id, now());
        var token = link(account.invited() ? Purpose.INVITE : Purpose.RESET, id);
        audit.record(AuditKind.LINK, by.name(), from, "account " + account.name(), "link to choose a password made");
        return token;
    }

    /** Whose link this is: empty for the first administrator's. */
    public record OpenLink(Optional<Account> account) {
    }

    /** Empty when the link was used, is too old, or never was. */
    public Optional<OpenLink> openLink(String token) {
        return store.openLink(Tokens.hash(token), now()).filter(this::stillMeantFor)
                .map(link -> new OpenLink(Optional.ofNullable(link.account()).flatMap(store::find)));
    }

    /** The first administrator makes the account by the link that was printed. */
    @Transactional
    public void setUp(String token, String name, String displayName, String password, String from) {
        var link = take(token);
        if (link.purpose() != Purpose.SETUP) {
            throw new AccessFault("", "access.link.void");
        }
        createFirst(name, displayName, password, from);
    }

    /** The owner chooses a password by a one-time link; all sign-ins there were are over. */
    @Transactional
    public Account choosePassword(String token, String password, String from) {
        var link = take(token);
        var account = Optional.ofNullable(link.account()).flatMap(store::find)
                .orElseThrow(() -> new AccessFault("", "access.link.void"));
        strong(password, account.name(), account.displayName());
        store.setPassword(account.id(), encoder.encode(password));
        audit.record(AuditKind.ACCOUNT, account.name(), from, "account " + account.name(), "password chosen by link");
        events.publishEvent(new RightsChanged(account.id()));
        return account;
    }

    /** What became of a save. */
    public sealed interface Saved {

        record Done(Account now) implements Saved {
        }

        /** Somebody else saved in between; nothing was written. */
        record Conflict(Account theirs) implements Saved {
        }
    }

    /**
     * Saves name, role, rights, language and whether the account is disabled.
     *
     * @param changed the account as it shall be, with the version from which the change started
     */
    @Transactional
    @Needs(Role.ADMIN)
    public Saved save(Person by, String from, Account changed) {
        by.require(Role.ADMIN);
        int admins = store.takeAdmins();
        var before = store.find(changed.id()).orElseThrow();
        if (before.version() != changed.version()) {
            return new Saved.Conflict(before);
        }
        boolean was = before.role() == Role.ADMIN && !before.disabled() && !before.invited();
        boolean stays = changed.role() == Role.ADMIN && !changed.disabled();
        if (was && !stays && admins < 2) {
            throw new AccessFault("", "access.people.last-admin");
        }
        var named = displayName(changed.displayName(), before.name());
        var now = new Account(before.id(), before.name(), named, changed.role(), changed.mayPublish(), changed.lang(),
                changed.disabled(), before.invited(), before.round(), before.version() + 1, before.createdAt(),
                before.signedInAt());
        if (!store.update(now, before.version())) {
            return new Saved.Conflict(store.find(changed.id()).orElseThrow());
        }
        var differences = differences(before, now);
        if (!differences.isEmpty()) {
            boolean rights = before.role() != now.role() || before.mayPublish() != now.mayPublish()
                    || before.disabled() != now.disabled();
            audit.record(rights ? AuditKind.RIGHTS : AuditKind.ACCOUNT, by.name(), from, "account " + now.name(),
                    String.join("; ", differences));
        }
        events.publishEvent(new RightsChanged(now.id()));
        return new Saved.Done(now);
    }

    /** Ends every sign-in of the account, on all its browsers. */
    @Transactional
    @Needs(Role.VIEWER)
    public void signOutEverywhere(Person by, String from, long id) {
        by.require(by.id() == id ? Role.VIEWER : Role.ADMIN);
        var account = store.find(id).orElseThrow();
        store.nextRound(id);
        audit.record(AuditKind.SIGN_OUT, by.name(), from, "account " + account.name(), "everywhere");
        events.publishEvent(new RightsChanged(id));
    }

    /** One's own new password; every other browser must sign in anew. */
    @Transactional
    @Needs(Role.VIEWER)
    public void changePassword(Person by, String from, String before, String after) {
        var account = store.find(by.id()).orElseThrow();
        if (!check.right(account, before, from)) {
            throw new AccessFault("before", "access.me.wrong");
        }
        strong(after, account.name(), account.displayName());
        store.setPassword(account.id(), encoder.encode(after));
        audit.record(AuditKind.ACCOUNT, by.name(), from, "account " + account.name(), "password changed");
        events.publishEvent(new RightsChanged(account.id()));
    }

    @Transactional
    @Needs(Role.VIEWER)
    public void changeLanguage(Person by, Lang lang) {
        store.setLang(by.id(), lang);
        events.publishEvent(new RightsChanged(by.id()));
    }

    private Link take(String token) {
        var link = store.openLink(Tokens.hash(token), now()).filter(this::stillMeantFor)
                .orElseThrow(() -> new AccessFault("", "access.link.void"));
        if (!store.useLink(link.id(), now())) {
            throw new AccessFault("", "access.link.void");
        }
        return link;
    }

    private boolean stillMeantFor(Link link) {
        return link.account() == null ? store.isEmpty()
                : store.find(link.account()).filter(account -> !account.disabled()).isPresent();
    }

    private String link(Purpose purpose, @org.jspecify.annotations.Nullable Long account) {
        var token = Tokens.make();
        store.insertLink(purpose, account, Tokens.hash(token), now(), now().plus(linkLasts));
        return token;
    }

    private void strong(String password, String... names) {
        passwords.weakness(password, names).ifPresent(weakness -> {
            throw new AccessFault("password", weakness.key(), Passwords.LEAST);
        });
    }

    private static String plainName(String typed) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new AccessFault("name", "access.name.form");
        }
        return name;
    }

    private static String displayName(String typed, String otherwise) {
        var name = typed.strip().replaceAll("\\p{Cntrl}", " ");
        if (name.length() > 120) {
            throw new AccessFault("displayName", "access.display-name.long", 120);
        }
        return name.isEmpty() ? otherwise : name;
    }

    private static List<String> differences(Account before, Account now) {
        var found = new ArrayList<String>();
        difference(found, "name", before.displayName(), now.displayName());
        difference(found, "role", before.role().code(), now.role().code());
        difference(found, "may publish", before.mayPublish(), now.mayPublish());
        difference(found, "language", before.lang().code(), now.lang().code());
        difference(found, "disabled", before.disabled(), now.disabled());
        return found;
    }

    private static void difference(List<String> found, String what, Object before, Object now) {
        if (!before.equals(now)) {
            found.add("%s: %s -> %s".formatted(what, before, now));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
