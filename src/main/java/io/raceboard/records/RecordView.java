package io.raceboard.records;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.raceboard.access.Role;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.PageHead;
import jakarta.annotation.security.RolesAllowed;

/** The form of one record, or of a new one; a name that it had before leads to it. */
@Route(value = "desk/:kind(" + RecordKind.PATHS + ")/:slug", layout = DeskLayout.class)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class RecordView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final FormParts parts;
    private final DeskWords words;
    private String title = "";

    RecordView(FormParts parts, DeskWords words) {
        this.parts = parts;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        var kind = RecordKind.of(entered.getRouteParameters().get("kind").orElseThrow());
        var slug = entered.getRouteParameters().get("slug").orElseThrow();
        removeAll();
        var say = words.words();
        if (slug.equals("new")) {
            if (!parts.signedIn().person().may(Role.EDITOR)) {
                entered.rerouteToError(AccessDeniedException.class);
                return;
            }
            title = say.say("records.new." + kind.code());
            add(new RecordSheet(parts, say, kind, null, address -> getUI().ifPresent(ui -> ui.navigate(address))));
            return;
        }
        var there = parts.records().find(kind.kind(), slug);
        if (there.isEmpty()) {
            title = say.say("records.no-such");
            add(new PageHead(title, say.say("records.no-such.text")));
            return;
        }
        var found = there.get();
        if (!found.key().key().equals(slug)) {
            entered.forwardTo(kind.address(found.key().key()));
            return;
        }
        title = Titles.of(kind, found.body(), say.lang());
        add(new RecordSheet(parts, say, kind, found, address -> getUI().ifPresent(ui -> {
            if (address.equals(kind.address(slug))) {
                ui.refreshCurrentRoute(false);
            } else {
                ui.navigate(address);
            }
        })));
    }

    @Override
    public String getPageTitle() {
        return title + " · Raceboard";
    }
}
