package io.raceboard.access;

import io.raceboard.catalog.Lang;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is in the store, without its password.
 *
 * @param invited whether it has no password yet: its one-time link was not used
 * @param round sign-ins of earlier rounds are over
 * @param version a save must start from the newest
 */
public record Account(long id, String name, String displayName, Role role, boolean mayPublish, Lang lang,
        boolean disabled, boolean invited, int round, int version, Instant createdAt, @Nullable Instant signedInAt) {

    public Person person() {
        return new Person(id, name, displayName, role, mayPublish, lang);
    }
}
