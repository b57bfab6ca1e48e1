package io.raceboard.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.raceboard.page.Words;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One record or value of a proposal: what would change, part by part; chosen or not. */
class ItemCard extends ListItem {

    private final Difference difference;
    private final Checkbox chosen = new Checkbox();
    private final Checkbox looked = new Checkbox();
    private final Div faults = new Div();

    /** @param choosing whether whoever looks may decide on it */
    ItemCard(Difference difference, RecordNames names, Words words, boolean choosing) {
        this.difference = difference;
        var item = difference.item();
        addClassNames("item-card", "item-" + item.state().code());
        var name = names.of(item, words);
        var head = new Div();
        head.addClassName("item-head");
        if (choosing && item.state() == ProposalItem.State.OPEN) {
            chosen.setAriaLabel(words.say("review.item.choose", name));
            head.add(chosen);
        }
        head.add(new H3(name), note(names.kind(item.kind(), words)));
        if (item.state() != ProposalItem.State.OPEN) {
            head.add(badge(words.say("review.item." + item.state().code()), item.state().code()));
        } else if (difference.inStoreAlready()) {
            head.add(badge(words.say("review.item.in-store"), "same"));
        } else if (difference.now() == 0) {
            head.add(badge(words.say("review.item.new"), "new"));
        }
        add(head);
        if (!difference.parts().isEmpty()) {
            add(table(names, words));
        }
        if (difference.changedMeanwhile()) {
            add(new Paragraph(words.say("review.item.clash")));
            addClassName("item-clash");
            if (choosing) {
                looked.setLabel(words.say("review.item.looked"));
                add(looked);
            }
        }
        faults.addClassName("faults");
        faults.getElement().setAttribute("role", "alert");
        faults.setVisible(false);
        add(faults);
    }

    /** What the author can do with it. */
    void offer(Words words, Runnable edit, Runnable leaveOut) {
        var change = new Button(words.say("review.item.edit"), click -> edit.run());
        var remove = new Button(words.say("review.item.leave-out"), click -> leaveOut.run());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        var both = new Div(change, remove);
        both.addClassName("item-acts");
        add(both);
    }

    void onChoice(Runnable changed) {
        chosen.addValueChangeListener(change -> changed.run());
    }

    Difference difference() {
        return difference;
    }

    boolean isChosen() {
        return chosen.getValue();
    }

    boolean isLooked() {
        return looked.getValue();
    }

    void showFaults(List<String> sentences) {
        faults.removeAll();
        sentences.forEach(s -> faults.add(new Paragraph(s)));
        faults.setVisible(!sentences.isEmpty());
    }

    /** The author's view, the board's where it is another by now, and what is proposed. */
    private Element tableElement(RecordNames names, Words words) {
        boolean known = difference.now() > 0;
        boolean moved = difference.changedMeanwhile();
        var head = row("th", "", moved ? words.say("review.column.base") : known ? words.say("review.column.now") : null,
                moved ? words.say("review.column.now") : null, words.say("review.column.proposed"));
        var body = new Element("tbody");
        for (var part : difference.parts()) {
            Function<@Nullable Object, String> text = value -> text(names.text(difference.item().kind(), part.name(),
                    value, words), words);
            var row = row("td", RecordNames.part(part.name(), words),
                    moved ? text.apply(part.base()) : known ? text.apply(part.now()) : null,
                    moved ? text.apply(part.now()) : null, text.apply(part.proposed()));
            if (part.clashes()) {
                row.setAttribute("class", "clash");
            } else if (!part.changes()) {
                row.setAttribute("class", "same");
            }
            body.appendChild(row);
        }
        return new Element("table").setAttribute("class", "differences")
                .appendChild(new Element("thead").appendChild(head), body);
    }

    private Div table(RecordNames names, Words words) {
        var box = new Div();
        box.addClassName("table-scroll");
        box.getElement().appendChild(tableElement(names, words));
        return box;
    }

    private static Element row(String cell, String name, String... cells) {
        // the corner above the names heads nothing
        var row = new Element("tr").appendChild(name.isEmpty() ? new Element("td")
                : new Element("th").setAttribute("scope", "row").setText(name));
        for (var text : cells) {
            if (text != null) {
                var each = new Element(cell).setText(text);
                if (cell.equals("th")) {
                    each.setAttribute("scope", "col");
                }
                row.appendChild(each);
            }
        }
        return row;
    }

    private static String text(String text, Words words) {
        return text.isEmpty() ? words.say("review.nothing") : text;
    }

    private static Span note(String text) {
        var note = new Span(text);
        note.addClassName("item-kind");
        return note;
    }

    private static Span badge(String text, String style) {
        var badge = new Span(text);
        badge.addClassNames("badge", "state-" + style);
        return badge;
    }
}
