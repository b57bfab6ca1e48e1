package io.raceboard.wall;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.raceboard.catalog.Lang;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.DataNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the whole wall into the first HTML, with its styles and the script that watches over all others. */
@Component
class WallFirstHtml implements VaadinServiceInitListener {

    private static final String PREFIX = "/wall/";

    private final Walls walls;
    private final WallDocuments documents;
    private final FrontEnd frontEnd;
    private final Duration renewal;

    /** @param renewal after which a screen loads its page anew; zero or less for never */
    WallFirstHtml(Walls walls, WallDocuments documents, FrontEnd frontEnd,
            @Value("${raceboard.walls.renew-pages-after:3h}") Duration renewal) {
        this.walls = walls;
        this.documents = documents;
        this.frontEnd = frontEnd;
        this.renewal = renewal;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::write);
    }

    private void write(IndexHtmlResponse response) {
        var request = response.getVaadinRequest();
        var path = Objects.requireNonNullElse(request.getPathInfo(), "/");
        if (!path.startsWith(PREFIX)) {
            return;
        }
        walls.enter(path.substring(PREFIX.length())).ifPresent(entrance -> {
            var wall = entrance.wall();
            var lang = Optional.ofNullable(request.getParameter("lang")).flatMap(Lang::of).orElse(wall.lang());
            var document = documents.document(wall, lang);
            var html = response.getDocument();
            html.selectFirst("html").attr("lang", lang.htmlTag()).attr("data-place", "wall")
                    .attr("data-build", documents.build())
                    .attr("data-renew", String.valueOf(renewal.toMillis()))
                    .attr("data-theme", wall.theme() == Wall.Theme.DARK ? "dark" : "light");
            html.title(wall.title() + " · Raceboard");
            html.head().appendElement("link").attr("rel", "stylesheet")
                    .attr("href", PREFIX.substring(0, 5) + "s/wall-" + documents.build() + ".css");
            // First of all scripts: it must see those fail that come after it.
            html.head().prependElement("script").appendChild(new DataNode(frontEnd.guard()));
            html.body().prependChild(new DataNode(document.html()));
        });
    }
}
