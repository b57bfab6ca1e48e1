package io.raceboard.wall;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.raceboard.live.ReadModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every message to a display, as JSON. Each but {@link #GONE} carries the server's time, its start and its build. */
@Component
class DisplayMessages {

    /** The address opens nothing any more. */
    static final String GONE = "{\"is\":\"gone\"}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ORDER_LIFE = Duration.ofMinutes(2);
    private static final String WALL = "/wall/";

    private final Walls walls;
    private final Displays displays;
    private final WallDocuments documents;
    private final ReadModel readModel;
    private final Clock clock;
    private final String boot = UUID.randomUUID().toString();

    /**
     * A message to a display.
     *
     * @param spread milliseconds over which those who fetch the version do it
     * @param taken true where another window speaks for the screen of this name
     * @param moved address of the wall that the screen was moved to and does not show; its slug where only the screen
     *     knows the address
     * @param html the wall itself at this version, for those who need not fetch it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Message(String is, Instant now, String boot, String build, @Nullable String stamp,
            @Nullable Instant saved, @Nullable Integer spread, @Nullable String name, @Nullable String place,
            @Nullable Boolean taken, @Nullable String moved, @Nullable List<Display.Order> orders,
            @Nullable String html) {
    }

    DisplayMessages(Walls walls, Displays displays, WallDocuments documents, ReadModel readModel, Clock clock) {
        this.walls = walls;
        this.displays = displays;
        this.documents = documents;
        this.readModel = readModel;
        this.clock = clock;
    }

    /**
     * What a display is told about itself: which version is current, what it is called, what is to be done.
     *
     * @param is what kind of message: {@code hello}, {@code now} or {@code do}
     * @param comes whether the version is on its way to it, and need not be named
     */
    String to(Display display, String is, boolean comes) {
        var entrance = display.entrance;
        var named = display.named;
        var orders = display.waiting(clock.instant().minus(ORDER_LIFE)).stream().filter(this::leadsSomewhere).toList();
        return JSON.writeValueAsString(new Message(is, clock.instant(), boot, documents.build(),
                entrance == null || comes ? null : documents.stamp(entrance.wall().in(display.lang())),
                readModel.versions().savedAt(), null, named == null ? null : named.label(),
                named == null ? null : named.place(), display.taken ? true : null, moved(display),
                orders.isEmpty() ? null : orders, null));
    }

    /**
     * One piece of news for all who show this version of a wall.
     *
     * @param spread milliseconds over which they fetch it; null where they need not
     * @param html the wall itself; null where they fetch it
     */
    String news(String stamp, @Nullable Integer spread, @Nullable String html) {
        return JSON.writeValueAsString(new Message("news", clock.instant(), boot, documents.build(), stamp,
                readModel.versions().savedAt(), spread, null, null, null, null, null, html));
    }

    /** A screen that was off may hear of a move when the wall has another name by now, or its link is revoked. */
    private boolean leadsSomewhere(Display.Order order) {
        var address = order.text();
        return !order.what().equals("move")
                || address != null && walls.enter(address.substring(WALL.length())).isPresent();
    }

    /** Where it was moved to and is not: that wall's address, or its name where only the screen knows the address. */
    private @Nullable String moved(Display display) {
        return displays.goal(display).map(wall -> wall.openToAll() ? WALL + wall.slug() : wall.slug()).orElse(null);
    }
}
