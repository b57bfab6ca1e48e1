package io.raceboard.wall;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.vaadin.flow.signals.Signal;
import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditKind;
import io.raceboard.catalog.Lang;
import io.raceboard.live.ReadModel;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every screen that shows a wall: told of news, given commands, and asked what it really paints. A piece of news is one
 * message, made once for all screens of a wall.
 */
@Component
class Displays {

    private static final Logger LOG = LoggerFactory.getLogger(Displays.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A screen that is not heard of for this long is silent. */
    static final Duration SILENCE = Duration.ofMinutes(10);
    /** News are on their way for so long; a number is only then an old one. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(10);
    /** Unnamed screens are forgotten after this time. */
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final Duration ORDER_LIFE = Duration.ofMinutes(2);
    private static final String WALL = "/wall/";
    private static final Duration HEARD_STORED = Duration.ofMinutes(5);
    /** From this many screens on that have to fetch the new version they do it not all at once. */
    private static final int MANY = 50;

    private final Walls walls;
    private final WallDocuments documents;
    private final WallStore store;
    private final ReadModel readModel;
    private final Audit audit;
    private final Clock clock;
    private final int most;
    private final String boot = UUID.randomUUID().toString();
    private final Map<String, Display> displays = new ConcurrentHashMap<>();
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("wall-news").factory());
    private final AtomicBoolean telling = new AtomicBoolean();
    /** News are being made or sent: whoever can take the new version gets it at any moment, and need not fetch it. */
    private volatile boolean onTheWay;
    /** The version that each audience was told of last; what it has is not sent again when another wall changes. */
    private final Map<Audience, String> told = new HashMap<>();
    private com.vaadin.flow.shared.@Nullable Registration news;

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
    record Message(String is, Instant now, String boot, String build, @Nullable String stamp, @Nullable Instant saved,
            @Nullable Integer spread, @Nullable String name, @Nullable String place, @Nullable Boolean taken,
            @Nullable String moved, @Nullable List<Display.Order> orders, @Nullable String html) {
    }

    Displays(Walls walls, WallDocuments documents, WallStore store, ReadModel readModel, Audit audit,
            Clock clock, @Value("${raceboard.walls.most-displays:5000}") int most) {
        this.walls = walls;
        this.documents = documents;
        this.store = store;
        this.readModel = readModel;
        this.audit = audit;
        this.clock = clock;
        this.most = most;
    }

    @PostConstruct
    void begin() {
        for (var named : store.displays()) {
            var display = new Display(named.code(), named.heardAt() == null ? Instant.EPOCH : named.heardAt());
            display.named = named;
            display.audible = clock.instant();
            display.heardStored = display.heard;
            displays.put(named.code(), display);
        }
        news = Signal.unboundEffect(() -> {
            readModel.news().get();
            tellSoon();
        });
    }

    @PreDestroy
    void end() {
        if (news != null) {
            news.remove();
        }
        storeHeard(Duration.ZERO);
        teller.shutdownNow();
    }

    // --- What displays send ---

    /**
     * A display has opened its line.
     *
     * @param page one for each time that the display loads its page
     * @param lang that its address asks for; null for the wall's own
     * @return what it is told first; empty when its address opens nothing
     */
    Optional<String> connect(String key, String code, String page, @Nullable Lang lang, WallLine.Outlet line) {
        return display(key, code, page, lang).map(display -> {
            if (isListed(display)) {
                connect(display, line);
            }
            return message("hello", display);
        });
    }

    /** A line may be closed while what came over it is still being heard. */
    private static void connect(Display display, WallLine.Outlet line) {
        display.connect(line);
        if (!line.isOpen()) {
            display.disconnect(line);
        }
    }

    /** A line is closed, by whom ever. A preview is gone with it. */
    void left(WallLine.Outlet line) {
        var display = line.owner;
        if (display != null) {
            display.disconnect(line);
            if (display.preview && !display.connected()) {
                displays.remove(display.code, display);
            }
        }
    }

    /** The display behind this address; one that is not listed where its name is another's, none, or one too many. */
    private Optional<Display> display(String key, String code, String page, @Nullable Lang lang) {
        return walls.enter(key).map(entrance -> {
            var known = known(code);
            boolean taken = known.isPresent() && !known.get().admits(page, clock.instant());
            var display = known.filter(d -> !taken).orElseGet(() -> new Display(code, clock.instant()));
            display.taken = taken;
            display.entrance = entrance;
            display.asked = lang;
            display.preview = Walls.isDraft(key);
            return display;
        });
    }

    private Optional<Display> known(String code) {
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
                .min(Comparator.comparing(d -> d.heard)).ifPresent(d -> displays.remove(d.code, d));
    }

    private boolean isListed(Display display) {
        return displays.get(display.code) == display;
    }

    /**
     * A sign of life.
     *
     * @param line over which it came; null where it came as a request of its own
     * @return what time it is, which version is current, and what is to be done; empty when the address opens nothing
     */
    Optional<String> heard(String key, Beat beat, WallLine.@Nullable Outlet line) {
        var lang = beat.lang() == null ? null : Lang.of(beat.lang()).orElse(null);
        return display(key, beat.id(), beat.page() == null ? "" : beat.page(), lang).map(display -> {
            // Its name was another's until now. A line speaks for one display, whatever names come over it.
            if (line != null && line.owner == null && isListed(display) && !display.connected()) {
                connect(display, line);
            }
            var now = clock.instant();
            display.heard = now;
            display.beat = beat;
            display.done(beat.done());
            if (display.silenceTold) {
                display.silenceTold = false;
                LOG.info("Display {} is heard again", title(display));
            }
            display.wrongSince = wrong(display).isEmpty() ? null
                    : display.wrongSince == null ? now : display.wrongSince;
            return message("now", display);
        });
    }

    private String message(String is, Display display) {
        var entrance = display.entrance;
        var named = display.named;
        var orders = display.waiting(clock.instant().minus(ORDER_LIFE)).stream().filter(this::leadsSomewhere).toList();
        boolean comes = onTheWay && is.equals("now") && display.unpacks();
        return JSON.writeValueAsString(new Message(is, clock.instant(), boot, documents.build(),
                entrance == null || comes ? null : documents.stamp(entrance.wall().in(display.lang())),
                readModel.versions().savedAt(), null, named == null ? null : named.label(),
                named == null ? null : named.place(), display.taken ? true : null, moved(display),
                orders.isEmpty() ? null : orders, null));
    }

    /** A screen that was off may hear of a move when the wall has another name by now, or its link is revoked. */
    private boolean leadsSomewhere(Display.Order order) {
        var address = order.text();
        return !order.what().equals("move") || address != null && walls.enter(address.substring(WALL.length())).isPresent();
    }

    /** Where it was moved to and is not: that wall's address, or its name where only the screen itself knows the address. */
    private @Nullable String moved(Display display) {
        return goal(display).map(wall -> wall.openToAll() ? WALL + wall.slug() : wall.slug()).orElse(null);
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

    static String gone() {
        return "{\"is\":\"gone\"}";
    }

    // --- What displays are told ---

    /** Many changes at once are one piece of news. */
    private void tellSoon() {
        if (telling.compareAndSet(false, true)) {
            onTheWay = true;
            teller.execute(() -> {
                telling.set(false);
                try {
                    tell();
                } catch (RuntimeException broken) {
                    LOG.error("Displays could not be told of news; they find it out with their next sign of life", broken);
                } finally {
                    onTheWay = telling.get();
                }
            });
        }
    }

    private record Audience(Wall wall, Lang lang) {
    }

    private void tell() {
        var audiences = displays.values().stream().filter(d -> d.entrance != null && d.connected())
                .collect(Collectors.groupingBy(d -> new Audience(entrance(d).wall(), d.lang())));
        told.keySet().retainAll(audiences.keySet());
        audiences.forEach((audience, all) -> {
            var document = documents.document(audience.wall(), audience.lang());
            if (document.stamp().equals(told.put(audience, document.stamp()))) {
                return;
            }
            var ways = all.stream().collect(Collectors.partitioningBy(Display::unpacks));
            var whole = ways.get(true);
            if (!whole.isEmpty()) {
                var news = WallLine.Version.of(news(document.stamp(), null, document.html()));
                whole.forEach(display -> display.send(news));
            }
            var fetching = ways.get(false);
            if (!fetching.isEmpty()) {
                var spread = fetching.size() < MANY ? 0 : Math.min(fetching.size(), 1500);
                var news = new WallLine.Said(news(document.stamp(), spread, null));
                fetching.forEach(display -> display.send(news));
            }
        });
    }

    private String news(String stamp, @Nullable Integer spread, @Nullable String html) {
        return JSON.writeValueAsString(new Message("news", clock.instant(), boot, documents.build(), stamp,
                readModel.versions().savedAt(), spread, null, null, null, null, null, html));
    }

    private static Walls.Entrance entrance(Display display) {
        return java.util.Objects.requireNonNull(display.entrance);
    }

    /** A wall was saved or a link revoked: whoever stands behind it gets the new version, or nothing any more. */
    @EventListener
    void changed(Walls.Changed event) {
        for (var display : displays.values()) {
            var entrance = display.entrance;
            if (entrance != null) {
                var now = walls.enter(entrance.key());
                display.entrance = now.orElse(null);
                if (now.isEmpty()) {
                    display.send(new WallLine.Said(gone()));
                }
            }
        }
        tellSoon();
    }

    /** Gives one screen a command; it does it within a second or two, or with its next sign of life. */
    void command(String code, String what, @Nullable String text) {
        var display = displays.get(code);
        if (display != null) {
            display.order(what, text, clock.instant());
            display.send(new WallLine.Said(message("do", display)));
        }
    }

    // --- What the desk asks ---

    /** Named screens first, then by code. */
    List<Display> all() {
        return displays.values().stream()
                .filter(d -> !d.preview)
                .sorted(Comparator.comparing((Display d) -> d.named == null)
                        .thenComparing(d -> title(d).toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }

    Optional<Display> find(String code) {
        return Optional.ofNullable(displays.get(code));
    }

    static String title(Display display) {
        var named = display.named;
        return named == null ? display.code : named.label();
    }

    boolean isSilent(Display display) {
        return display.heard.isBefore(clock.instant().minus(SILENCE));
    }

    /** The build that displays should run. */
    String build() {
        return documents.build();
    }

    /**
     * Element ids of the numbers that the screen paints differently from the store: proof of display. Empty as well
     * where nothing is known, or news are still on their way.
     */
    List<String> wrong(Display display) {
        var beat = display.beat;
        var entrance = display.entrance;
        if (beat == null || entrance == null || beat.painted() == null || beat.slide() == null) {
            return List.of();
        }
        if (readModel.versions().savedAt().isAfter(clock.instant().minus(ON_THE_WAY))) {
            return display.wrongSince == null ? List.of() : old(beat, entrance, display.lang());
        }
        return old(beat, entrance, display.lang());
    }

    private List<String> old(Beat beat, Walls.Entrance entrance, Lang lang) {
        var truth = documents.document(entrance.wall(), lang).truth().getOrDefault(beat.slide(), Map.of());
        var painted = java.util.Objects.requireNonNull(beat.painted());
        return painted.entrySet().stream()
                .filter(p -> !java.util.Objects.equals(p.getValue(), truth.get(p.getKey())))
                .map(Map.Entry::getKey).sorted().toList();
    }

    /** Gives a screen a name, a place and the wall that it is to show wherever its address leads, kept in the store. */
    void name(String code, String label, @Nullable String place, @Nullable String movedTo) {
        var display = displays.computeIfAbsent(code, c -> new Display(c, clock.instant()));
        var named = new WallStore.Named(code, label, place, movedTo, display.heard);
        store.name(named);
        display.named = named;
        display.send(new WallLine.Said(message("now", display)));
    }

    /** Reads anew what the store says of named screens: a wall was renamed or is no more. */
    void reread() {
        for (var named : store.displays()) {
            var display = displays.get(named.code());
            if (display != null) {
                display.named = named;
            }
        }
    }

    /** Forgets a screen that is no more. */
    void forget(String code) {
        store.forget(code);
        displays.remove(code);
    }

    int connected() {
        return (int) displays.values().stream().filter(d -> !d.preview && d.connected()).count();
    }

    /** Screens connected through this link. */
    Collection<Display> behind(long link) {
        return displays.values().stream()
                .filter(d -> d.entrance != null && Long.valueOf(link).equals(entrance(d).link())).toList();
    }

    // --- What time brings ---

    @Scheduled(fixedDelay = 30_000)
    void look() {
        var now = clock.instant();
        for (var display : displays.values()) {
            if (display.preview) {
                if (isSilent(display)) {
                    displays.remove(display.code, display);
                }
                continue;
            }
            if (isSilent(display) && !display.silenceTold && display.audible.isBefore(now.minus(SILENCE))) {
                tellSilence(display);
            }
            var wrong = display.wrongSince;
            if (wrong != null && Duration.between(wrong, now).toSeconds() < 60 && !isSilent(display)) {
                LOG.warn("Display {} shows {} old values", title(display), wrong(display).size());
            }
            if (display.named == null && display.heard.isBefore(now.minus(MEMORY)) && !display.connected()) {
                displays.remove(display.code);
            }
        }
        storeHeard(HEARD_STORED);
    }

    /** Everybody can open a wall and leave it again: only screens with a name are worth a line in the desk's log. */
    private void tellSilence(Display display) {
        display.silenceTold = true;
        LOG.warn("Display {} has been silent since {}", title(display), display.heard);
        if (display.named != null) {
            audit.record(AuditKind.SETTING, "walls", "", "display " + title(display), "silent since " + display.heard);
        }
    }

    /** Writes when named screens were last heard of, where the store is so far behind; for after a restart. */
    private void storeHeard(Duration behind) {
        var late = displays.values().stream()
                .filter(d -> d.named != null && d.heard.isAfter(d.heardStored.plus(behind)))
                .collect(Collectors.toMap(d -> d.code, d -> d.heard));
        if (!late.isEmpty()) {
            store.heard(late);
            late.forEach((code, heard) -> find(code).ifPresent(d -> d.heardStored = heard));
        }
    }
}
