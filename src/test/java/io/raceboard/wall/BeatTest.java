package io.raceboard.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Signs of life as anybody may send them, without a sign-in: the desk can read every one that it keeps. */
class BeatTest {

    private final WallSite.Screens screens = WallSite.screens();

    private int send(String json) throws IOException {
        var request = new MockHttpServletRequest("POST", "/walls/race/beat");
        request.setContent(json.getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();
        screens.endpoint().doPost(request, response);
        return response.getStatus();
    }

    /** @param parts of a beat in single quotes, beside what every beat has */
    private Beat heard(String parts) throws IOException {
        assertThat(send(beat(parts))).isEqualTo(200);
        return screens.displays().find("stranger").orElseThrow().beat;
    }

    private static String beat(String parts) {
        return ("{'id': 'stranger', 'paused': false, 'hidden': false, " + parts + "}").replace('\'', '"');
    }

    private static String numbers(long all) {
        return "'memory': %1$d, 'nodes': %2$d, 'offset': %1$d, 'reloads': %2$d, 'done': %1$d".formatted(all,
                Math.clamp(all, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'slide': 's1', 'painted': {'a': null}", "'slide': '', 'painted': {'a': '1'}",
        "'slide': 's', 'painted': {}", "'slide': null, 'painted': null", "'slide': 's1', 'painted': {'': ''}",
        "'slide': 's1', 'painted': {'\\ud800': '\\u0000'}"})
    void aScreenIsListedWhateverItSaysOfItself(String said) throws IOException {
        assertThat(send(beat(numbers(0) + ", " + said))).isEqualTo(200);
        assertThat(screens.displays().all()).singleElement().satisfies(display -> {
            assertThat(display.code).isEqualTo("stranger");
            assertThat(screens.proof().wrong(display)).hasSizeLessThanOrEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "3", "[]", "{}", "{\"id\": null}", "{\"id\": \"stranger\", \"painted\": [1]}"})
    void whatIsNoSignOfLifeIsNotAnswered(String text) throws IOException {
        assertThat(send(text)).isEqualTo(400);
        assertThat(screens.displays().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "s", "slide", "s1 ", "s12345", "<b>"})
    void whatNoSlideIsCalledIsNoSlide(String slide) throws IOException {
        assertThat(heard(numbers(0) + ", 'slide': '" + slide + "'").slide()).isNull();
    }

    @Test
    void aNumberBeyondAllMeasureIsTheLargestThatCanBe() throws IOException {
        var most = heard(numbers(Long.MAX_VALUE));
        assertThat(most.memory()).isEqualTo(1L << 40);
        assertThat(most.nodes()).isEqualTo(10_000_000);
        assertThat(most.reloads()).isEqualTo(1_000);
        var least = heard(numbers(Long.MIN_VALUE));
        assertThat(least.memory()).isZero();
        assertThat(least.nodes()).isZero();
        assertThat(least.reloads()).isZero();
        assertThat(least.done()).isZero();
        assertThat(least.offset()).isEqualTo(-most.offset()).isNegative();
    }

    @Test
    void longTextsAreCutAndWhatCannotBeReadIsLeftOut() throws IOException {
        var beat = heard(numbers(0) + ", 'why': '\\u0007\\ud800" + "😀".repeat(400) + "', 'build': 'a\\nb'");
        assertThat(beat.why()).isEqualTo("😀".repeat(149));
        assertThat(beat.build()).isEqualTo("ab");
    }

    @Test
    void ofWhatIsPaintedAFewHundredNumbersAreKept() throws IOException {
        var painted = IntStream.range(0, 900).mapToObj(n -> "'n" + n + "': '1'").collect(Collectors.joining(", "));
        assertThat(heard(numbers(0) + ", 'slide': 's1', 'painted': {" + painted + "}").painted()).hasSize(300);
    }

    @Test
    void whatAScreenReallySaysIsKeptAsItIs() throws IOException {
        var beat = heard("'memory': 12582912, 'nodes': 1480, 'offset': -320, 'reloads': 2, 'done': 1795341600000,"
                + " 'page': 'p1', 'lang': 'zh', 'stamp': '12.20261122.1', 'build': 'a1b2', 'slide': 's12',"
                + " 'screen': '1920×1080', 'why': 'connection', 'painted': {'s12-chart': '/data/capacity-additions-solar/1.20261122.json?entities=cn,us'}");
        assertThat(beat.painted()).hasSize(1);
        assertThat(beat).isEqualTo(new Beat("stranger", "p1", "zh", "12.20261122.1", "a1b2", "s12", 12_582_912, 1480, -320,
                "1920×1080", false, false, false, 2, "connection", beat.painted(), 1_795_341_600_000L));
    }
}
