package io.raceboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Guessing is slow for who guesses, and for nobody else. */
class AttemptsTest {

    private static final Duration NO_WAIT = Duration.ofMillis(500);

    private final Attempts attempts = new Attempts();

    @Test
    void whoGuessesIsSlowedAfterFive() {
        for (int i = 0; i < 5; i++) {
            wrong("ada", "10.0.0.1");
        }
        assertThatThrownBy(() -> attempts.begin("ada", "10.0.0.1")).isInstanceOf(TooManyAttempts.class)
                .satisfies(slowed -> assertThat(((TooManyAttempts) slowed).seconds()).isBetween(1L, 11L));
    }

    @Test
    void aThousandWrongOnesDoNotHoldUpOthers() {
        int heard = 0;
        for (int i = 0; i < 1000; i++) {
            heard += tried("ada", "10.0.0.1") ? 1 : 0;
        }
        assertThat(heard).as("guesses that were compared at all").isLessThan(10);
        assertQuick("bob", "10.0.0.1");
        assertQuick("ada", "10.0.0.2");
        assertQuick("eve", "10.0.0.3");
    }

    @Test
    void aThousandNamesFromOneAddressAreSlowedAndOthersAreNot() {
        long begin = System.nanoTime();
        int heard = 0;
        for (int i = 0; i < 44; i++) {
            heard += tried("name" + i, "10.0.0.1") ? 1 : 0;
        }
        assertThat(heard).isLessThanOrEqualTo(44);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("waiting for the address's turns")
                .isGreaterThan(Duration.ofSeconds(2));
        assertQuick("bob", "10.0.0.2");
    }

    @Test
    void guessersAtManyAddressesDoNotShutOutWhoWasHereBefore() {
        attempts.end(attempts.begin("ada", "10.9.9.9"), true);
        int heard = 0;
        for (int i = 0; i < 1000; i++) {
            heard += tried("ada", "10.1." + i / 250 + "." + i % 250) ? 1 : 0;
        }
        assertThat(heard).as("guesses at one name from a thousand addresses").isLessThanOrEqualTo(52);
        assertQuick("ada", "10.9.9.9");
    }

    @Test
    void aRightOneMakesGood() {
        for (int round = 0; round < 8; round++) {
            for (int i = 0; i < 3; i++) {
                wrong("ada", "10.0.0.1");
            }
            attempts.end(attempts.begin("ada", "10.0.0.1"), true);
        }
    }

    private void assertQuick(String name, String address) {
        long begin = System.nanoTime();
        attempts.end(attempts.begin(name, address), true);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(NO_WAIT);
    }

    private void wrong(String name, String address) {
        attempts.end(attempts.begin(name, address), false);
    }

    private boolean tried(String name, String address) {
        try {
            wrong(name, address);
            return true;
        } catch (TooManyAttempts slowed) {
            return false;
        }
    }
}
