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

/** All sources; one filter shows those that are likely there twice. */
@Route(value = "desk/sources", layout = DeskLayout.class)
@Menu(title = "records.sources", order = 160)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class SourcesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskWords words;
    private final RecordList<Line.Source> list;

    SourcesView(ListQueries queries, SignedIn signedIn, DeskWords deskWords) {
        words = deskWords;
        var say = deskWords.words();
        list = new RecordList<>(say, "desk/sources", say.say("records.sources"), List.of(
                new Column<>("title", say.say("records.column.title"), r -> Cells.link(RecordKind.SOURCE.address(r.slug()), r.title().in(say.lang()))),
                new Column<>("publisher", say.say("review.part.publisher"), r -> Cells.text(r.publisher())),
                new Column<>("published", say.say("review.part.published"), r -> Cells.text(r.published())),
                new Column<>("licence", say.say("review.part.licence-kind"), r -> Cells.text(Cells.word(say, "licence-kind", r.licenceKind()))),
                new Column<>(null, say.say("records.column.values"), r -> Cells.link("desk/values?source=" + r.slug(), say.say("records.values"))),
                new Column<>("saved", say.say("records.column.saved"), r -> Cells.saved(r.saved()))),
                List.of(Filters.words(say, "licence", "licence-kind"), Filters.duplicates(say)), "title", queries::sources);
        add(ListHead.of(RecordKind.SOURCE, say, signedIn.person()), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        list.enter(entered);
    }

    @Override
    public String getPageTitle() {
        return words.say("records.sources") + " · Raceboard";
    }
}
