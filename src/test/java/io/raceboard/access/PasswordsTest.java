package io.raceboard.access;

import static io.raceboard.access.Passwords.Weakness.EASILY_GUESSED;
import static io.raceboard.access.Passwords.Weakness.TOO_LONG;
import static io.raceboard.access.Passwords.Weakness.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {"violet tractor sings low", "kR7#pq2vLm9x", "四只蓝色的鲸鱼在图书馆里唱歌"})
    void whatIsLongAndUncommonWillDo(String password) {
        assertThat(passwords.weakness(password, "ada")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "aaaaaaaaaaaaaaa", "qwertyuiop12", "123456789012", "raceboard2026"})
    void whatManyChooseWillNot(String password) {
        assertThat(passwords.weakness(password, "ada")).hasValue(EASILY_GUESSED);
    }

    @Test
    void norWhatIsShortOrLongerThanTheHashTakesIn() {
        assertThat(passwords.weakness("kR7#pq2vLm9", "ada")).hasValue(TOO_SHORT);
        assertThat(passwords.weakness("x".repeat(73), "ada")).hasValue(TOO_LONG);
        assertThat(passwords.weakness("词".repeat(25), "ada")).hasValue(TOO_LONG);
    }

    @Test
    void norOnesOwnName() {
        assertThat(passwords.weakness("Ada.Lovelace1", "ada.lovelace", "Ada Lovelace")).hasValue(EASILY_GUESSED);
    }
}
