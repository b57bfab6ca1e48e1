package io.raceboard.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A file that its owner has uploaded and not finished with. Nobody else sees it. */
class Pending {

    /**
     * What is known of it; replaced as a whole, so that a page always draws one moment.
     *
     * @param problem why the last step failed
     * @param result what became of it
     */
    record State(Stage stage, Reading reading, Reading.Sample sample, Mapping mapping, Progress progress,
            @Nullable Preview preview, @Nullable FileProblem problem, @Nullable Became result) {

        State with(Stage next) {
            return new State(next, reading, sample, mapping, progress, preview, problem, result);
        }

        State with(Mapping other) {
            return new State(Stage.COLUMNS, reading, sample, other, progress, null, null, null);
        }

        State with(Reading other, Reading.Sample read, Mapping guessed) {
            return new State(Stage.COLUMNS, other, read, guessed, progress, null, null, null);
        }

        State failed(FileProblem why) {
            return new State(Stage.COLUMNS, reading, sample, mapping, progress, null, why, null);
        }

        State working(Progress on) {
            return new State(Stage.WORKING, reading, sample, mapping, on, preview, null, null);
        }

        State previewed(Preview made, @Nullable Became refused) {
            return new State(Stage.PREVIEW, reading, sample, mapping, progress, made, null, refused);
        }

        State done(Became became) {
            return new State(Stage.DONE, reading, sample, mapping, progress, preview, null, became);
        }

        Optional<Preview> shown() {
            return Optional.ofNullable(preview);
        }
    }

    private final String id;
    private final long owner;
    private final String name;
    private final long size;
    private final Instant uploaded;
    private final Path folder;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile State state;
    private volatile boolean discarded;

    Pending(String id, long owner, String name, long size, Instant uploaded, Path folder, State state) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.size = size;
        this.uploaded = uploaded;
        this.folder = folder;
        this.state = state;
    }

    String id() {
        return id;
    }

    long owner() {
        return owner;
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    Instant uploaded() {
        return uploaded;
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return folder.resolve("file");
    }

    State state() {
        return state;
    }

    /** Its owner does not want it any more. */
    void discard() {
        discarded = true;
    }

    boolean isDiscarded() {
        return discarded;
    }

    /** Told to whoever looks at it. */
    void set(State next) {
        state = next;
        tell();
    }

    void tell() {
        listeners.forEach(Runnable::run);
    }

    /** @return takes the listener away again */
    Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
