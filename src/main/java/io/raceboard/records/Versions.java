package io.raceboard.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All versions of something, the newest first: who, when, why; any two beside each other; one put back. */
class Versions extends Composite<Div> {

    private record Row(String part, String before, String after) {
    }

    private final List<Past> all;
    private final Words words;
    private final Select<Past> from = new Select<>();
    private final Select<Past> to = new Select<>();
    private final RowTable<Row> difference;
    private final Paragraph same = new Paragraph();

    /** @param restore puts an earlier version back; null when this person may not */
    Versions(List<Past> all, Words words, @Nullable Consumer<Past> restore) {
        this.all = all;
        this.words = words;
        difference = new RowTable<>(words.say("records.compare"), List.of(
                new Column<>(null, words.say("records.compare.part"), r -> Cells.text(r.part())),
                new Column<>(null, words.say("records.compare.from"), r -> Cells.text(r.before())),
                new Column<>(null, words.say("records.compare.to"), r -> Cells.text(r.after()))), sort -> { });
        same.setText(words.say("records.compare.same"));
        getContent().addClassName("versions");
        if (all.size() > 1) {
            getContent().add(compare());
        }
        getContent().add(list(restore));
    }

    private Component list(@Nullable Consumer<Past> restore) {
        var columns = new ArrayList<Column<Past>>(List.of(
                new Column<>(null, words.say("records.column.version"), p -> Cells.text(number(p))),
                new Column<>(null, words.say("records.column.says"), p -> Cells.text(p.summary())),
                new Column<>(null, words.say("records.column.change"), p -> change(p)),
                new Column<>(null, words.say("records.column.reason"), p -> Cells.text(p.change().reason()))));
        if (restore != null && all.size() > 1) {
            columns.add(new Column<>(null, words.say("records.column.acts"), p -> p == all.getFirst()
                    ? Cells.text(words.say("records.current")) : new Button(words.say("records.restore"),
                            click -> restore.accept(p))));
        }
        var table = new RowTable<Past>(words.say("records.versions"), columns, sort -> { });
        table.show(all, null, false);
        return new Section(new H2(words.say("records.versions")), table);
    }

    private Component change(Past past) {
        var link = new Anchor("desk/changes/" + past.change().id(), Cells.when(past.change().at()));
        var who = new Span(words.say("records.change.by", past.change().actor(),
                Cells.or(words, "records.kind." + past.change().kind(), past.change().kind())));
        var both = new Div(link, who);
        both.addClassName("saved");
        return both;
    }

    private String number(Past past) {
        return words.say("records.version", past.number());
    }

    private Component compare() {
        List.of(from, to).forEach(select -> {
            select.setItems(all);
            select.setItemLabelGenerator(p -> words.say("records.version.of", p.number(),
                    Cells.when(p.change().at()).substring(0, 10), p.change().actor()));
            select.addValueChangeListener(chosen -> showDifference());
        });
        from.setLabel(words.say("records.compare.from"));
        to.setLabel(words.say("records.compare.to"));
        from.setValue(all.get(1));
        to.setValue(all.getFirst());
        var bar = new Div(from, to);
        bar.addClassName("desk-filter");
        return new Section(new H2(words.say("records.compare")), bar, difference, same);
    }

    private void showDifference() {
        if (from.getValue() == null || to.getValue() == null) {
            return;
        }
        var before = from.getValue().parts();
        var after = to.getValue().parts();
        var names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        var rows = names.stream().map(name -> new Row(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .filter(row -> !row.before().equals(row.after())).toList();
        difference.show(rows, null, false);
        difference.setVisible(!rows.isEmpty());
        same.setVisible(rows.isEmpty());
    }
}
