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
import io.raceboard.ledger.Fault.Kind;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** All indicators. */
@Route(value = "desk/indicators", layout = DeskLayout.class)
@Menu(title = "records.indicators", order = 140)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class IndicatorsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskWords words;
    private final RecordList<Line.Indicator> list;

    IndicatorsView(ListQueries queries, PickQueries picks, SignedIn signedIn, DeskWords deskWords) {
        words = deskWords;
        var say = deskWords.words();
        list = new RecordList<>(say, "desk/indicators", say.say("records.indicators"), List.of(
                new Column<>("title", say.say("records.column.title"), r -> Cells.link(RecordKind.INDICATOR.address(r.slug()), r.title().in(say.lang()))),
                new Column<>("topic", say.say("review.part.topic"), r -> Cells.text(r.topic().in(say.lang()))),
                new Column<>("unit", say.say("review.part.unit"), r -> Cells.text(r.unit())),
                new Column<>("cadence", say.say("review.part.cadence"), r -> Cells.text(Cells.word(say, "cadence", r.cadence()))),
                new Column<>(null, say.say("records.column.series"), r -> Cells.text(String.valueOf(r.series()))),
                new Column<>(null, say.say("records.column.values"), r -> Cells.link("desk/values?indicator=" + r.slug(), say.say("records.values"))),
                new Column<>("saved", say.say("records.column.saved"), r -> Cells.saved(r.saved()))),
                List.of(Filters.records(say, "topic", "review.part.topic", picks.find(Kind.TOPIC, "", 0, 100)),
                        Filters.words(say, "cadence")), "topic", queries::indicators);
        add(ListHead.of(RecordKind.INDICATOR, say, signedIn.person()), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        list.enter(entered);
    }

    @Override
    public String getPageTitle() {
        return words.say("records.indicators") + " · Raceboard";
    }
}
