package io.raceboard.review;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.raceboard.access.SignedIn;
import io.raceboard.ledger.Fault;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Lets the author put a record of a proposal right: one field for each of its parts; what names the record stays. */
class ItemEditor extends Dialog {

    private static final int LONG = 60;

    private final Words words;
    private final ProposalItem item;
    private final RecordTree tree;
    private final Map<String, HasValue<?, ?>> fields = new LinkedHashMap<>();
    private final Paragraph other = new Paragraph();
    private final KeepsTyped keeps;

    ItemEditor(ReviewDesk desk, Proposal proposal, ProposalItem item, SignedIn signedIn, Words words,
            Consumer<Decision> done) {
        this.words = words;
        this.item = item;
        this.tree = new RecordTree((ObjectNode) desk.drafts().tree(item.draft()), item.kind());
        addClassName("item-editor");
        setHeaderTitle(desk.names().of(item, words));
        setCloseOnOutsideClick(false);
        var form = new Div();
        form.addClassName("desk-form");
        keeps = new KeepsTyped(desk.typed(), signedIn::person, words, desk.clock(),
                "proposal/" + proposal.id() + "/" + item.position(), "desk/review/" + proposal.id(),
                desk.names().of(item, words), String.valueOf(proposal.version()));
        tree.parts().forEach((name, value) -> {
            var field = field(name, value);
            form.add(field);
        });
        keeps.onDiscard(this::close);
        other.addClassName("refusal");
        other.getElement().setAttribute("role", "alert");
        var save = new Button(words.say("review.edit.save"), click -> save(desk, proposal, signedIn, done));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        getFooter().add(new Button(words.say("desk.cancel"), click -> close()), save);
        add(form, other, keeps);
        keeps.restore();
    }

    private Component field(String name, RecordTree.Part part) {
        var label = RecordNames.part(name, words);
        if (part.isYesOrNo()) {
            var box = new Checkbox(label, Boolean.parseBoolean(part.text()));
            keeps.field(name, box, String::valueOf, Boolean::valueOf);
            fields.put(name, box);
            return box;
        }
        AbstractField<?, String> field = part.text().length() > LONG ? new TextArea(label) : new TextField(label);
        field.setValue(part.text());
        ((HasValidation) field).setManualValidation(true);
        field.addValueChangeListener(typed -> ((HasValidation) field).setInvalid(false));
        keeps.text(name, field);
        fields.put(name, field);
        return field;
    }

    private void save(ReviewDesk desk, Proposal proposal, SignedIn signedIn, Consumer<Decision> done) {
        var wrong = new ArrayList<String>();
        fields.forEach((name, field) -> {
            if (!tree.set(name, String.valueOf(field.getValue()))) {
                wrong.add(name);
                mark(name, words.say("review.edit.no-number"));
            }
        });
        if (!wrong.isEmpty()) {
            return;
        }
        Object draft;
        try {
            draft = desk.drafts().fromTree(item.kind(), tree.node());
        } catch (JacksonException notOne) {
            other.setText(words.say("review.edit.no-word"));
            return;
        }
        var decision = desk.proposals().revise(signedIn.person(), proposal.id(), proposal.version(), item.position(),
                draft);
        if (decision instanceof Decision.Refused refused) {
            show(refused.faults());
            return;
        }
        if (decision instanceof Decision.Done) {
            keeps.saved();
        }
        close();
        done.accept(decision);
    }

    private void show(List<Fault> faults) {
        var rest = new ArrayList<String>();
        faults.forEach(f -> {
            if (!mark(f.field(), RecordNames.fault(f, words))) {
                rest.add(RecordNames.fault(f, words));
            }
        });
        other.setText(String.join(" ", rest));
    }

    private boolean mark(String name, String sentence) {
        if (fields.get(name) instanceof HasValidation field) {
            field.setErrorMessage(sentence);
            field.setInvalid(true);
            return true;
        }
        return false;
    }
}
