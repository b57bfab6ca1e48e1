package io.raceboard.intake;

import java.util.List;

/** A file cannot be read at all, or not any further. Told to its owner as {@code intake.file.<code>}. */
class FileProblem extends Exception {

    private final String code;
    private final transient List<String> values;

    FileProblem(String code, Object... values) {
        super(code + " " + List.of(values));
        this.code = code;
        this.values = java.util.Arrays.stream(values).map(Object::toString).toList();
    }

    String code() {
        return code;
    }

    /** What goes into the sentence. */
    List<String> values() {
        return values;
    }
}
