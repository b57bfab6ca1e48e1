package io.raceboard.wall;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.Confirm;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.Empty;
import io.raceboard.desk.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** All walls: open one in the editor, copy it, take it as a file or bring one in. */
@Route(value = "desk/walls", layout = DeskLayout.class)
@Menu(title = "wall.walls", order = 70)
@RolesAllowed("VIEWER")
@CssImport("./styles/desk-walls.css")
class WallsView extends Div implements HasDynamicTitle {

    private final WallParts parts;
    private final Walls walls;
    private final WallDesk desk;
    private final SignedIn signedIn;
    private final DeskWords words;
    private final Div cards = new Div();

    WallsView(WallParts parts, WallYaml yaml) {
        this.parts = parts;
        walls = parts.walls();
        desk = parts.desk();
        signedIn = parts.signedIn();
        words = parts.words();
        cards.addClassName("wall-cards");
        boolean edits = signedIn.person().may(Role.EDITOR);
        var fresh = new Button(words.say("wall.walls.new"), click -> open(WallStarts.NEW));
        fresh.addThemeVariants(ButtonVariant.PRIMARY);
        var bring = new Button(words.say("wall.walls.import"), click -> new WallImport(yaml, words, this::bring).open());
        add(new PageHead(words.say("wall.walls"), words.say("wall.walls.text"),
                edits ? new Component[] {bring, fresh} : new Component[0]), cards);
        show();
    }

    private void show() {
        cards.removeAll();
        cards.add(card(RaceWall.WALL, false));
        walls.all().forEach(wall -> cards.add(card(wall, true)));
        if (walls.all().isEmpty()) {
            cards.add(new Empty(words.say("wall.walls.none")));
        }
    }

    private Component card(Wall wall, boolean own) {
        var card = new Article(new H2(wall.title()), new Paragraph((own ? wall.slug() : words.say("wall.walls.race"))
                + " · " + words.say("wall.walls.slides", wall.slides().size())));
        card.addClassName("wall-card");
        var actions = new Div();
        actions.addClassName("wall-card-actions");
        var person = signedIn.person();
        if (own) {
            actions.add(new Button(words.say("wall.walls.open"), click -> open(wall.slug())));
        } else {
            var link = new Anchor("/wall/race", words.say("wall.walls.open"));
            link.getElement().setAttribute("router-ignore", true);
            actions.add(link);
        }
        if (person.may(Role.EDITOR)) {
            actions.add(new Button(words.say("wall.walls.duplicate"), click -> duplicate(wall)));
        }
        actions.add(export(wall, words));
        if (own && person.may(Role.ADMIN)) {
            actions.add(new Button(words.say("wall.walls.remove"), click -> Confirm.ask(words,
                    words.say("wall.walls.remove.title", wall.title()), words.say("wall.walls.remove.text"),
                    words.say("wall.walls.remove"), () -> {
                        desk.remove(signedIn.person(), wall.slug());
                        show();
                    })));
        }
        card.add(actions);
        return card;
    }

    static Anchor export(Wall wall, DeskWords words) {
        var file = new Anchor(DownloadHandler.fromInputStream(request -> {
            var bytes = WallYaml.write(wall).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(bytes), wall.slug() + ".yaml",
                    "application/yaml;charset=UTF-8", bytes.length);
        }), words.say("wall.walls.export"));
        file.getElement().setAttribute("download", true);
        return file;
    }

    private void duplicate(Wall wall) {
        getUI().ifPresent(ui -> ui.navigate(WallEditView.class, WallStarts.NEW, WallStarts.copyOf(wall)));
    }

    /** Hands a wall that is not stored to the editor. */
    private void bring(Wall wall) {
        var start = parts.starts().brought(wall);
        getUI().ifPresent(ui -> ui.navigate(WallEditView.class, WallStarts.NEW, start.query())
                .ifPresent(view -> view.bring(start)));
    }

    private void open(String slug) {
        getUI().ifPresent(ui -> ui.navigate(WallEditView.class, slug));
    }

    @Override
    public String getPageTitle() {
        return words.say("wall.walls") + " · Raceboard";
    }
}
