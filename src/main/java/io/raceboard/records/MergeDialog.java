package io.raceboard.records;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.RecordQueries.Version;
import io.raceboard.page.Words;
import io.raceboard.review.Submission;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes a source that is there twice one with the other, and shows first what would move. */
class MergeDialog extends WishDialog {

    private static final int SHOWN = 8;

    /** @param done gets the name of the source that stays */
    MergeDialog(FormParts parts, Words words, Version duplicate, Consumer<String> done) {
        this(parts, words, duplicate, new ComboBox<>(words.say("records.merge.into")), done);
    }

    private MergeDialog(FormParts parts, Words words, Version duplicate, ComboBox<Choice> into,
            Consumer<String> done) {
        super(words, words.say("records.merge"), () -> done.accept(into.getValue().slug()),
                new Paragraph(words.say("records.merge.text")), likely(parts, words, duplicate, into), into,
                moves(parts, words, duplicate));
        into.setWidthFull();
        into.setItemLabelGenerator(c -> c.title().in(words.lang()) + " (" + c.slug() + ")");
        into.setItems(query -> parts.picks().find(Kind.SOURCE, query.getFilter().orElse(""), query.getOffset(),
                query.getLimit()).stream().filter(c -> !c.slug().equals(duplicate.key().key())));
        into.setManualValidation(true);
        only(words.say("records.merge.do"), reason -> into.getValue() == null
                ? new Submission.Refused(List.of(new Fault(Kind.SOURCE, 0, duplicate.key().key(), "into", "missing",
                        null, "choose the source that stays", null)))
                : parts.moves().merge(parts.signedIn().person(), duplicate, into.getValue().slug(), reason));
    }

    private static Div likely(FormParts parts, Words words, Version duplicate, ComboBox<Choice> into) {
        var likely = parts.picks().named(Kind.SOURCE, parts.lists().likeSource(duplicate.key().key()));
        var box = new Div();
        box.addClassName("likely");
        if (likely.isEmpty()) {
            box.setVisible(false);
            return box;
        }
        box.add(new Paragraph(words.say("records.merge.likely")));
        likely.forEach(choice -> box.add(new com.vaadin.flow.component.button.Button(
                choice.title().in(words.lang()) + " (" + choice.slug() + ")", click -> into.setValue(choice))));
        return box;
    }

    private static Div moves(FormParts parts, Words words, Version duplicate) {
        var uses = parts.merges().of(duplicate.key().key());
        var list = new UnorderedList();
        Stream.concat(uses.values().stream().map(u -> words.say("records.merge.values", u.indicator().in(words.lang()),
                        u.values())), uses.events().stream().map(e -> words.say("records.merge.event", e.in(words.lang()))))
                .limit(SHOWN).forEach(text -> list.add(new ListItem(text)));
        int more = uses.values().size() + uses.events().size() - SHOWN;
        if (more > 0) {
            list.add(new ListItem(words.say("records.and-more", more)));
        }
        var box = new Div(new Paragraph(words.say("records.merge.moves", uses.count(), uses.events().size())), list);
        box.addClassName("merge-moves");
        return box;
    }
}
