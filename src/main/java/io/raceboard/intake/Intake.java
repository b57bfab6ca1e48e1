package io.raceboard.intake;

import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.intake.Progress.Phase;
import io.raceboard.review.Wish;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Files on their way in: uploaded, mapped, previewed, taken in. What takes long runs in the background, one file at a
 * time, so that the largest file never needs memory for two.
 */
@Service
class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int OPEN_FILES = 20;

    private final Examiner examiner;
    private final Handover handover;
    private final PendingFiles files;
    private final SignedIn signedIn;
    private final Clock clock;
    private final Semaphore one = new Semaphore(1, true);
    private final Map<String, Pending> open = new ConcurrentHashMap<>();
    private boolean loaded;

    /** Something to do with a file in the background. */
    private interface Work {
        void on(Pending.State state, Progress progress) throws IOException, FileProblem;
    }

    Intake(Examiner examiner, Handover handover, PendingFiles files, SignedIn signedIn, Clock clock) {
        this.examiner = examiner;
        this.handover = handover;
        this.files = files;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** The person's files, the newest first. */
    List<Pending> of(Person person) {
        return all().stream().filter(p -> p.owner() == person.id() && !p.isDiscarded())
                .sorted(Comparator.comparing(Pending::uploaded).reversed()).toList();
    }

    Optional<Pending> find(Person person, String id) {
        return of(person).stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** Stores a file and looks at its head. */
    Pending upload(Person person, String name, InputStream in) throws IOException, FileProblem {
        person.require(Role.EDITOR);
        all().stream().filter(p -> files.isTooOld(p.uploaded()) && p.state().stage() != Stage.WORKING)
                .forEach(this::drop);
        if (of(person).size() >= OPEN_FILES) {
            throw new FileProblem("too-many-open", OPEN_FILES);
        }
        var id = UUID.randomUUID().toString();
        var folder = files.make(id);
        try {
            var file = folder.resolve("file");
            long size = copy(in, file);
            var reading = Reading.guess(file);
            var sample = reading.sample(file);
            var pending = new Pending(id, person.id(), shortName(name), size, clock.instant(), folder,
                    new Pending.State(Stage.COLUMNS, reading, sample, Mapping.guess(sample.header()), new Progress(),
                            null, null, null));
            files.write(pending);
            open.put(id, pending);
            return pending;
        } catch (IOException | FileProblem | RuntimeException failed) {
            files.remove(folder);
            throw failed;
        }
    }

    private static long copy(InputStream in, java.nio.file.Path file) throws IOException, FileProblem {
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            var bytes = new byte[1 << 16];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                size += read;
                if (size > Limits.FILE_BYTES) {
                    throw new FileProblem("too-large", Limits.FILE_BYTES >> 20);
                }
                out.write(bytes, 0, read);
            }
        }
        return size;
    }

    /** Changes how the file is read; columns are guessed anew where their names changed. */
    void read(Person person, Pending pending, Reading reading) {
        person.require(Role.EDITOR);
        var state = pending.state();
        try {
            var sample = reading.sample(pending.file());
            pending.set(state.with(reading, sample, sample.header().equals(state.sample().header()) ? state.mapping()
                    : Mapping.guess(sample.header())));
            close(state);
            files.write(pending);
        } catch (FileProblem unreadable) {
            pending.set(state.failed(unreadable));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void map(Person person, Pending pending, Mapping mapping) {
        person.require(Role.EDITOR);
        var state = pending.state();
        pending.set(state.with(mapping));
        close(state);
        files.write(pending);
    }

    /** Back to the columns; the preview is forgotten. */
    void back(Person person, Pending pending) {
        map(person, pending, pending.state().mapping());
    }

    /** Previews the file in the background. */
    void preview(Person person, Pending pending) {
        person.require(Role.EDITOR);
        work(pending, (state, progress) -> {
            var preview = examine(pending, state, progress);
            pending.set(pending.state().previewed(preview, null));
        });
    }

    /**
     * Takes the file in, in the background: all of it, or nothing where a row was refused, unless only the good rows
     * are wanted. Where somebody changed the same values meanwhile, nothing is written and the preview is made anew.
     *
     * @param reason in the person's own words; null for none
     */
    void take(Person person, Pending pending, boolean goodRowsOnly, @Nullable String reason, Wish wish) {
        person.require(Role.EDITOR);
        var shown = pending.state().shown().orElseThrow();
        if (!goodRowsOnly && !shown.isClean()) {
            throw new IllegalStateException("a file with refused rows is taken in as a whole or not at all");
        }
        work(pending, (state, progress) -> {
            var batch = examiner.batch(pending.file(), state.reading(), state.mapping(), shown, progress);
            progress.at(Phase.SAVING, 0, shown.toWrite());
            pending.tell();
            var became = handover.submit(person, batch, pending.name(), reason, wish);
            if (became.what().isDone()) {
                log.info("{} was taken in: {}", pending.name(), became);
                if (shown.isClean()) {
                    files.finish(pending);
                }
                pending.set(pending.state().done(became));
            } else if (became.what() == Became.What.REFUSED) {
                shown.close();
                pending.set(pending.state().previewed(examine(pending, state, new Progress(pending::tell)), became));
            } else {
                pending.set(pending.state().previewed(shown, became));
            }
        });
    }

    /** Ends what is being done with the file; it is as it was before. Saving itself cannot be ended. */
    void cancel(Pending pending) {
        pending.state().progress().cancel();
    }

    /** Forgets the file; one that is being worked on, as soon as that has ended. */
    void discard(Person person, Pending pending) {
        person.require(Role.EDITOR);
        cancel(pending);
        pending.discard();
        if (pending.state().stage() != Stage.WORKING) {
            drop(pending);
        }
    }

    private void drop(Pending pending) {
        open.remove(pending.id());
        close(pending.state());
        files.remove(pending.folder());
    }

    private Preview examine(Pending pending, Pending.State state, Progress progress) throws IOException, FileProblem {
        return examiner.preview(pending.file(), state.reading(), state.mapping(), pending.folder(), progress);
    }

    private void work(Pending pending, Work work) {
        var before = pending.state();
        if (before.stage() == Stage.WORKING) {
            return;
        }
        var progress = new Progress(pending::tell);
        pending.set(before.working(progress));
        Thread.ofVirtual().name("intake-" + pending.id()).start(signedIn.elsewhere(() -> {
            try {
                while (!one.tryAcquire(200, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    progress.at(Phase.WAITING, 0, 0);
                }
                try {
                    work.on(before, progress);
                } finally {
                    one.release();
                }
            } catch (CancellationException cancelled) {
                pending.set(before);
            } catch (FileProblem problem) {
                pending.set(before.failed(problem));
            } catch (IOException | RuntimeException failed) {
                log.error("{} could not be worked on", pending.name(), failed);
                pending.set(before.failed(new FileProblem(failed instanceof IOException ? "no-space" : "failed")));
            } catch (InterruptedException ending) {
                pending.set(before);
                Thread.currentThread().interrupt();
            }
            if (pending.isDiscarded()) {
                drop(pending);
            }
        }));
    }

    private synchronized List<Pending> all() {
        if (!loaded) {
            loaded = true;
            files.read().forEach(p -> open.putIfAbsent(p.id(), p));
        }
        return new ArrayList<>(open.values());
    }

    private static void close(Pending.State state) {
        state.shown().ifPresent(preview -> {
            try {
                preview.close();
            } catch (IOException gone) {
                log.debug("A preview was closed already", gone);
            }
        });
    }

    private static String shortName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "").strip();
        return last.isEmpty() ? "file" : last.length() <= 160 ? last : last.substring(last.length() - 160);
    }
}
