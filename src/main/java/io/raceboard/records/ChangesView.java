package io.raceboard.records;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.PageHead;
import io.raceboard.history.ChangeFilter;
import io.raceboard.history.HistoryQueries;
import io.raceboard.history.PastChange;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.page.Words;
import io.raceboard.review.RecordNames;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Everything that was ever saved, the newest first. */
@Route(value = "desk/changes", layout = DeskLayout.class)
@Menu(title = "records.changes", order = 180)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class ChangesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskWords words;
    private final RecordList<PastChange> list;

    ChangesView(HistoryQueries history, PickQueries picks, DeskWords deskWords) {
        words = deskWords;
        var say = deskWords.words();
        list = new RecordList<>(say, "desk/changes", say.say("records.changes"), List.of(
                new Column<>(null, say.say("records.column.what"), c -> Cells.link("desk/changes/" + c.id(),
                        what(c, say))),
                new Column<>(null, say.say("records.column.when"), c -> Cells.text(Cells.when(c.at()))),
                new Column<>(null, say.say("records.column.who"), c -> Cells.text(c.actor())),
                new Column<>(null, say.say("records.column.origin"), c -> Cells.text(RecordNames.origin(c.origin(), say))),
                new Column<>(null, say.say("records.column.reason"), c -> Cells.text(c.reason()))),
                List.of(new Filter("kind", say.say("records.column.kind"), Arrays.stream(Act.Kind.values())
                                .map(k -> new Filter.Option(k.code(), say.say("records.kind." + k.code()))).toList()),
                        Filters.records(say, "indicator", "review.part.indicator",
                                picks.find(Kind.INDICATOR, "", 0, 500))),
                "", asked -> {
                    var filter = new ChangeFilter(asked.filter("kind").map(Set::of).orElse(Set.of()), asked.text(),
                            asked.filter("indicator").orElse(null), null, null);
                    return new Listed<>(history.changes(filter, asked.page() * Asked.PAGE, Asked.PAGE),
                            history.count(filter));
                });
        add(new PageHead(say.say("records.changes"), say.say("records.changes.about")), list);
    }

    /** {@code Edited: 2 values, 1 record}. */
    static String what(PastChange change, Words words) {
        return words.say("records.change.what", words.say("records.kind." + change.kind()), change.values(),
                change.records());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        list.enter(entered);
    }

    @Override
    public String getPageTitle() {
        return words.say("records.changes") + " · Raceboard";
    }
}
