package io.raceboard.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** There were too many wrong passwords just now. */
public class TooManyAttempts extends AuthenticationException {

    private final Duration left;

    TooManyAttempts(Duration left) {
        super("Too many wrong attempts");
        this.left = left;
    }

    /** Seconds until the next attempt is heard. */
    public long seconds() {
        return Math.max(1, left.toSeconds() + 1);
    }
}
