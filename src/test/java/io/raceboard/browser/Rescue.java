package io.raceboard.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Comes when a test is not over after minutes, with all that is done before and after it. A test's own limit interrupts
 * what it waits for, once; it does not hold while a page is opened or a picture is taken, and some waits go on.
 */
final class Rescue implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofMinutes(1);
    /** Then nothing helps but the end of this process: the run goes on without it. */
    private static final int TRIES = 3;

    private final String test;
    private final Path folder;
    private final Runnable kill;
    private final Duration longest;
    private final Thread waiting = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean came;

    private Rescue(String test, Path folder, Runnable kill, Duration longest) {
        this.test = test;
        this.folder = folder;
        this.kill = kill;
        this.longest = longest;
    }

    /**
     * For the test that this thread begins.
     *
     * @param longest from now on
     * @param folder where a file will say what every thread was doing
     * @param kill ends what is waited for
     */
    static Rescue after(Duration longest, String test, Path folder, Runnable kill) {
        var rescue = new Rescue(test, folder, kill, longest);
        Thread.ofPlatform().daemon().name("rescue").start(rescue::watch);
        return rescue;
    }

    /** Whether it had to come. */
    boolean came() {
        return came;
    }

    @Override
    public void close() {
        over.countDown();
    }

    private void watch() {
        try {
            if (over.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            came = true;
            say();
            for (int tried = 0; tried < TRIES; tried++) {
                kill.run();
                waiting.interrupt();
                if (over.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException never) {
            return;
        }
        System.err.println("*** Nothing ends " + test + ": this process is.");
        Runtime.getRuntime().halt(1);
    }

    private void say() {
        System.err.println("*** " + test + " is not over after " + longest.toSeconds() + " s:\n" + stack(waiting));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("hung.txt"), test + "\n\n" + Thread.getAllStackTraces().keySet().stream()
                    .map(Rescue::stack).collect(Collectors.joining("\n")));
        } catch (IOException noRoom) {
            System.err.println(noRoom);
        }
    }

    private static String stack(Thread thread) {
        return thread.getName() + " " + thread.getState() + "\n" + Arrays.stream(thread.getStackTrace())
                .map(frame -> "    at " + frame + "\n").collect(Collectors.joining());
    }
}
