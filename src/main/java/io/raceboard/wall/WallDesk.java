package io.raceboard.wall;

import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditKind;
import io.raceboard.page.Templates;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the desk may do with walls and displays: editors edit, administrators open and close, and command screens. */
@Service
class WallDesk {

    private final WallStore store;
    private final Walls walls;
    private final WallCheck check;
    private final Displays displays;
    private final DisplayTalk talk;
    private final Audit audit;
    private final SignedIn signedIn;
    private final Templates templates;
    private final Clock clock;

    WallDesk(WallStore store, Walls walls, WallCheck check, Displays displays, DisplayTalk talk, Audit audit,
            SignedIn signedIn, Templates templates, Clock clock) {
        this.store = store;
        this.walls = walls;
        this.check = check;
        this.displays = displays;
        this.talk = talk;
        this.audit = audit;
        this.signedIn = signedIn;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Saves a new wall, or the next version of one.
     *
     * @param before slug of the wall as it was opened; null for a new one
     * @param wall at the version that was opened
     * @return the wall at its new version
     * @throws WallFault.Refused with every fault; a single one named {@code version} when somebody else saved meanwhile
     */
    Wall save(Person person, @Nullable String before, Wall wall) {
        person.require(Role.EDITOR);
        var was = before == null ? null : walls.find(before).orElse(null);
        if (wall.openToAll() != (was != null && was.openToAll())) {
            person.require(Role.ADMIN);
        }
        var faults = check.check(wall, templates.words(person.lang()));
        if (!faults.isEmpty()) {
            throw new WallFault.Refused(faults);
        }
        boolean taken = !wall.slug().equals(before) && walls.find(wall.slug()).isPresent();
        if (taken) {
            throw new WallFault.Refused(List.of(new WallFault("slug", "wall.check.slug.taken", wall.slug())));
        }
        boolean saved = before == null ? store.add(wall, person.name(), clock.instant())
                : store.replace(before, wall, person.name(), clock.instant());
        displays.reread();
        walls.changed();
        if (!saved) {
            throw new WallFault.Refused(List.of(new WallFault("version", "wall.check.version")));
        }
        log(person, AuditKind.SETTING, "wall " + wall.slug(), "%d slides, version %d".formatted(wall.slides().size(),
                wall.version() + 1));
        return wall.saved(before == null ? 1 : wall.version() + 1);
    }

    void remove(Person person, String slug) {
        person.require(Role.ADMIN);
        store.remove(slug);
        displays.reread();
        walls.changed();
        log(person, AuditKind.SETTING, "wall " + slug, "removed");
    }

    /** A new link to a wall; its address is given back here once, and nowhere else ever. */
    String link(Person person, String slug, String label) {
        person.require(Role.ADMIN);
        var secret = walls.secret();
        store.addLink(slug, Walls.digest(secret), label, person.name(), clock.instant());
        walls.changed();
        log(person, AuditKind.LINK, "wall " + slug, "link made: " + label);
        return "/wall/" + secret;
    }

    /** Closes a link for good; whoever stands behind it shows nothing of the wall within seconds, also if moved there. */
    void revoke(Person person, WallStore.Link link) {
        person.require(Role.ADMIN);
        store.revoke(link.id(), clock.instant());
        for (var display : displays.behind(link.id())) {
            var named = display.named;
            if (named != null && link.wall().equals(named.movedTo())) {
                nameAndTell(display, named.label(), named.place(), null);
            }
        }
        walls.changed();
        log(person, AuditKind.LINK, "wall " + link.wall(), "link revoked: " + link.label());
    }

    List<WallStore.Link> links(Person person) {
        person.require(Role.ADMIN);
        return store.links();
    }

    void command(Person person, Display display, String what, @Nullable String text) {
        person.require(Role.ADMIN);
        talk.command(display.code, what, text);
        log(person, AuditKind.SETTING, "display " + display.title(), text == null ? what : what + ": " + text);
    }

    /** Shows another wall on a screen, now and whenever it is switched on again. */
    void move(Person person, Display display, String slug) {
        person.require(Role.ADMIN);
        var wall = walls.find(slug).orElseThrow();
        var address = wall.openToAll() ? "/wall/" + slug : link(person, slug, display.title());
        talk.command(display.code, "move", address);
        movedTo(display, slug);
        log(person, AuditKind.SETTING, "display " + display.title(), "moved to wall " + slug);
    }

    /** Shows on a screen again where its own address leads. */
    void moveHome(Person person, Display display) {
        person.require(Role.ADMIN);
        talk.command(display.code, "home", null);
        movedTo(display, null);
        log(person, AuditKind.SETTING, "display " + display.title(), "moved back to its own address");
    }

    private void movedTo(Display display, @Nullable String slug) {
        var named = display.named;
        nameAndTell(display, display.title(), named == null ? null : named.place(), slug);
    }

    void name(Person person, Display display, String label, @Nullable String place) {
        person.require(Role.ADMIN);
        var named = display.named;
        nameAndTell(display, label, place, named == null ? null : named.movedTo());
        log(person, AuditKind.SETTING, "display " + display.code, "named " + label);
    }

    void forget(Person person, Display display) {
        person.require(Role.ADMIN);
        displays.forget(display.code);
        log(person, AuditKind.SETTING, "display " + display.title(), "forgotten");
    }

    private void nameAndTell(Display display, String label, @Nullable String place, @Nullable String movedTo) {
        talk.tellItself(displays.name(display.code, label, place, movedTo));
    }

    private void log(Person person, AuditKind kind, String subject, String detail) {
        audit.record(kind, person.name(), signedIn.address(), subject, detail);
    }
}
