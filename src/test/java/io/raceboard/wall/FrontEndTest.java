package io.raceboard.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;

/** Screens load themselves anew when what they are given is another. */
class FrontEndTest {

    @Test
    void whateverMakesTheHtmlOfAWallMakesItsVersion() throws IOException {
        assertThat(FrontEnd.makers()).extracting(Resource::getFilename)
                .contains("JtewallGenerated.class", "JteheadlineGenerated.class", "wall.properties", "wall_zh.properties",
                        "RaceWall.class", "Exhibits.class", "PolicyPanels.class");
    }

    @Test
    void theVersionIsTheSameAtEachStart() {
        assertThat(new FrontEnd("").build()).matches("[0-9a-f]{12}").isEqualTo(new FrontEnd("").build());
    }
}
