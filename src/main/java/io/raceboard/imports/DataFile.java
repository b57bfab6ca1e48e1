package io.raceboard.imports;

/**
 * A file as it came.
 *
 * @param name with its folder, as people know it; the last part says what is in it: {@code power/observations.csv}
 * @param bytes UTF-8, with or without byte order mark
 */
public record DataFile(String name, byte[] bytes) {

    String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
