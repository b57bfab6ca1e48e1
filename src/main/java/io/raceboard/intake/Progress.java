package io.raceboard.intake;

import java.util.concurrent.CancellationException;

/** How far a long piece of work has come; its owner may end it. */
class Progress {

    enum Phase { WAITING, READING, CHECKING, SAVING }

    /** Both at once, so that nobody sees the share of one phase with the name of the other. */
    record Mark(Phase phase, double share, int rows) {
    }

    private volatile Mark mark = new Mark(Phase.WAITING, 0, 0);
    private volatile boolean cancelled;

    Mark mark() {
        return mark;
    }

    void cancel() {
        cancelled = true;
    }

    /** @throws CancellationException when the work is no longer wanted */
    void at(Phase phase, double share, int rows) {
        if (cancelled && phase != Phase.SAVING) {
            throw new CancellationException();
        }
        mark = new Mark(phase, share, rows);
    }
}
