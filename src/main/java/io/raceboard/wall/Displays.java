package io.raceboard.wall;

import io.raceboard.catalog.Lang;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Every screen that shows a wall, and who speaks for it. What is said with them is in {@link DisplayTalk}, what time
 * brings in {@link DisplayWatch}, what they really paint in {@link DisplayProof}.
 */
@Component
class Displays {

    private final Walls walls;
    private final WallStore store;
    private final Clock clock;
    private final int most;
    private final Map<String, Display> displays = new ConcurrentHashMap<>();

    Displays(Walls walls, WallStore store, Clock clock,
            @Value("${raceboard.walls.most-displays:5000}") int most) {
        this.walls = walls;
        this.store = store;
        this.clock = clock;
        this.most = most;
    }

    /** Knows again whom the store names. */
    @PostConstruct
    void begin() {
        for (var named : store.displays()) {
            var display = new Display(named.code(), named.heardAt() == null ? Instant.EPOCH : named.heardAt());
            display.named = named;
            display.audible = clock.instant();
            display.heardStored = display.heard;
            displays.put(named.code(), display);
        }
    }

    /**
     * The display behind this address.
     *
     * @param key what stands behind {@code /wall/}
     * @param code name that the screen gives itself
     * @param page one for each time that the display loads its page
     * @param lang that its address asks for; null for the wall's own
     * @return one that is not listed where its name is another's, none, or one too many; empty when the address opens
     *     nothing
     */
    Optional<Display> enter(String key, String code, String page, @Nullable Lang lang) {
        return walls.enter(key).map(entrance -> {
            var known = knownOrNew(code);
            boolean taken = known.isPresent() && !known.get().admits(page, clock.instant());
            var display = known.filter(d -> !taken).orElseGet(() -> new Display(code, clock.instant()));
            display.taken = taken;
            display.entrance = entrance;
            display.asked = lang;
            display.preview = Walls.isDraft(key);
            return display;
        });
    }

    private Optional<Display> knownOrNew(String code) {
        var known = displays.get(code);
        if (known != null || !code.matches("[A-Za-z0-9-]{1,40}")) {
            return Optional.ofNullable(known);
        }
        if (displays.size() >= most) {
            makeRoom();
        }
        return displays.size() >= most ? Optional.empty()
                : Optional.of(displays.computeIfAbsent(code, c -> new Display(c, clock.instant())));
    }

    /** Forgets, of the screens without a name and a line, the one that was heard of longest ago. */
    private void makeRoom() {
        displays.values().stream().filter(d -> d.named == null && !d.connected())
                .min(Comparator.comparing(d -> d.heard)).ifPresent(this::drop);
    }

    boolean isListed(Display display) {
        return displays.get(display.code) == display;
    }

    /** Knows it no longer, until it is heard of again. */
    void drop(Display display) {
        displays.remove(display.code, display);
    }

    /** All of them, previews and those without a line too. */
    Collection<Display> everyOne() {
        return displays.values();
    }

    /** Screens, not previews: named ones first, then by title. */
    List<Display> all() {
        return displays.values().stream()
                .filter(d -> !d.preview)
                .sorted(Comparator.comparing((Display d) -> d.named == null)
                        .thenComparing(d -> d.title().toLowerCase(Locale.ROOT)))
                .toList();
    }

    Optional<Display> find(String code) {
        return Optional.ofNullable(displays.get(code));
    }

    /** How many screens are there now. */
    int here() {
        var now = clock.instant();
        return (int) displays.values().stream().filter(d -> !d.preview && d.isHere(now)).count();
    }

    /** Screens connected through this link. */
    Collection<Display> behind(long link) {
        return displays.values().stream().filter(d -> {
            var entrance = d.entrance;
            return entrance != null && Long.valueOf(link).equals(entrance.link());
        }).toList();
    }

    /** The wall that the screen was moved to and does not show. */
    Optional<Wall> goal(Display display) {
        var named = display.named;
        var entrance = display.entrance;
        if (named == null || named.movedTo() == null || entrance == null
                || entrance.wall().slug().equals(named.movedTo())) {
            return Optional.empty();
        }
        return walls.find(named.movedTo());
    }

    /**
     * Gives a screen a name, a place and the wall that it is to show wherever its address leads, kept in the store.
     *
     * @return the screen, which is not told of it here
     */
    Display name(String code, String label, @Nullable String place, @Nullable String movedTo) {
        var display = displays.computeIfAbsent(code, c -> new Display(c, clock.instant()));
        var named = new WallStore.Named(code, label, place, movedTo, display.heard);
        store.name(named);
        display.named = named;
        return display;
    }

    /** Reads anew what the store says of named screens: a wall was renamed or is no more. */
    void reread() {
        for (var named : store.displays()) {
            find(named.code()).ifPresent(display -> display.named = named);
        }
    }

    /** Forgets a screen that is no more. */
    void forget(String code) {
        store.forget(code);
        displays.remove(code);
    }
}
