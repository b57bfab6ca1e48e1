package io.raceboard.records;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.raceboard.access.Role;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.history.Restore;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.RecordKey;
import io.raceboard.page.Words;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Every revision of one record, any two compared, one put back. */
@Route(value = "desk/history/:kind(" + RecordKind.PATHS + ")/:slug", layout = DeskLayout.class)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class RecordHistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final FormParts parts;
    private final Restore restore;
    private final DeskWords words;
    private final HistorySheet sheet;

    RecordHistoryView(FormParts parts, Restore restore, DeskWords words) {
        this.parts = parts;
        this.restore = restore;
        this.words = words;
        sheet = new HistorySheet(words.words());
        add(sheet);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        var kind = RecordKind.of(entered.getRouteParameters().get("kind").orElseThrow());
        show(kind, entered.getRouteParameters().get("slug").orElseThrow());
    }

    private void show(RecordKind kind, String slug) {
        var say = words.words();
        var key = new RecordKey(kind.kind(), slug);
        var all = parts.history().revisions(key);
        if (all.isEmpty()) {
            sheet.nothing();
            return;
        }
        var now = all.getFirst();
        var form = new Anchor(kind.address(slug), say.say("records.open-form"));
        var past = all.stream().map(r -> new Past(r.number(), Titles.of(kind, r.body(), say.lang()),
                PartTexts.of(r.body(), say), r.change())).toList();
        sheet.show(say.say("records.history.of", Titles.of(kind, now.body(), say.lang())), past,
                parts.signedIn().person().may(Role.EDITOR)
                        ? p -> restore(kind, new RecordKey(kind.kind(), now.key()), p, say) : null, List.of(form));
    }

    private void restore(RecordKind kind, RecordKey key, Past past, Words say) {
        var topics = kind.topics(key.key(), parts.records().find(key.kind(), key.key()).orElseThrow().body());
        var may = parts.submissions().mayPublish(parts.signedIn().person(), topics).isEmpty();
        new WishDialog(say, say.say("records.restore.title", past.number()), () -> show(kind, key.key()),
                new Paragraph(say.say("records.restore.text"))).offer(may, say.say("records.restore"),
                        (wish, reason) -> parts.submissions().submit(parts.signedIn().person(),
                                restore.revision(key, past.number()).orElseThrow(), Act.Kind.RESTORE,
                                kind.history(key.key()), reason, wish)).open();
    }

    @Override
    public String getPageTitle() {
        return sheet.pageTitle();
    }
}
