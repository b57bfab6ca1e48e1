package io.raceboard.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.raceboard.access.Role;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.PageHead;
import io.raceboard.history.PastChange;
import io.raceboard.history.TouchedRecord;
import io.raceboard.history.TouchedValue;
import io.raceboard.history.Undo;
import io.raceboard.page.Words;
import io.raceboard.review.RecordNames;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashSet;
import java.util.List;

/** One change: all that it wrote, from what to what, and the way back as one step. */
@Route(value = "desk/changes/:id([0-9]{1,18})", layout = DeskLayout.class)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class ChangeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int STEP = 100;

    private final FormParts parts;
    private final Undo undo;
    private final DeskWords words;
    private String title = "";

    ChangeView(FormParts parts, Undo undo, DeskWords words) {
        this.parts = parts;
        this.undo = undo;
        this.words = words;
        addClassNames("versions", "change-sheet");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        show(Long.parseLong(entered.getRouteParameters().get("id").orElseThrow()));
    }

    private void show(long id) {
        var say = words.words();
        removeAll();
        var found = parts.history().change(id);
        if (found.isEmpty()) {
            title = say.say("records.no-such");
            add(new PageHead(title, say.say("records.no-such.text")));
            return;
        }
        var change = found.get();
        title = say.say("records.change", id);
        var about = say.say("records.change.about", ChangesView.what(change, say), Cells.when(change.at()),
                change.actor(), RecordNames.origin(change.origin(), say));
        if (parts.signedIn().person().may(Role.EDITOR)) {
            add(new PageHead(title, about, new Button(say.say("records.undo"), click -> undo(change, say))));
        } else {
            add(new PageHead(title, about));
        }
        if (change.reason() != null) {
            add(new Paragraph(say.say("records.change.reason", change.reason())));
        }
        if (change.values() > 0) {
            add(values(change, say));
        }
        if (change.records() > 0) {
            add(records(change, say));
        }
    }

    private Component values(PastChange change, Words say) {
        var table = new RowTable<TouchedValue>(say.say("records.change.values"), columns(parts.names(), say), sort -> { });
        var rows = new java.util.ArrayList<>(parts.history().values(change.id(), 0, STEP));
        table.show(rows, null, false);
        var more = new Button(say.say("records.more"));
        more.setVisible(change.values() > STEP);
        more.addClickListener(click -> {
            rows.addAll(parts.history().values(change.id(), rows.size(), STEP));
            table.show(rows, null, false);
            more.setVisible(rows.size() < change.values());
        });
        return new Section(new H2(say.say("records.change.values.n", change.values())), table, more);
    }

    /** From what to what, and what stands there today where somebody has changed it since. */
    static List<Column<TouchedValue>> columns(RecordNames names, Words say) {
        return List.of(
                new Column<>(null, say.say("review.kind.observation"),
                        v -> new Anchor(PointHistoryView.address(v.point()), names.of(v.point().toString(), say))),
                new Column<>(null, say.say("records.column.before"), v -> Cells.text(PartTexts.value(v.before(), say))),
                new Column<>(null, say.say("records.column.written"), v -> Cells.text(PartTexts.value(v.written(), say))),
                new Column<>(null, say.say("records.column.today"), v -> Cells.text(v.changedSince()
                        ? PartTexts.value(v.now(), say) : say.say("records.the-same"))));
    }

    private Component records(PastChange change, Words say) {
        var section = new Section(new H2(say.say("records.change.records.n", change.records())));
        var shown = parts.history().records(change.id(), 0, STEP);
        shown.forEach(record -> section.add(record(record, say)));
        if (change.records() > shown.size()) {
            section.add(new Paragraph(say.say("records.and-more", change.records() - shown.size())));
        }
        return section;
    }

    /** A record's parts that the change gave other contents; of a new one only its name. */
    static Component record(TouchedRecord record, Words say) {
        var box = new Div();
        box.addClassName("touched");
        var kind = say.say("review.kind." + record.key().kind().name().toLowerCase(java.util.Locale.ROOT));
        var name = Titles.of(record.key().kind(), record.written(), say.lang());
        var text = say.say(record.isNew() ? "records.touched.new" : "records.touched", kind,
                name.isEmpty() ? record.key().key() : name);
        box.add(RecordKind.of(record.key().kind())
                .<Component>map(k -> new H3(new Anchor(k.history(record.key().key()), text)))
                .orElseGet(() -> new H3(text)));
        if (!record.isNew()) {
            box.add(difference(record, say));
        }
        return box;
    }

    private record Row(String part, String before, String written, String now) {
    }

    private static Component difference(TouchedRecord record, Words say) {
        var before = PartTexts.of(record.before(), say);
        var written = PartTexts.of(record.written(), say);
        var now = PartTexts.of(record.now(), say);
        var names = new LinkedHashSet<>(written.keySet());
        names.addAll(before.keySet());
        var rows = names.stream().map(n -> new Row(n, before.getOrDefault(n, ""), written.getOrDefault(n, ""),
                        now.getOrDefault(n, "")))
                .filter(r -> !r.before().equals(r.written()) || !r.written().equals(r.now())).toList();
        var table = new RowTable<Row>(say.say("records.compare"), List.of(
                new Column<>(null, say.say("records.compare.part"), r -> Cells.text(r.part())),
                new Column<>(null, say.say("records.column.before"), r -> Cells.text(r.before())),
                new Column<>(null, say.say("records.column.written"), r -> Cells.text(r.written())),
                new Column<>(null, say.say("records.column.today"), r -> Cells.text(r.now().equals(r.written())
                        ? say.say("records.the-same") : r.now()))), sort -> { });
        table.show(rows, null, false);
        return table;
    }

    private void undo(PastChange change, Words say) {
        UndoDialog.open(parts, undo, change, say, () -> show(change.id()));
    }

    @Override
    public String getPageTitle() {
        return title + " · Raceboard";
    }
}
