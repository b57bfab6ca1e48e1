package io.raceboard.access;

import io.raceboard.catalog.Lang;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who acts.
 *
 * @param name what is typed to sign in, in lower case; the actor of changes and log entries
 * @param displayName what others see
 * @param mayPublish whether an editor publishes without asking; reviewers and admins always may
 */
public record Person(long id, String name, String displayName, Role role, boolean mayPublish, Lang lang) {

    public boolean may(Role needed) {
        return role.includes(needed);
    }

    /** Whether what this person saves may be on the board at once, as far as the person goes. */
    public boolean publishes() {
        return role.includes(Role.REVIEWER) || (role == Role.EDITOR && mayPublish);
    }

    /** @throws AccessDeniedException when this person's role does not include that one */
    public Person require(Role needed) {
        if (!may(needed)) {
            throw new AccessDeniedException("%s is %s, not %s".formatted(name, role.code(), needed.code()));
        }
        return this;
    }
}
