package io.raceboard.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody may do at the desk; each role may do what the ones before it may. */
public enum Role {
    /** Sees lists, drafts and history. */
    VIEWER,
    /** Enters, imports and proposes; publishes only where the account says so. */
    EDITOR,
    /** Accepts or sends back, and publishes. */
    REVIEWER,
    /** People, log, settings, backups, walls. */
    ADMIN;

    /** The word used in the store and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** {@code ROLE_EDITOR} and so on, for this role and those before it. */
    List<GrantedAuthority> authorities() {
        return Arrays.stream(values()).filter(this::includes)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
    }
}
