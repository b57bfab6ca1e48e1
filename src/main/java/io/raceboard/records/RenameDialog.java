package io.raceboard.records;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.raceboard.ledger.RecordQueries.Version;
import io.raceboard.page.Words;
import java.util.function.Consumer;

/** Gives a record another name in addresses; says that the old one goes on leading to it. */
class RenameDialog extends WishDialog {

    /** @param done gets the new name */
    RenameDialog(FormParts parts, Words words, RecordKind kind, Version record, Consumer<String> done) {
        this(parts, words, kind, record, name(words, record), done);
    }

    private RenameDialog(FormParts parts, Words words, RecordKind kind, Version record, TextField name,
            Consumer<String> done) {
        super(words, words.say("records.rename"), () -> done.accept(name.getValue().strip()),
                new Paragraph(words.say("records.rename.text", record.key().key())), name);
        only(words.say("records.rename.do"), reason -> parts.moves().rename(parts.signedIn().person(), kind, record,
                name.getValue().strip(), reason));
    }

    private static TextField name(Words words, Version record) {
        var name = new TextField(words.say("review.part.slug"));
        name.setValue(record.key().key());
        name.setWidthFull();
        name.setAutofocus(true);
        name.setAutoselect(true);
        return name;
    }
}
