package io.raceboard.wall;

import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditKind;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What time brings to displays: the silent are told of, the unnamed forgotten, and the store knows who was heard when. */
@Component
class DisplayWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DisplayWatch.class);

    /** A screen that is not heard of for this long is silent. */
    static final Duration SILENCE = Duration.ofMinutes(10);
    /** Unnamed screens are forgotten after this time. */
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final Duration HEARD_STORED = Duration.ofMinutes(5);

    private final Displays displays;
    private final DisplayProof proof;
    private final WallStore store;
    private final Audit audit;
    private final Clock clock;

    DisplayWatch(Displays displays, DisplayProof proof, WallStore store, Audit audit, Clock clock) {
        this.displays = displays;
        this.proof = proof;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    boolean isSilent(Display display) {
        return display.heard.isBefore(clock.instant().minus(SILENCE));
    }

    @Scheduled(fixedDelay = 30_000)
    void look() {
        var now = clock.instant();
        displays.everyOne().forEach(display -> look(display, now));
        storeHeard(HEARD_STORED);
    }

    private void look(Display display, Instant now) {
        boolean silent = isSilent(display);
        if (display.preview) {
            if (silent) {
                displays.drop(display);
            }
            return;
        }
        if (silent && !display.silenceTold && display.audible.isBefore(now.minus(SILENCE))) {
            tellSilence(display);
        }
        var wrong = display.wrongSince;
        if (wrong != null && !silent && Duration.between(wrong, now).toSeconds() < 60) {
            LOG.warn("Display {} shows {} old values", display.title(), proof.wrong(display).size());
        }
        if (display.named == null && display.heard.isBefore(now.minus(MEMORY)) && !display.connected()) {
            displays.drop(display);
        }
    }

    /** Everybody can open a wall and leave it again: only screens with a name are worth a line in the desk's log. */
    private void tellSilence(Display display) {
        display.silenceTold = true;
        LOG.warn("Display {} has been silent since {}", display.title(), display.heard);
        if (display.named != null) {
            audit.record(AuditKind.SETTING, "walls", "", "display " + display.title(), "silent since " + display.heard);
        }
    }

    @PreDestroy
    void end() {
        storeHeard(Duration.ZERO);
    }

    /** Writes when named screens were last heard of, where the store is so far behind; for after a restart. */
    private void storeHeard(Duration behind) {
        var late = displays.everyOne().stream()
                .filter(d -> d.named != null && d.heard.isAfter(d.heardStored.plus(behind)))
                .collect(Collectors.toMap(d -> d.code, d -> d.heard));
        if (!late.isEmpty()) {
            store.heard(late);
            late.forEach((code, heard) -> displays.find(code).ifPresent(d -> d.heardStored = heard));
        }
    }
}
