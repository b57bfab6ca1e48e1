package io.raceboard.backup;

import io.raceboard.ledger.ChangeContent;
import io.raceboard.ledger.ChangeWitness;
import io.raceboard.ledger.Replay;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every change as a line of text, on the disk before it counts. A line whose change was not saved after all is taken
 * away again; after a sudden end it is declared void at the next start. What the store has and the journal lacks is
 * written then, too, so a journal may begin at any time.
 */
@Component
class Journal implements ChangeWitness, SmartInitializingSingleton {

    private static final String ADVICE =
            "Put the store of this journal back (make restore, make rebuild), or move the journal away to begin a new one.";

    private final @Nullable Path folder;
    private final Replay replay;
    private final JournalLines lines;
    private @Nullable Long last;
    private @Nullable Pending pending;

    /** A line that may still be taken away. */
    private record Pending(Path file, long length, long lastBefore) {
    }

    Journal(DataFolder data, Replay replay, JsonMapper json) {
        this.folder = data.journal().orElse(null);
        this.replay = replay;
        this.lines = new JournalLines(json);
    }

    /** Where it is; empty where there is none. */
    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** Reads all of it; empty where there is none. */
    synchronized Optional<JournalFiles.Survey> survey() {
        return folder().map(f -> new JournalFiles(f, lines).survey(true));
    }

    /** Makes journal and store the same; before anything is saved. */
    @Override
    public void afterSingletonsInstantiated() {
        if (folder != null) {
            reconcile(replay.last());
        }
    }

    @Override
    public synchronized void beforeCommit(ChangeContent change, long previous) {
        if (folder == null) {
            return;
        }
        if (last == null || last != previous) {
            reconcile(previous);
        }
        append(change.at(), out -> lines.write(change, out), true);
        last = change.id();
    }

    @Override
    public synchronized void afterCompletion(boolean committed) {
        var line = pending;
        pending = null;
        if (line == null || committed) {
            return;
        }
        last = null;
        try (var file = FileChannel.open(line.file(), StandardOpenOption.WRITE)) {
            file.truncate(line.length());
            file.force(true);
            last = line.lastBefore();
        } catch (IOException stays) {
            // then it is ahead of the store, which the next save or start notices
        }
    }

    private synchronized void reconcile(long inStore) {
        cutBrokenEnd();
        var entries = new JournalFiles(folder, lines).survey(false).entries();
        var ahead = entries.stream().filter(e -> e.change() > inStore).toList();
        if (ahead.size() > 1) {
            throw new JournalMismatch("The journal %s has %d changes that the store does not have.".formatted(folder,
                    ahead.size()), ADVICE);
        }
        var common = entries.stream().filter(e -> e.change() <= inStore).toList();
        if (!common.isEmpty()) {
            var newest = common.getLast();
            var stored = replay.read(newest.change());
            if (stored.isEmpty() || !stored.get().at().equals(newest.at())) {
                throw new JournalMismatch("The journal %s belongs to another store: change %d is not the same."
                        .formatted(folder, newest.change()), ADVICE);
            }
        }
        for (var entry : ahead) {
            append(entry.at(), out -> lines.writeVoid(entry.change(), entry.at(), out), false);
        }
        for (long missing : replay.after(common.isEmpty() ? 0 : common.getLast().change())) {
            if (missing <= inStore) {
                var content = replay.read(missing).orElseThrow();
                append(content.at(), out -> lines.write(content, out), false);
            }
        }
        last = inStore;
    }

    /** A line that the end of the process cut off was never confirmed. */
    private void cutBrokenEnd() {
        var files = new JournalFiles(folder, lines).files();
        if (files.isEmpty()) {
            return;
        }
        try (var file = FileChannel.open(files.getLast(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = file.size();
            var one = java.nio.ByteBuffer.allocate(1);
            while (end > 0) {
                one.clear();
                file.read(one, end - 1);
                if (one.get(0) == '\n') {
                    break;
                }
                end--;
            }
            if (end < file.size()) {
                file.truncate(end);
                file.force(true);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private interface Line {
        void write(OutputStream out) throws IOException;
    }

    private void append(Instant at, Line line, boolean mayBeTakenAway) {
        try {
            Files.createDirectories(folder);
            // by the day of writing back in time at most: files stay in the order of changes
            var file = newestOr(folder.resolve(JournalFiles.name(at.truncatedTo(ChronoUnit.SECONDS))));
            boolean isNew = !Files.exists(file);
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                long length = channel.size();
                channel.position(length);
                try {
                    var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                    line.write(out);
                    out.flush();
                    channel.force(false);
                } catch (IOException | RuntimeException full) {
                    channel.truncate(length);
                    throw full;
                }
                if (mayBeTakenAway) {
                    pending = new Pending(file, length, last == null ? 0 : last);
                }
            }
            if (isNew) {
                syncFolder();
            }
        } catch (IOException full) {
            throw new UncheckedIOException("The journal could not be written: " + full.getMessage(), full);
        }
    }

    private Path newestOr(Path file) {
        var files = new JournalFiles(folder, lines).files();
        return files.isEmpty() || files.getLast().compareTo(file) < 0 ? file : files.getLast();
    }

    /** A new file's name is on the disk only when its folder is. */
    private void syncFolder() {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folders; its file systems keep names in order themselves
        }
    }
}
