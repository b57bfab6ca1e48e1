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

/** All policy events. */
@Route(value = "desk/events", layout = DeskLayout.class)
@Menu(title = "records.events", order = 130)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class EventsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskWords words;
    private final RecordList<Line.Event> list;

    EventsView(ListQueries queries, PickQueries picks, SignedIn signedIn, DeskWords deskWords) {
        words = deskWords;
        var say = deskWords.words();
        list = new RecordList<>(say, "desk/events", say.say("records.events"), List.of(
                new Column<>("title", say.say("records.column.title"), r -> Cells.link(RecordKind.EVENT.address(r.slug()), r.title().in(say.lang()))),
                new Column<>("date", say.say("records.column.date"), r -> Cells.text(r.ends() == null ? r.starts() : r.starts() + " – " + r.ends())),
                new Column<>(null, say.say("records.column.places"), r -> Cells.text(String.join(", ", r.places().stream().map(p -> p.in(say.lang())).toList()))),
                new Column<>("category", say.say("review.part.category"), r -> Cells.text(Cells.word(say, "category", r.category()))),
                new Column<>("status", say.say("review.part.status"), r -> Cells.text(Cells.word(say, "status", r.status()))),
                new Column<>("saved", say.say("records.column.saved"), r -> Cells.saved(r.saved()))),
                List.of(Filters.words(say, "status"), Filters.words(say, "category"),
                        Filters.records(say, "place", "records.column.places", picks.jurisdictions())), "-date", queries::events);
        add(ListHead.of(RecordKind.EVENT, say, signedIn.person()), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        list.enter(entered);
    }

    @Override
    public String getPageTitle() {
        return words.say("records.events") + " · Raceboard";
    }
}
