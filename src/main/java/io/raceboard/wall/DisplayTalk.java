package io.raceboard.wall;

import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import io.raceboard.catalog.Lang;
import io.raceboard.live.ReadModel;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What displays and the server say to each other: signs of life and their answers, news, commands. A piece of news is
 * one message, made once for all screens of a wall.
 */
@Component
class DisplayTalk {

    private static final Logger LOG = LoggerFactory.getLogger(DisplayTalk.class);

    /** From this many screens on that have to fetch the new version they do it not all at once. */
    private static final int MANY = 50;
    private static final int LONGEST_SPREAD_MS = 1500;

    private final Displays displays;
    private final DisplayMessages messages;
    private final DisplayProof proof;
    private final Walls walls;
    private final WallDocuments documents;
    private final ReadModel readModel;
    private final Clock clock;
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("wall-news").factory());
    private final AtomicBoolean telling = new AtomicBoolean();
    /** News are being made or sent: whoever can take the new version gets it at any moment, and need not fetch it. */
    private volatile boolean onTheWay;
    /** The version that each audience was told of last; what it has is not sent again when another wall changes. */
    private final Map<Audience, String> told = new HashMap<>();
    private @Nullable Registration news;

    DisplayTalk(Displays displays, DisplayMessages messages, DisplayProof proof, Walls walls, WallDocuments documents,
            ReadModel readModel, Clock clock) {
        this.displays = displays;
        this.messages = messages;
        this.proof = proof;
        this.walls = walls;
        this.documents = documents;
        this.readModel = readModel;
        this.clock = clock;
    }

    @PostConstruct
    void begin() {
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
        teller.shutdownNow();
    }

    // --- What displays say ---

    /**
     * A display has opened its line.
     *
     * @param page one for each time that the display loads its page
     * @param lang that its address asks for; null for the wall's own
     * @return what it is told first; empty when its address opens nothing
     */
    Optional<String> opened(String key, String code, String page, @Nullable Lang lang, WallLine.Outlet line) {
        return displays.enter(key, code, page, lang).map(display -> {
            if (displays.isListed(display)) {
                connect(display, line);
            }
            return messages.to(display, "hello", false);
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
                displays.drop(display);
            }
        }
    }

    /**
     * A sign of life.
     *
     * @param line over which it came; null where it came as a request of its own
     * @return what time it is, which version is current, and what is to be done; empty when the address opens nothing
     */
    Optional<String> heard(String key, Beat beat, WallLine.@Nullable Outlet line) {
        var lang = beat.lang() == null ? null : Lang.of(beat.lang()).orElse(null);
        return displays.enter(key, beat.id(), beat.page() == null ? "" : beat.page(), lang).map(display -> {
            // Its name was another's until now. A line speaks for one display, whatever names come over it.
            if (line != null && line.owner == null && displays.isListed(display) && !display.connected()) {
                connect(display, line);
            }
            display.heard = clock.instant();
            display.beat = beat;
            display.done(beat.done());
            if (display.silenceTold) {
                display.silenceTold = false;
                LOG.info("Display {} is heard again", display.title());
            }
            proof.note(display);
            return messages.to(display, "now", comes(display));
        });
    }

    /** Whether the new version is on its way to it. */
    private boolean comes(Display display) {
        return onTheWay && display.unpacks();
    }

    // --- What displays are told ---

    /** Gives one screen a command; it does it within a second or two, or with its next sign of life. */
    void command(String code, String what, @Nullable String text) {
        displays.find(code).ifPresent(display -> {
            display.order(what, text, clock.instant());
            display.send(new WallLine.Said(messages.to(display, "do", false)));
        });
    }

    /** Tells a screen what it is called, where it hangs and which wall it is to show. */
    void tellItself(Display display) {
        display.send(new WallLine.Said(messages.to(display, "now", comes(display))));
    }

    /** A wall was saved or a link revoked: whoever stands behind it gets the new version, or nothing any more. */
    @EventListener
    void changed(Walls.Changed event) {
        for (var display : displays.everyOne()) {
            var entrance = display.entrance;
            if (entrance != null) {
                var now = walls.enter(entrance.key());
                display.entrance = now.orElse(null);
                if (now.isEmpty()) {
                    display.send(new WallLine.Said(DisplayMessages.GONE));
                }
            }
        }
        tellSoon();
    }

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

        static Optional<Audience> of(Display display) {
            return Optional.ofNullable(display.entrance).map(way -> new Audience(way.wall(), display.lang()));
        }
    }

    private void tell() {
        var audiences = new HashMap<Audience, List<Display>>();
        displays.everyOne().stream().filter(Display::connected).forEach(display -> Audience.of(display)
                .ifPresent(audience -> audiences.computeIfAbsent(audience, a -> new ArrayList<>()).add(display)));
        told.keySet().retainAll(audiences.keySet());
        audiences.forEach(this::tell);
    }

    private void tell(Audience audience, List<Display> all) {
        var document = documents.document(audience.wall(), audience.lang());
        if (document.stamp().equals(told.put(audience, document.stamp()))) {
            return;
        }
        var ways = all.stream().collect(Collectors.partitioningBy(Display::unpacks));
        var whole = ways.get(true);
        if (!whole.isEmpty()) {
            var version = WallLine.Version.of(messages.news(document.stamp(), null, document.html()));
            whole.forEach(display -> display.send(version));
        }
        var fetching = ways.get(false);
        if (!fetching.isEmpty()) {
            int spread = fetching.size() < MANY ? 0 : Math.min(fetching.size(), LONGEST_SPREAD_MS);
            var version = new WallLine.Said(messages.news(document.stamp(), spread, null));
            fetching.forEach(display -> display.send(version));
        }
    }
}
