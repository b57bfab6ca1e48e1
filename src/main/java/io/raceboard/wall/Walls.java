package io.raceboard.wall;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Who may see which wall. All walls and all digests of links are held in memory, so that an address which opens nothing
 * costs one hash and no query, whatever it looks like.
 */
@Component
class Walls {

    /** A wall was saved, taken away, or a link to it revoked. */
    record Changed() {
    }

    /**
     * A way to a wall.
     *
     * @param key what stands in the address behind {@code /wall/}
     * @param link id of the link; null where the wall is open to all or a draft
     */
    record Entrance(String key, Wall wall, @Nullable Long link) {
    }

    private static final int LONGEST_KEY = 80;
    private static final int SECRET_BYTES = 24;
    private static final String DRAFT = "draft-";
    private static final Duration DRAFT_LIFE = Duration.ofHours(2);
    private static final int MOST_DRAFTS = 200;

    private final WallStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Draft> drafts = new ConcurrentHashMap<>();
    private volatile Held held;

    private record Held(List<Wall> walls, Map<String, Wall> bySlug, Map<String, WallStore.Link> byDigest) {
    }

    private record Draft(Wall wall, Instant touched) {
    }

    Walls(WallStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.held = read();
    }

    private Held read() {
        var walls = store.walls();
        return new Held(walls, walls.stream().collect(Collectors.toUnmodifiableMap(Wall::slug, Function.identity())),
                store.links().stream().filter(l -> l.revokedAt() == null)
                        .collect(Collectors.toUnmodifiableMap(WallStore.Link::digest, Function.identity())));
    }

    /** Reads anew what was written and tells the displays. */
    void changed() {
        // One after the other: of two who read at the same time the later reading must stay.
        synchronized (this) {
            held = read();
        }
        events.publishEvent(new Changed());
    }

    /** The stored walls by title. */
    List<Wall> all() {
        return held.walls();
    }

    Optional<Wall> find(String slug) {
        return slug.equals(RaceWall.SLUG) ? Optional.of(RaceWall.WALL) : Optional.ofNullable(held.bySlug().get(slug));
    }

    /** Where the key of an address leads now; empty for everything unknown, revoked or closed. */
    Optional<Entrance> enter(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            return Optional.empty();
        }
        if (isDraft(key)) {
            return Optional.ofNullable(drafts.get(key)).map(d -> new Entrance(key, d.wall(), null));
        }
        var open = find(key).filter(Wall::openToAll);
        if (open.isPresent()) {
            return open.map(wall -> new Entrance(key, wall, null));
        }
        var now = held;
        return Optional.ofNullable(now.byDigest().get(digest(key)))
                .flatMap(link -> Optional.ofNullable(now.bySlug().get(link.wall()))
                        .map(wall -> new Entrance(key, wall, link.id())));
    }

    /** Whether this is the key of a wall that is being edited. */
    static boolean isDraft(String key) {
        return key.startsWith(DRAFT);
    }

    /** The secret part of a new address; only its digest is to be kept. */
    String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String digest(String secret) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Shows a wall that is being edited, at an address that only its editor knows; the same key shows it anew. */
    String draft(@Nullable String key, Wall wall) {
        var now = clock.instant();
        drafts.values().removeIf(d -> d.touched().plus(DRAFT_LIFE).isBefore(now));
        if (drafts.size() >= MOST_DRAFTS) {
            drafts.entrySet().stream().min(Map.Entry.comparingByValue(
                    java.util.Comparator.comparing(Draft::touched))).ifPresent(oldest -> drafts.remove(oldest.getKey()));
        }
        var at = key == null ? DRAFT + secret() : key;
        var before = drafts.get(at);
        drafts.put(at, new Draft(wall.saved(before == null ? 1 : before.wall().version() + 1), now));
        events.publishEvent(new Changed());
        return at;
    }

    void dropDraft(String key) {
        drafts.remove(key);
    }
}
