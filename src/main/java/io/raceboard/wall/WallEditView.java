package io.raceboard.wall;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.raceboard.access.Role;
import io.raceboard.desk.DeskLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** The editor of one wall, or of a new one. */
@Route(value = "desk/walls", layout = DeskLayout.class)
@RolesAllowed("VIEWER")
@CssImport("./styles/desk-walls.css")
class WallEditView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final WallParts parts;
    private final WallPreview preview;
    private String slug = WallStarts.NEW;
    private QueryParameters query = QueryParameters.empty();

    WallEditView(WallParts parts) {
        this.parts = parts;
        preview = new WallPreview(parts.walls(), parts.words());
    }

    @Override
    public void setParameter(BeforeEvent event, String slug) {
        this.slug = slug;
        query = event.getLocation().getQueryParameters();
        show(start().orElseThrow(NotFoundException::new));
    }

    /** What this address begins with now; empty when there is no such wall. */
    private Optional<WallStart> start() {
        if (slug.equals(WallStarts.NEW)) {
            parts.signedIn().person().require(Role.EDITOR);
            return Optional.of(parts.starts().fresh(query));
        }
        return parts.starts().find(slug);
    }

    private WallSheet show(WallStart start) {
        var sheet = new WallSheet(parts, start, preview, this::saved, () -> discarded(start));
        removeAll();
        add(sheet);
        return sheet;
    }

    /** Begins with a wall from a file, which is kept from now on as if it had been typed here. */
    void bring(WallStart start) {
        show(start).keep();
    }

    private void saved(String as) {
        if (as.equals(slug)) {
            start().ifPresent(this::show);
        } else {
            getUI().ifPresent(ui -> ui.navigate(WallEditView.class, as));
        }
    }

    private void discarded(WallStart start) {
        var now = start.onlyHere() ? Optional.<WallStart>empty() : start();
        now.ifPresentOrElse(this::show, () -> getUI().ifPresent(ui -> ui.navigate(WallsView.class)));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        preview.close();
    }

    @Override
    public String getPageTitle() {
        return parts.words().say("wall.walls") + " · Raceboard";
    }
}
