package io.raceboard.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Compares name and password, slowly for who guesses, and tells the log. */
@Component
public class PasswordCheck implements AuthenticationProvider {

    private final AccountStore accounts;
    private final SignIns signIns;
    private final Attempts attempts;
    private final PasswordEncoder encoder;
    private final Audit audit;
    private final Clock clock;
    /** Compared where there is no such account, so that the time taken does not tell. */
    private final String nobodys;
    private final Cache<String, Boolean> told = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    PasswordCheck(AccountStore accounts, SignIns signIns, Attempts attempts, PasswordEncoder encoder, Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.attempts = attempts;
        this.encoder = encoder;
        this.audit = audit;
        this.clock = clock;
        this.nobodys = encoder.encode("nobody's password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        var account = check(attempt.getName(), String.valueOf(attempt.getCredentials()), address, "sign-in form");
        return signIns.begin(account);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    /**
     * The password was given again over an open page: the sign-in counts again.
     *
     * @throws BadCredentialsException when it is not the right one
     * @throws TooManyAttempts when it was wrong too often
     */
    public void again(SignIn signIn, String password, String address) {
        signIn.wake(check(signIn.getName(), password, address, "asked again over the page"));
    }

    /**
     * Whether it is this person's password, before it is changed.
     *
     * @throws TooManyAttempts when it was wrong too often
     */
    boolean right(Account account, String password, String address) {
        var turn = attempts.begin(account.name(), address);
        boolean right = false;
        try {
            right = matches(account.id(), password);
            return right;
        } finally {
            attempts.end(turn, right);
        }
    }

    private Account check(String typed, String password, String address, String where) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        var turn = begin(name, address);
        Account account = null;
        try {
            var found = accounts.find(name);
            if (found.isEmpty()) {
                encoder.matches(password, nobodys);
            } else if (matches(found.get().id(), password) && !found.get().disabled()) {
                account = found.get();
            }
        } finally {
            attempts.end(turn, account != null);
        }
        if (account == null) {
            audit.record(AuditKind.SIGN_IN_FAILED, shown(name), address, "account " + shown(name), where);
            throw new BadCredentialsException("Wrong name or password");
        }
        accounts.signedIn(account.id(), clock.instant());
        audit.record(AuditKind.SIGN_IN, account.name(), address, "account " + account.name(), where);
        return account;
    }

    private Attempts.Turn begin(String name, String address) {
        try {
            return attempts.begin(name, address);
        } catch (TooManyAttempts slowed) {
            if (told.asMap().putIfAbsent(name + '\n' + address, true) == null) {
                audit.record(AuditKind.SIGN_IN_SLOWED, shown(name), address, "account " + shown(name),
                        "too many wrong attempts; more of them are not listed for a minute");
            }
            throw slowed;
        }
    }

    private boolean matches(long account, String password) {
        var hash = accounts.password(account).orElse(null);
        if (hash == null || !encoder.matches(password, hash)) {
            return false;
        }
        if (encoder.upgradeEncoding(hash)) {
            accounts.rehash(account, hash, encoder.encode(password));
        }
        return true;
    }

    /** People type passwords into the wrong field; what looks like no account is not written down whole. */
    private String shown(String name) {
        return name.isEmpty() ? "(nobody)" : accounts.find(name).isPresent() ? name
                : "(unknown: " + name.substring(0, name.offsetByCodePoints(0, Math.min(2, name.codePointCount(0,
                        name.length())))) + "…)";
    }
}
