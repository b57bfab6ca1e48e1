package io.raceboard.board;

import static io.raceboard.board.Given.GIGAWATTS;
import static io.raceboard.board.Given.at;
import static io.raceboard.board.Given.indicator;
import static io.raceboard.board.Given.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Lang;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.page.Address;
import io.raceboard.page.Addresses;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address holds the whole view, and nothing else. */
class IndicatorViewTest {

    private static final IndicatorSnapshot SOLAR = indicator("solar", GIGAWATTS,
            series("us", at("2022", "10"), at("2023", "20"), at("2024", "30")),
            series("cn", "nea", 1, at("2022", "87"), at("2023", "216"), at("2024", "278")),
            series("cn", "ember", 2, at("2024", "277")));

    private static IndicatorView view(String query) {
        return IndicatorView.parse(address(query), SOLAR, Reader.ENGLISH);
    }

    private static Address address(String query) {
        var params = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            if (!pair.isEmpty()) {
                var nameAndValue = pair.split("=", 2);
                params.put(nameAndValue[0], nameAndValue.length > 1 ? nameAndValue[1] : "");
            }
        }
        return Addresses.of("/i/solar", params, Lang.EN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "entities=cn", "entities=cn,us", "time=2023..latest", "scale=log", "transform=share",
            "tab=table", "tab=history&entities=us", "multiples=on&events=on&estimates=all", "lang=zh&tab=sources"})
    void opensAgainAsItWas(String query) {
        var view = view(query);
        assertThat(view.notices()).isEmpty();
        var href = view.href();
        var again = view(href.contains("?") ? href.substring(href.indexOf('?') + 1) : "");
        assertThat(again).isEqualTo(view);
        assertThat(again.href()).isEqualTo(href);
    }

    @Test
    void defaultsAreLeftOut() {
        assertThat(view("tab=chart&scale=linear&transform=none&entities=us,cn&multiples=off&estimates=preferred").href())
                .isEqualTo("/i/solar");
    }

    @Test
    void whatMeansNothingIsIgnoredAndSaid() {
        var view = view("tab=map&entities=atlantis&scale=cubic&colour=red");
        assertThat(view.href()).isEqualTo("/i/solar");
        assertThat(view.notices()).hasSizeGreaterThanOrEqualTo(4).anyMatch(n -> n.contains("map"))
                .anyMatch(n -> n.contains("atlantis")).anyMatch(n -> n.contains("cubic"))
                .anyMatch(n -> n.contains("colour"));
    }

    @Test
    void theFieldsOfTheFormBecomeOneSpan() {
        assertThat(view("from=2023&to=2024").href()).isEqualTo("/i/solar?time=2023..2024");
        assertThat(view("from=2023&tab=table").href()).isEqualTo("/i/solar?tab=table&time=2023..latest");
        assertThat(view("to=2023&time=2022").href()).isEqualTo("/i/solar?time=earliest..2023");
        assertThat(view("from=soon").notices()).isNotEmpty();
    }

    @Test
    void controlsKeepTheRestOfTheView() {
        var view = view("entities=cn&tab=table&lang=zh");
        var controls = Controls.of(view, SOLAR, Reader.CHINESE);
        assertThat(controls.kept()).isEqualTo(Map.of("tab", "table", "lang", "zh"));
        assertThat(controls.timeKept()).isEqualTo(Map.of("tab", "table", "entities", "cn", "lang", "zh"));
        assertThat(controls.switches()).allSatisfy(s -> assertThat(s.href())
                .contains("entities=cn").contains("tab=table").contains("lang=zh"));
        assertThat(controls.entities()).filteredOn(Controls.Choice::chosen).extracting(Controls.Choice::slug)
                .containsExactly("cn");
        assertThat(controls.reset()).isEqualTo("/i/solar?tab=table&lang=zh");
    }

    @Test
    void thereIsNothingToResetInTheDefaultView() {
        assertThat(Controls.of(view(""), SOLAR, Reader.ENGLISH).reset()).isNull();
    }

    @Test
    void onlyWhatMakesADifferenceIsOffered() {
        var one = indicator("one", GIGAWATTS, series("cn", at("2024", "278")));
        var controls = Controls.of(IndicatorView.parse(new Address("/i/one", Map.of(), Lang.EN), one, Reader.ENGLISH), one,
                Reader.ENGLISH);
        assertThat(controls.entities()).isEmpty();
        assertThat(controls.times()).isEmpty();
        assertThat(controls.transforms()).isEmpty();
        assertThat(Controls.of(view(""), SOLAR, Reader.ENGLISH).switches()).extracting(Controls.Option::text)
                .contains("Competing estimates", "Small multiples");
    }
}
