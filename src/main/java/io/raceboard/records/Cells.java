package io.raceboard.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.raceboard.page.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;

/** What stands in the cells of tables, and words that may be missing. */
final class Cells {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

    private Cells() {
    }

    static Component text(@Nullable String text) {
        return new Span(text == null ? "" : text);
    }

    static Component link(String href, String text) {
        return new Anchor(href, text);
    }

    /** A link beside a patch of the colour. */
    static Component swatched(String colour, String href, String text) {
        var patch = new Span();
        patch.addClassName("swatch");
        patch.getStyle().set("background", colour);
        return new Span(patch, new Anchor(href, text));
    }

    static Component saved(Line.Saved saved) {
        var cell = new Span(time(saved.at()), new Span(saved.actor()));
        cell.addClassName("saved");
        return cell;
    }

    static String when(Instant at) {
        return at.atZone(ZoneOffset.UTC).format(MINUTE);
    }

    private static Component time(Instant at) {
        var time = new Span(when(at).substring(0, 10));
        time.setTitle(when(at));
        return time;
    }

    /** The word for a code of the store, such as a status; the code itself where there is none. */
    static String word(Words words, String part, @Nullable String code) {
        return code == null || code.isEmpty() ? "" : or(words, "records.word." + part.replace('_', '-') + "." + code, code);
    }

    /** The message of this key; the other text where there is none. */
    static String or(Words words, String key, String otherwise, Object... values) {
        try {
            return words.say(key, values);
        } catch (NoSuchMessageException none) {
            return otherwise;
        }
    }
}
