package io.raceboard.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Backups as files: each {@code raceboard-<time>.sql.gz} with what is known of it in a {@code .json} of the same name. */
final class BackupFiles {

    private static final String END = ".sql.gz";

    private final Path folder;
    private final JsonMapper json;

    BackupFiles(Path folder, JsonMapper json) {
        this.folder = folder;
        this.json = json;
    }

    private record Note(Instant at, long lastChange, String sum, Map<String, String> tables) {
    }

    /** The newest first. */
    List<Backup> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(END)).map(this::find).flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Backup::at).reversed()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty where there is no such file, or nothing is known of it. */
    Optional<Backup> find(Path file) {
        var note = note(file);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(note)) {
            return Optional.empty();
        }
        try {
            var read = json.readValue(Files.readAllBytes(note), Note.class);
            return Optional.of(new Backup(file, read.at(), Files.size(file), read.lastChange(), read.sum(),
                    read.tables()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path newFile(Instant at) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return folder.resolve("raceboard-" + at.toString().substring(0, 19).replace(":", "") + "Z" + END);
    }

    /** From now on it is a backup. */
    Backup keep(Path written, Path file, Instant at, long lastChange, Map<String, String> tables) {
        try {
            try (var channel = java.nio.channels.FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            var sum = sum(written);
            Files.write(note(file), json.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(new Note(at, lastChange, sum, tables)));
            Files.move(written, file);
            return find(file).orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Deletes all but the newest. */
    void forgetAllBut(int newest) {
        all().stream().skip(newest).forEach(old -> {
            try {
                Files.deleteIfExists(old.file());
                Files.deleteIfExists(note(old.file()));
            } catch (IOException stays) {
                throw new UncheckedIOException(stays);
            }
        });
    }

    /**
     * Opens the backup in a second store of its own and compares everything.
     *
     * @return what is wrong, sentence by sentence; empty when all is well
     */
    List<String> verify(Backup backup) {
        var wrong = new ArrayList<String>();
        if (!sum(backup.file()).equals(backup.sum())) {
            return List.of("The file is not as it was written.");
        }
        var tables = opened(backup.file(), BackupFiles::tables);
        backup.tables().forEach((table, digest) -> {
            if (!digest.equals(tables.get(table))) {
                wrong.add("Table %s has %s instead of %s.".formatted(table, tables.get(table), digest));
            }
        });
        return wrong;
    }

    static Map<String, String> tables(Connection store) {
        try {
            return RawDigest.of(store);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Runs the backup into a store in a folder of its own, which is deleted afterwards. */
    <T> T opened(Path script, Function<Connection, T> look) {
        try {
            Files.createDirectories(folder);
            var place = Files.createTempDirectory(folder, ".verify");
            try (var store = DriverManager.getConnection("jdbc:h2:file:" + place.resolve("store"), "sa", "")) {
                run(script, store);
                return look.apply(store);
            } finally {
                try (var left = Files.walk(place)) {
                    for (var file : left.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("The backup %s cannot be opened: %s".formatted(script,
                    String.valueOf(failed.getMessage()).lines().findFirst().orElse("")), failed);
        }
    }

    /** Makes an empty store what the backup says. */
    static void run(Path script, Connection store) throws SQLException {
        try (var statement = store.prepareStatement("runscript from ? compression gzip charset 'UTF-8'")) {
            statement.setString(1, script.toString());
            statement.execute();
        }
    }

    static String sum(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = JournalLines.sha256();
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path note(Path file) {
        return Path.of(file.toString().replaceFirst("\\.sql\\.gz$", ".json"));
    }
}
