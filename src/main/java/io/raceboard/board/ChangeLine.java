package io.raceboard.board;

import io.raceboard.catalog.Period;
import io.raceboard.live.Catalog;
import io.raceboard.ledger.Act;
import io.raceboard.live.ChangeEntry;
import io.raceboard.page.Links;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change in plain language.
 *
 * @param at the moment in ISO form
 * @param when the day as people write it
 * @param what what happened, in a sentence
 * @param who who did it, and through what
 * @param values the values that changed, as many as fit
 * @param more how many further ones there are
 */
public record ChangeLine(long id, String kind, String at, String when, String what, String who,
        @Nullable String reason, List<Value> values, int more) {

    /** @param text from what to what */
    public record Value(String title, String text, String href) {
    }

    /** A whole data set at once is told by its size, not by a few of its thousands of values. */
    private static final Set<String> TOLD_BY_SIZE = Set.of("bundled");
    private static final Set<String> OF_THE_PROGRAM = Set.of("bundled", "demo");

    /** @param most values to show */
    static ChangeLine of(ChangeEntry entry, Catalog catalog, int most, Words words) {
        var shown = TOLD_BY_SIZE.contains(entry.kind()) ? List.<Value>of()
                : entry.sample().stream().flatMap(v -> value(v, catalog, words)).limit(most).toList();
        var day = Period.parse(entry.at().atZone(ZoneOffset.UTC).toLocalDate().toString());
        return new ChangeLine(entry.id(), entry.kind(), entry.at().toString(), day.label(words.lang()),
                what(entry, words), who(entry, words), entry.reason(), shown,
                shown.isEmpty() ? 0 : entry.values() - shown.size());
    }

    /** Readers learn through what, and whether a second person looked at it; the names by which people sign in stay inside. */
    private static String who(ChangeEntry entry, Words words) {
        if (OF_THE_PROGRAM.contains(entry.kind())) {
            return words.say("board.change.who", entry.actor(), entry.origin());
        }
        return entry.actor().contains(Act.REVIEWED_BY) ? words.say("board.change.reviewed", entry.origin())
                : words.say("board.change.editor", entry.origin());
    }

    private static String what(ChangeEntry entry, Words words) {
        var values = words.say("board.change.values", entry.values());
        var records = words.say("board.change.records", entry.records());
        var size = Stream.of(entry.values() > 0 ? values : "", entry.records() > 0 ? records : "")
                .filter(s -> !s.isEmpty()).reduce((a, b) -> words.say("board.and", a, b)).orElse("");
        return words.say("board.change.kind." + entry.kind(), size);
    }

    private static Stream<Value> value(ChangeEntry.Value value, Catalog catalog, Words words) {
        return catalog.indicator(value.indicator()).stream().map(indicator -> {
            var lang = words.lang();
            var entity = catalog.entities().get(value.entity());
            var name = entity == null ? value.entity() : entity.title().in(lang);
            var title = words.say("board.change.title", indicator.title().in(lang), name, value.period().label(lang));
            var before = value.before() == null ? null : Numbers.full(value.before(), indicator.unit(), lang);
            var after = value.after() == null ? null : Numbers.full(value.after(), indicator.unit(), lang);
            var text = before == null ? words.say("board.change.new", after == null ? "" : after)
                    : after == null ? words.say("board.change.withdrawn", before)
                    : words.say("board.change.from-to", before, after);
            return new Value(title, text,
                    Links.indicator(value.indicator(), Map.of("entities", value.entity()), lang));
        });
    }
}
