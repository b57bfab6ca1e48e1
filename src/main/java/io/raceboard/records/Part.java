package io.raceboard.records;

import io.raceboard.ledger.Fault.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A part of a record, as a form asks for it.
 *
 * @param name of the column in the data set's files; faults name it so
 * @param refersTo what it names; null when it names no other records
 */
record Part(String name, Type type, boolean required, @Nullable Kind refersTo) {

    enum Type {
        /** A line of text. */
        LINE,
        /** Several lines. */
        TEXT,
        /** One of few words. */
        WORD,
        /** A whole number. */
        WHOLE,
        YES_OR_NO, COLOUR,
        /** Another record. */
        ONE,
        /** Other records, in an order. */
        MANY,
        /** How a policy event stood, step by step. */
        STEPS
    }

    static Part line(String name) {
        return new Part(name, Type.LINE, false, null);
    }

    static Part text(String name) {
        return new Part(name, Type.TEXT, false, null);
    }

    static Part word(String name) {
        return new Part(name, Type.WORD, true, null);
    }

    static Part of(String name, Type type) {
        return new Part(name, type, false, null);
    }

    static Part one(String name, Kind refersTo) {
        return new Part(name, Type.ONE, false, refersTo);
    }

    static Part many(String name, Kind refersTo) {
        return new Part(name, Type.MANY, false, refersTo);
    }

    Part needed() {
        return new Part(name, type, true, refersTo);
    }

    /** The name as in message keys. */
    String code() {
        return name.replace('_', '-');
    }
}
