package io.raceboard.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who speaks for a screen, and what waits for it. */
class DisplayTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Display display = new Display("lobby", NOW);

    @Test
    void aSecondPageOfTheSameNameIsNotHeardWhileTheFirstOneSpeaks() {
        assertThat(display.admits("one", NOW)).isTrue();
        assertThat(display.admits("two", NOW.plusSeconds(10))).isFalse();
        assertThat(display.admits("one", NOW.plusSeconds(12))).isTrue();
        assertThat(display.admits("two", NOW.plusSeconds(24))).isFalse();
    }

    @Test
    void aPageThatFellSilentGivesItsNameToTheNext() {
        display.admits("one", NOW);
        assertThat(display.admits("two", NOW.plusSeconds(16))).isTrue();
        assertThat(display.admits("one", NOW.plusSeconds(17))).isFalse();
    }

    @Test
    void aMoveWaitsForAScreenThatIsOffAndOtherOrdersDoNot() {
        display.order("identify", null, NOW);
        display.order("move", "/wall/race", NOW);
        assertThat(display.waiting(NOW.plusSeconds(86_400))).extracting(Display.Order::what).containsExactly("move");
    }

    @Test
    void onlyTheLastMoveCounts() {
        display.order("move", "/wall/one", NOW);
        display.order("move", "/wall/two", NOW);
        display.order("home", null, NOW);
        assertThat(display.waiting(NOW)).extracting(Display.Order::what).containsExactly("home");
    }

    @Test
    void whatIsDoneWaitsNoLonger() {
        var move = display.order("move", "/wall/one", NOW);
        display.done(move.number());
        assertThat(display.waiting(NOW)).isEmpty();
    }
}
