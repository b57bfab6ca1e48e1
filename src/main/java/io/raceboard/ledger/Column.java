package io.raceboard.ledger;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * One part of a catalogue record: its name in the data set's files, where it lies in the store and what it may hold.
 *
 * @param value of a record: text, whole number or truth; a list as text with semicolons
 * @param read what to select; null where the part is not in the record's own table
 * @param write what to set; null where the part is not in the record's own table
 * @param refersTo the kind of record that the text names
 * @param many whether the text names several of them
 * @param words all that the text may be; empty: anything
 */
record Column<T>(String name, Function<T, @Nullable Object> value, @Nullable Field<?> read,
        @Nullable TableField<?, ?> write, boolean required, Fault.@Nullable Kind refersTo, boolean many,
        Set<String> words, @Nullable Form form) {

    static <T> Column<T> of(String name, TableField<?, ?> field, Function<T, @Nullable Object> value) {
        return new Column<>(name, value, field, field, false, null, false, Set.of(), null);
    }

    /** A part that lies in a table of links. */
    static <T> Column<T> links(String name, Fault.Kind refersTo, Function<T, List<String>> slugs) {
        return new Column<>(name, t -> join(slugs.apply(t)), null, null, false, refersTo, true, Set.of(), null);
    }

    /** A part that lies in a table of its own and names no other records. */
    static <T> Column<T> list(String name, Function<T, @Nullable Object> text) {
        return new Column<>(name, text, null, null, false, null, true, Set.of(), null);
    }

    /** The text of a list; null for an empty one. */
    static @Nullable String join(List<String> slugs) {
        return slugs.isEmpty() ? null : String.join(";", slugs);
    }

    Column<T> needed() {
        return new Column<>(name, value, read, write, true, refersTo, many, words, form);
    }

    Column<T> refersTo(Fault.Kind kind) {
        return new Column<>(name, value, read, write, required, kind, many, words, form);
    }

    Column<T> refersToMany(Fault.Kind kind) {
        return new Column<>(name, value, read, write, required, kind, true, words, form);
    }

    /** Selected from another table, by whose id it is set. */
    Column<T> readAs(Field<String> slug) {
        return new Column<>(name, value, slug, write, required, refersTo, many, words, form);
    }

    Column<T> oneOf(String... allowed) {
        return new Column<>(name, value, read, write, required, refersTo, many, Set.of(allowed), form);
    }

    Column<T> like(Form text) {
        return new Column<>(name, value, read, write, required, refersTo, many, words, text);
    }

    /** The value of a record; null for nothing and for empty text. */
    @Nullable Object of(T draft) {
        var v = value.apply(draft);
        return v instanceof String s && s.isBlank() ? null : v;
    }
}
