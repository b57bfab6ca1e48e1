package io.raceboard.wall;

import io.raceboard.catalog.Lang;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One physical screen as the server knows it. Everything may be null until the screen has said it. */
final class Display {

    private static final int MOST_WAITING = 20;
    /** A page that says nothing for this long, though each says something every six seconds, no longer holds its name. */
    private static final Duration HOLDS = Duration.ofSeconds(15);

    final String code;
    /** Not a screen, but the preview of a wall that is being edited. */
    volatile boolean preview;
    /** Its name is another window's: it is shown the wall, and is not listed. */
    volatile boolean taken;
    volatile WallStore.@Nullable Named named;
    volatile Walls.@Nullable Entrance entrance;
    /** The language that its address asks for; null for the wall's own. */
    volatile @Nullable Lang asked;
    volatile @Nullable Beat beat;
    volatile Instant heard;
    /** What it painted otherwise than the store has it, by element id. */
    volatile Map<String, Doubt> doubts = Map.of();
    /** Since when it shows old values; null while it does not. */
    volatile @Nullable Instant wrongSince;
    volatile boolean silenceTold;
    /** Silence counts from here at the earliest: before, there was no server that could have heard it. */
    volatile Instant audible = Instant.EPOCH;
    /** What of {@link #heard} is in the store. */
    volatile Instant heardStored = Instant.EPOCH;
    private @Nullable String page;
    private Instant pageHeard = Instant.EPOCH;
    private WallLine.@Nullable Outlet outlet;
    private final Deque<Order> waiting = new ArrayDeque<>();
    private long orders;

    /** A text that was painted though the store has another, since a sign of life of that time. */
    record Doubt(String text, Instant since) {
    }

    /** A command on its way to the screen. */
    record Order(long number, String what, @Nullable String text, Instant given) {

        /** Whether the screen does it also when it is switched on again much later. */
        boolean lasts() {
            return what.equals("move") || what.equals("home");
        }
    }

    Display(String code, Instant heard) {
        this.code = code;
        this.heard = heard;
    }

    /** What people call it. */
    String title() {
        var name = named;
        return name == null ? code : name.label();
    }

    /** The language that it shows. */
    Lang lang() {
        var wish = asked;
        var way = entrance;
        return wish != null ? wish : way != null ? way.wall().lang() : Lang.EN;
    }

    /** Whether this page may speak for the screen: no other one does so now. From here on it does. */
    synchronized boolean admits(String asking, Instant now) {
        if (page != null && !page.equals(asking) && pageHeard.isAfter(now.minus(HOLDS))) {
            return false;
        }
        if (outlet != null && !asking.equals(page)) {
            outlet.close();
            outlet = null;
        }
        page = asking;
        pageHeard = now;
        return true;
    }

    synchronized void connect(WallLine.Outlet line) {
        if (outlet != null && outlet != line) {
            outlet.close();
        }
        outlet = line;
        line.owner = this;
    }

    synchronized void disconnect(WallLine.Outlet line) {
        if (outlet == line) {
            outlet = null;
            page = null;
        }
    }

    synchronized boolean connected() {
        return outlet != null;
    }

    /** Whether it is there now: by its line, or by signs of life where no line comes through. */
    boolean isHere(Instant now) {
        return connected() || heard.isAfter(now.minus(HOLDS));
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
        if (order.lasts()) {
            waiting.removeIf(Order::lasts);
        }
        waiting.add(order);
        if (waiting.size() > MOST_WAITING) {
            waiting.removeFirst();
        }
        return order;
    }

    /** What the screen has not yet done of what was given since then, and of what lasts. */
    synchronized List<Order> waiting(Instant since) {
        waiting.removeIf(o -> !o.lasts() && o.given().isBefore(since));
        return new ArrayList<>(waiting);
    }

    synchronized void done(long number) {
        waiting.removeIf(o -> o.number() <= number);
    }
}
