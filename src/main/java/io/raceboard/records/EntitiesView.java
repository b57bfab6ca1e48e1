package io.raceboard.records;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** All entities: countries, companies, products, models. */
@Route(value = "desk/entities", layout = DeskLayout.class)
@Menu(title = "records.entities", order = 150)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class EntitiesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskWords words;
    private final RecordList<Line.Entity> list;

    EntitiesView(ListQueries queries, SignedIn signedIn, DeskWords deskWords) {
        words = deskWords;
        var say = deskWords.words();
        list = new RecordList<>(say, "desk/entities", say.say("records.entities"), List.of(
                new Column<>("title", say.say("records.column.title"), r -> Cells.swatched(r.colour(), RecordKind.ENTITY.address(r.slug()), r.title().in(say.lang()))),
                new Column<>("kind", say.say("review.part.kind"), r -> Cells.text(Cells.word(say, "kind", r.kind()))),
                new Column<>("parent", say.say("review.part.parent"), r -> Cells.text(r.parent() == null ? "" : r.parent().in(say.lang()))),
                new Column<>(null, say.say("records.column.series"), r -> Cells.text(String.valueOf(r.series()))),
                new Column<>(null, say.say("records.column.values"), r -> Cells.link("desk/values?entity=" + r.slug(), say.say("records.values"))),
                new Column<>("saved", say.say("records.column.saved"), r -> Cells.saved(r.saved()))),
                List.of(Filters.words(say, "kind")), "title", queries::entities);
        add(ListHead.of(RecordKind.ENTITY, say, signedIn.person()), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        list.enter(entered);
    }

    @Override
    public String getPageTitle() {
        return words.say("records.entities") + " · Raceboard";
    }
}
