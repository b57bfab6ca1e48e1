package io.raceboard.entry;

import io.raceboard.catalog.Period;
import io.raceboard.page.Words;
import io.raceboard.review.ConflictDialog;
import io.raceboard.review.ConflictDialog.Part;
import io.raceboard.review.ConflictDialog.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Somebody else has saved the same values meanwhile: all cells of one save side by side, and a choice for each. */
class Conflicts {

    private final SeriesAtWork work;
    private final CellTexts texts;
    private final Words words;

    Conflicts(SeriesAtWork work, CellTexts texts, Words words) {
        this.work = work;
        this.texts = texts;
        this.words = words;
    }

    /**
     * Shows what the store holds now beside what was typed, with the value that it was typed over.
     *
     * @param seen by period: the vintage that stood there when it was typed, 0 for none
     * @param mine what was typed in the cell
     * @param takeOver gets the cells in which the other person's text is wanted; all others stay as they were typed
     */
    void resolve(Map<Period, Integer> seen, BiFunction<Period, Column, String> mine,
            Consumer<Map<Sheet.Place, String>> takeOver) {
        work.reload();
        var base = work.asSeen(seen);
        var parts = new ArrayList<Part>();
        var theirs = new HashMap<String, Map.Entry<Sheet.Place, String>>();
        seen.keySet().stream().sorted().forEach(period -> {
            var point = work.sheet().point(period);
            for (var column : Column.values()) {
                var place = new Sheet.Place(period, column);
                var name = period.text() + "/" + column.key();
                var now = point == null ? "" : point.text(column);
                theirs.put(name, Map.entry(place, now));
                parts.add(new Part(seen.size() > 1 ? period.label(words.lang()) : "", name,
                        words.say("entry.column." + column.key()),
                        shown(column, base.containsKey(period) ? base.get(period).text(column) : ""),
                        shown(column, mine.apply(period, column)), shown(column, now)));
            }
        });
        new ConflictDialog(words, "", parts, chosen -> takeOver.accept(chosen.entrySet().stream()
                .filter(choice -> choice.getValue() == Side.THEIRS)
                .map(choice -> theirs.get(choice.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))).open();
    }

    /** As people read it: numbers in the indicator's unit, statuses and sources by their names. */
    private String shown(Column column, String text) {
        return switch (column) {
            case VALUE, LOW, HIGH -> {
                var amount = text.isBlank() ? null : texts.amount(text);
                yield amount == null ? text : Point.text(amount);
            }
            case STATUS -> texts.status(text).map(s -> words.say("chart.word." + s.code())).orElse(text);
            case SOURCE -> texts.source(text).map(SheetJson::sourceWord).orElse(text);
            case NOTE -> text;
        };
    }

    static Map<Period, Integer> seen(List<Period> periods, Map<Period, Sheet.Edit> edits) {
        return periods.stream().filter(edits::containsKey)
                .collect(Collectors.toMap(period -> period, period -> edits.get(period).seen()));
    }
}
