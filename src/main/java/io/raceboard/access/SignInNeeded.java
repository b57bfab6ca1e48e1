package io.raceboard.access;

import org.springframework.security.core.AuthenticationException;

/** Nobody is signed in, or no longer: the password must be given before this can be done. */
public class SignInNeeded extends AuthenticationException {

    SignInNeeded() {
        super("Nobody is signed in");
    }
}
