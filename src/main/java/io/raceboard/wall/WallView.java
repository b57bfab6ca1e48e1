package io.raceboard.wall;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/**
 * The page of a wall: holds the address and nothing else. What is shown is a document that all displays share, which
 * the browser rotates; news and commands come over {@link WallLine}.
 */
@Route("wall/:key")
@Tag("race-wall")
@AnonymousAllowed
class WallView extends Component implements BeforeEnterObserver, HasDynamicTitle {

    private final Walls walls;
    private String title = "Raceboard";

    WallView(Walls walls) {
        this.walls = walls;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var key = entering.getRouteParameters().get("key").orElse("");
        var entrance = walls.enter(key).orElseThrow(NotFoundException::new);
        title = entrance.wall().title();
        getElement().setAttribute("key", key);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
