package io.raceboard.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long a sign-in counts, and what it says now. */
@Component
class SignIns {

    private final AccountStore accounts;
    private final Clock clock;
    private final Duration idle;

    SignIns(AccountStore accounts, Clock clock, @Value("${raceboard.access.idle:30m}") Duration idle) {
        this.accounts = accounts;
        this.clock = clock;
        this.idle = idle;
    }

    Instant now() {
        return clock.instant();
    }

    Duration idle() {
        return idle;
    }

    SignIn begin(Account account) {
        return new SignIn(account, this, now());
    }

    void goOn(SignIn signIn) {
        accounts.find(signIn.account()).filter(account -> !account.disabled()).ifPresent(signIn::wake);
    }

    /** Reads the account; the sign-in then says what holds now. */
    void refresh(SignIn signIn) {
        accounts.find(signIn.account()).ifPresentOrElse(signIn::follow, signIn::end);
    }
}
