package io.raceboard.entry;

import io.raceboard.page.Words;

/** Something to tell a person in their language. */
interface Sentence {

    String in(Words words);

    static Sentence of(String key, String... values) {
        return words -> words.say(key, (Object[]) values);
    }
}
