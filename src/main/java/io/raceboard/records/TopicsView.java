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

/** All topics. */
@Route(value = "desk/topics", layout = DeskLayout.class)
@Menu(title = "records.topics", order = 170)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class TopicsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskWords words;
    private final RecordList<Line.Topic> list;

    TopicsView(ListQueries queries, SignedIn signedIn, DeskWords deskWords) {
        words = deskWords;
        var say = deskWords.words();
        list = new RecordList<>(say, "desk/topics", say.say("records.topics"), List.of(
                new Column<>("title", say.say("records.column.title"), r -> Cells.link(RecordKind.TOPIC.address(r.slug()), r.title().in(say.lang()))),
                new Column<>(null, say.say("records.column.question"), r -> Cells.text(r.question().in(say.lang()))),
                new Column<>("position", say.say("review.part.position"), r -> Cells.text(String.valueOf(r.position()))),
                new Column<>(null, say.say("records.indicators"), r -> Cells.link("desk/indicators?topic=" + r.slug(), String.valueOf(r.indicators()))),
                new Column<>("saved", say.say("records.column.saved"), r -> Cells.saved(r.saved()))),
                List.of(), "position", queries::topics);
        add(ListHead.of(RecordKind.TOPIC, say, signedIn.person()), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        list.enter(entered);
    }

    @Override
    public String getPageTitle() {
        return words.say("records.topics") + " · Raceboard";
    }
}
