package io.raceboard.records;

import io.raceboard.page.Words;
import java.util.List;

/** What lists are narrowed by. */
final class Filters {

    private Filters() {
    }

    /** By the words that a part of a record may be. */
    static Filter words(Words words, String part) {
        return words(words, part, part);
    }

    static Filter words(Words words, String name, String part) {
        return new Filter(name, words.say("review.part." + part), Parts.words(part).stream()
                .map(code -> new Filter.Option(code, Cells.word(words, part, code))).toList());
    }

    static Filter records(Words words, String name, String label, List<Choice> choices) {
        return new Filter(name, words.say(label), choices.stream()
                .map(c -> new Filter.Option(c.slug(), c.title().in(words.lang()))).toList());
    }

    /** Sources that are likely there twice. */
    static Filter duplicates(Words words) {
        return new Filter("twice", words.say("records.twice"),
                List.of(new Filter.Option("1", words.say("records.twice.only"))));
    }
}
