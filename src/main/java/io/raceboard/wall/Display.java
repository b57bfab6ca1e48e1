package io.raceboard.wall;

import io.raceboard.catalog.Lang;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One physical screen as the server knows it. Everything may be null until the screen has said it. */
final class Display {

    private static final int MOST_WAITING = 20;

    final String code;
    volatile WallStore.@Nullable Named named;
    volatile Walls.@Nullable Entrance entrance;
    volatile Lang lang = Lang.EN;
    volatile @Nullable Beat beat;
    volatile Instant heard;
    /** Since when what it paints differs from the store; null while it does not. */
    volatile @Nullable Instant wrongSince;
    volatile boolean silenceTold;
    private WallLine.@Nullable Outlet outlet;
    private final Deque<Order> waiting = new ArrayDeque<>();
    private long orders;

    /** A command on its way to the screen. */
    record Order(long number, String what, @Nullable String text, Instant given) {
    }

    Display(String code, Instant heard) {
        this.code = code;
        this.heard = heard;
    }

    synchronized void connect(WallLine.Outlet line) {
        if (outlet != null && outlet != line) {
            outlet.close();
        }
        outlet = line;
    }

    synchronized void disconnect(WallLine.Outlet line) {
        if (outlet == line) {
            outlet = null;
        }
    }

    synchronized boolean connected() {
        return outlet != null;
    }

    synchronized void send(WallLine.Frame message) {
        if (outlet != null) {
            outlet.send(message);
        }
    }

    /** Whether a whole wall may be sent to it packed; else it is told of the version, and fetches it. */
    synchronized boolean unpacks() {
        return outlet != null && outlet.unpacks();
    }

    synchronized Order order(String what, @Nullable String text, Instant now) {
        // Counted from the time, so that a number given before a restart of the server is never given again.
        orders = Math.max(orders + 1, now.toEpochMilli());
        var order = new Order(orders, what, text, now);
        waiting.add(order);
        if (waiting.size() > MOST_WAITING) {
            waiting.removeFirst();
        }
        return order;
    }

    /** What the screen has not yet done. */
    synchronized List<Order> waiting(Instant since) {
        waiting.removeIf(o -> o.given().isBefore(since));
        return new ArrayList<>(waiting);
    }

    synchronized void done(long number) {
        waiting.removeIf(o -> o.number() <= number);
    }
}
