package io.raceboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Label;
import io.raceboard.catalog.Lang;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for numbers that a text got from nowhere. */
final class Numerals {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");

    private Numerals() {
    }

    /**
     * Every number of the phrase is the exact value of a reading, one of its bounds, or a sum or difference of the
     * readings it names; every other digit belongs to a period of one of them or to a name.
     */
    static void areAllCovered(Phrase phrase, List<Cited> readings, String... alsoAllowed) {
        phrase.numbers().forEach(number -> {
            assertThat(readings).as("readings behind %s in: %s", number.text(), phrase.text())
                    .containsAll(number.from());
            assertThat(possible(number.from())).as("values behind %s in: %s", number.text(), phrase.text())
                    .anySatisfy(value -> assertThat(value).isEqualByComparingTo(number.exact()));
        });
        var names = readings.stream().flatMap(Numerals::names).toList();
        phrase.parts().stream().filter(part -> part.number() == null).forEach(part -> {
            var rest = part.text();
            for (var known : Stream.concat(names.stream(), Stream.of(alsoAllowed))
                    .sorted((a, b) -> b.length() - a.length()).toList()) {
                rest = rest.replace(known, "");
            }
            assertThat(NUMBER.matcher(rest).find()).as("digits out of nowhere in “%s” of: %s", part.text(),
                    phrase.text()).isFalse();
        });
    }

    private static List<BigDecimal> possible(List<Cited> from) {
        var first = from.getFirst().reading();
        if (from.size() == 1) {
            return Stream.of(first.amount(), first.low(), first.high()).filter(v -> v != null).toList();
        }
        return List.of(from.stream().skip(1).map(c -> c.reading().amount())
                .reduce(first.amount(), BigDecimal::subtract));
    }

    private static Stream<String> names(Cited cited) {
        var labels = Stream.of(cited.series().entity().title(), cited.series().estimator().title(),
                cited.indicator().title(),
                cited.series().title() == null ? new Label("", null) : cited.series().title());
        return Stream.concat(
                Stream.of(Lang.values()).map(lang -> cited.reading().period().label(lang)),
                labels.flatMap(label -> Stream.of(label.en(), label.in(Lang.ZH)))).filter(name -> !name.isBlank());
    }

    /** All readings of these snapshots. */
    static List<Cited> readings(Snapshots snapshots) {
        return snapshots.bySlug().values().stream()
                .flatMap(s -> s.series().stream().flatMap(series -> series.readings().stream()
                        .map(r -> new Cited(s.indicator(), series, r))))
                .toList();
    }

    /** Those of one indicator. */
    static List<Cited> readings(io.raceboard.live.IndicatorSnapshot snapshot) {
        return readings(new Snapshots(Map.of(snapshot.indicator().slug(), snapshot)));
    }
}
