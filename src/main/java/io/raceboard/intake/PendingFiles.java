package io.raceboard.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Uploaded files on disk, a folder each, so that they are still there after a restart. */
@Component
class PendingFiles {

    private static final Logger log = LoggerFactory.getLogger(PendingFiles.class);
    private static final String ABOUT = "about.json";

    /** What is to be known of a file after a restart. */
    record About(long owner, String name, long size, Instant uploaded, Reading reading, Mapping mapping) {
    }

    private final Path folder;
    private final Duration kept;
    private final JsonMapper json;
    private final Clock clock;

    /**
     * @param folder where the files lie
     * @param kept how long after the last upload or change
     */
    PendingFiles(@Value("${raceboard.intake.folder:./data/intake}") Path folder,
            @Value("${raceboard.intake.keep:7d}") Duration kept, JsonMapper json, Clock clock) {
        this.folder = folder;
        this.kept = kept;
        this.json = json;
        this.clock = clock;
    }

    Path make(String id) throws IOException {
        return Files.createDirectories(folder.resolve(id));
    }

    void write(Pending pending) {
        var state = pending.state();
        var about = new About(pending.owner(), pending.name(), pending.size(), pending.uploaded(), state.reading(),
                state.mapping());
        try {
            var fresh = pending.folder().resolve(ABOUT + ".new");
            Files.write(fresh, json.writeValueAsBytes(about));
            Files.move(fresh, pending.folder().resolve(ABOUT), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Nothing is left of it after a restart. */
    void finish(Pending pending) {
        try {
            Files.deleteIfExists(pending.folder().resolve(ABOUT));
        } catch (IOException stays) {
            log.warn("{} cannot be removed: {}", pending.folder(), stays.toString());
        }
    }

    /** All that are there; what was left too long, or half an upload, is removed. */
    List<Pending> read() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(Files::isDirectory).map(this::read).flatMap(Optional::stream).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isTooOld(Instant changed) {
        return changed.isBefore(clock.instant().minus(kept));
    }

    private Optional<Pending> read(Path each) {
        try {
            var path = each.resolve(ABOUT);
            if (Files.exists(path) && !isTooOld(Files.getLastModifiedTime(path).toInstant())) {
                var about = json.readValue(Files.readAllBytes(path), About.class);
                var sample = about.reading().sample(each.resolve("file"));
                return Optional.of(new Pending(each.getFileName().toString(), about.owner(), about.name(),
                        about.size(), about.uploaded(), each, new Pending.State(Stage.COLUMNS, about.reading(), sample,
                                about.mapping(), new Progress(), null, null, null)));
            }
        } catch (IOException | FileProblem | JacksonException unreadable) {
            log.warn("An uploaded file cannot be read any more and is removed: {}", unreadable.toString());
        }
        remove(each);
        return Optional.empty();
    }

    void remove(Path each) {
        if (!Files.exists(each)) {
            return;
        }
        try (var inside = Files.walk(each)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stays) {
            log.warn("{} cannot be removed: {}", each, stays.toString());
        }
    }
}
