package io.raceboard.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * A copy of an embedded store as compressed SQL.
 *
 * @param lastChange the newest change in it
 * @param sum SHA-256 of the file
 * @param tables counts and hashes of all tables, as they were when the copy was opened for the first time
 */
record Backup(Path file, Instant at, long bytes, long lastChange, String sum, Map<String, String> tables) {

    String name() {
        return file.getFileName().toString();
    }
}
