package io.raceboard.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which passwords will do, after NIST SP 800-63B: long enough, not among the common ones, not made of the person's own
 * name; no rules about digits and signs, which make people choose worse ones.
 */
@Component
public class Passwords {

    public static final int LEAST = 12;
    /** What the hash takes in; it would leave the rest out without a word. */
    private static final int MOST_BYTES = 72;
    /** Zxcvbn's 3 of 4: more than 100 million guesses. */
    private static final int LEAST_SCORE = 3;

    private final Zxcvbn guesser = new Zxcvbn();

    /** Why a password will not do. */
    public enum Weakness {
        TOO_SHORT, TOO_LONG, EASILY_GUESSED;

        /** The message that says so; its {@code {0}} is the least length. */
        public String key() {
            return "access.password." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** @param names what the person is called: easily guessed by whoever knows them */
    public Optional<Weakness> weakness(String password, String... names) {
        if (password.codePointCount(0, password.length()) < LEAST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(Weakness.TOO_LONG);
        }
        var known = new java.util.ArrayList<>(List.of(names));
        known.add("raceboard");
        var strength = guesser.measure(password, known);
        try {
            return strength.getScore() < LEAST_SCORE ? Optional.of(Weakness.EASILY_GUESSED) : Optional.empty();
        } finally {
            strength.wipe();
        }
    }
}
