package io.raceboard.backup;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the store lies, and what is kept beside it. */
@Component
class DataFolder {

    private static final String FILE_STORE = "jdbc:h2:file:";

    private final Environment settings;

    DataFolder(Environment settings) {
        this.settings = settings;
    }

    String url() {
        return settings.getProperty("spring.datasource.url", "");
    }

    /** The embedded store's file; empty where the store is none. */
    Optional<Path> file() {
        return url().startsWith(FILE_STORE)
                ? Optional.of(Path.of(url().substring(FILE_STORE.length()).split(";", 2)[0] + ".mv.db").toAbsolutePath().normalize())
                : Optional.empty();
    }

    /** Where the journal is written; empty where there is none, as for a store that lives in memory. */
    Optional<Path> journal() {
        var wanted = settings.getProperty("raceboard.journal", "");
        if (wanted.equals("none") || wanted.isEmpty() && url().startsWith("jdbc:h2:mem:")) {
            return Optional.empty();
        }
        return Optional.of(wanted.isEmpty() ? beside().resolve("journal") : Path.of(wanted).toAbsolutePath().normalize());
    }

    Path backups() {
        var wanted = settings.getProperty("raceboard.backup.folder", "");
        return wanted.isEmpty() ? beside().resolve("backups") : Path.of(wanted).toAbsolutePath().normalize();
    }

    private Path beside() {
        return file().map(Path::getParent).orElseGet(() -> Path.of("data").toAbsolutePath());
    }
}
