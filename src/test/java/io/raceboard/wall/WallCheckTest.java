package io.raceboard.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Lang;
import io.raceboard.wall.Slide.Kind;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a wall is saved, and where. */
class WallCheckTest {

    private static List<WallFault> check(Wall wall) {
        return WallSite.check().check(wall, WallSite.words(Lang.EN));
    }

    private static Wall in(String zone) {
        return Wall.fresh("room", "Room", Lang.EN, ZoneId.of(zone)).with(List.of(Slide.of(Kind.CHANGES, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC+08:00", "+08:00", "GMT-03:00", "Z"})
    void aZoneThatOnlyJavaKnowsIsRefused(String zone) {
        assertThat(check(in(zone))).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("zone");
            assertThat(fault.say(WallSite.words(Lang.EN))).contains("“" + zone + "”");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/Argentina/Ushuaia"})
    void aPlaceAndUtcAreZones(String zone) {
        assertThat(check(in(zone))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"race", "new", "draft-of-mine"})
    void aNameThatTheProgramUsesItselfIsRefused(String slug) {
        var wall = Wall.fresh(slug, "Room", Lang.EN, ZoneId.of("UTC")).with(List.of(Slide.of(Kind.CHANGES, null)));
        assertThat(check(wall)).extracting(WallFault::field).containsExactly("slug");
    }

    @Test
    void aNoteMayNotDependOnAChangeOfWhatItShows() {
        var note = new Slide(Kind.NOTE, null, 20, 24, "Lunch", "At noon");
        assertThat(check(in("UTC").with(List.of(note)))).extracting(WallFault::field).containsExactly("slides.0.within");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"OVERVIEW", "TIMELINE", "CHANGES"})
    void slidesOfDataMayDependOnAChange(Kind kind) {
        assertThat(check(in("UTC").with(List.of(new Slide(kind, null, 20, 24, null, null))))).isEmpty();
    }
}
