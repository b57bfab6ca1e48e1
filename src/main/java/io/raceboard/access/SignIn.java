package io.raceboard.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * One person at one browser. Rights are asked for at every request, so what changes in the account holds at once, on
 * pages that are open, too. It stops counting when the person has done nothing for some time; the same person can then
 * wake it with the password, over the open form.
 */
public final class SignIn implements Authentication {

    private final long account;
    private final transient SignIns rules;
    private volatile Person person;
    private volatile int round;
    private volatile Instant lastAct;
    private volatile boolean over;

    SignIn(Account account, SignIns rules, Instant now) {
        this.account = account.id();
        this.rules = rules;
        this.person = account.person();
        this.round = account.round();
        this.lastAct = now;
    }

    /** Whether it counts; if not, the password must be given again. */
    public boolean counts() {
        return !over && rules.now().isBefore(lastAct.plus(rules.idle()));
    }

    /** Who signed in, as the account was when it was last read; whether it still counts is another question. */
    public Person person() {
        return person;
    }

    /** The person typed, clicked or opened a page. */
    public void act() {
        if (counts()) {
            lastAct = rules.now();
        }
    }

    /** How long until it stops counting if nothing is done. */
    public Duration left() {
        return over ? Duration.ZERO : Duration.between(rules.now(), lastAct.plus(rules.idle()));
    }

    /** Takes over what the account says now. */
    void follow(Account now) {
        person = now.person();
        over = over || now.disabled() || now.round() != round;
    }

    void end() {
        over = true;
    }

    /** The password was given again. */
    void wake(Account now) {
        person = now.person();
        round = now.round();
        over = false;
        lastAct = rules.now();
    }

    long account() {
        return account;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return counts() ? person.role().authorities() : List.of();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getDetails() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return this;
    }

    @Override
    public boolean isAuthenticated() {
        return counts();
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        if (authenticated) {
            throw new IllegalArgumentException("only the password does that");
        }
        end();
    }

    @Override
    public String getName() {
        return person.name();
    }
}
