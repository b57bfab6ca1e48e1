package io.raceboard.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Lang;
import io.raceboard.wall.Slide.Kind;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walls as text, there and back, and what a broken text is told. */
class WallYamlTest {

    private final WallYaml yaml = new WallYaml(WallSite.check());

    private WallYaml.Result read(String text) {
        return yaml.read(text, WallSite.words(Lang.EN));
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        var wall = new Wall("ops-room", "Ops: the \"room\" 运维", Lang.ZH, 5, 65, ZoneId.of("Asia/Shanghai"),
                Wall.Theme.LIGHT, new Hours(LocalTime.of(19, 0), LocalTime.of(7, 0)), null, false, List.of(
                        new Slide(Kind.HEADLINE, "/i/capacity-additions-solar?entities=cn,us", 30, 24, null, null),
                        new Slide(Kind.NOTE, null, 20, 0, "Lunch", "12:30\nat the usual place: # 3")), 0);
        var read = read(WallYaml.write(wall));
        assertThat(read.faults()).isEmpty();
        assertThat(read.wall()).isEqualTo(wall);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wall: A\\nslug: a\\nslides:\\n  - show: chart\\n    of: /t/power\\n    seconds: soon | 6 | whole number
            wall: A\\nslug: a\\nslides:\\n  - show: film                                     | 4 | "film"
            wall: A\\nslug: a\\ncolour: red\\nslides:\\n  - show: changes                      | 3 | colour
            wall: A\\nslug: a\\nslides:\\n  - show: ranking\\n    of: /i/nothing             | 5 | There is no topic
            wall: A\\nslug: a\\nslides:\\n  - show: changes\\n  - seconds: 20                | 5 | must say what
            wall: A\\n  slug: a\\nslides: [                                                 | 2 | not YAML
            wall: A\\nslug: a\\nzone: Mars/Base\\nslides:\\n  - show: changes                | 3 | Mars/Base
            wall: A\\nslug: a\\nslides:\\n  - show: note\\n    title: B\\n    within hours: 24    | 6 | never be shown
            wall: A\\nslug: a\\nzone: UTC+8\\nslides:\\n  - show: changes                    | 3 | UTC+8
            wall: A\\nslug: a\\nnight: late\\nslides:\\n  - show: changes                    | 3 | late
            wall: A\\nslug: Not A Slug\\nslides:\\n  - show: changes                        | 2 | hyphens
            - a\\n- b                                                                      | 1 | begins with keys
            wall: A\\nwall: B\\nslug: a\\nslides:\\n  - show: changes                       | 2 | second time
            """)
    void aFaultIsToldWithItsLineAndReason(String text, int line, String reason) {
        var faults = read(text.replace("\\n", "\n")).faults();
        assertThat(faults).isNotEmpty();
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.reason().replace('“', '"').replace('”', '"')).contains(reason);
        });
    }

    @Test
    void noTextMakesItThrow() {
        for (var text : List.of("", "\0", "&a [*a]", "!!javax.script.ScriptEngineManager []", "a: &x [*x, *x]",
                "slides: 3", "slides:\n  - 3", "{", "wall: [1]", "? [a]\n: b", "%YAML 9", "x".repeat(300_000))) {
            assertThat(read(text).faults()).as(text.substring(0, Math.min(20, text.length()))).isNotEmpty();
        }
    }
}
