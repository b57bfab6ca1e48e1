package io.raceboard.ledger;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Several who do something at the same moment, each in a thread of its own. (The common pool has one thread on a machine
 * with two processors: what it is given runs one after the other.)
 */
public final class AtOnce {

    private static final int LONGEST_SECONDS = 90;

    private AtOnce() {
    }

    /**
     * Begins them all together and waits for all.
     *
     * @return what each brought, in the order given
     * @throws java.util.concurrent.CancellationException when they do not end
     */
    public static <T> List<T> all(List<? extends Callable<T>> deeds) {
        var everybodyIsHere = new CyclicBarrier(deeds.size());
        var people = Executors.newFixedThreadPool(deeds.size());
        try {
            return people.invokeAll(deeds.stream().<Callable<T>>map(deed -> () -> {
                everybodyIsHere.await();
                return deed.call();
            }).toList(), LONGEST_SECONDS, TimeUnit.SECONDS).stream().map(done -> {
                try {
                    return done.get();
                } catch (InterruptedException | ExecutionException failed) {
                    throw new IllegalStateException(failed);
                }
            }).toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            people.shutdownNow();
        }
    }
}
