package io.raceboard.intake;

import java.util.concurrent.CancellationException;

/** How far a long piece of work has come; its owner may end it. */
class Progress {

    enum Phase { WAITING, READING, CHECKING, SAVING }

    private static final long BETWEEN_NEWS = 250_000_000;

    /** All at once, so that nobody sees the share of one phase with the name of another. */
    record Mark(Phase phase, double share, int rows) {
    }

    private final Runnable news;
    private volatile Mark mark = new Mark(Phase.WAITING, 0, 0);
    private volatile boolean cancelled;
    private long told = System.nanoTime();

    Progress() {
        this(() -> { });
    }

    /** @param news run now and then, when there is something new to show */
    Progress(Runnable news) {
        this.news = news;
    }

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
        long now = System.nanoTime();
        if (now - told > BETWEEN_NEWS) {
            told = now;
            news.run();
        }
    }
}
