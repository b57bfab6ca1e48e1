package io.raceboard.records;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.page.Words;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the field for each part of a record. */
class PartFields {

    private final PickQueries picks;
    private final Words words;

    PartFields(PickQueries picks, Words words) {
        this.picks = picks;
        this.words = words;
    }

    PartField<?> field(Part part) {
        var field = switch (part.type()) {
            case LINE -> line(part);
            case WHOLE -> whole(part);
            case COLOUR -> colour(part);
            case TEXT -> text(part);
            case WORD -> word(part);
            case YES_OR_NO -> yesOrNo(part);
            case ONE -> one(part);
            case MANY -> many(part);
            case STEPS -> steps(part);
        };
        field.value().setRequiredIndicatorVisible(part.required());
        ((HasValue<?, ?>) field.value()).addValueChangeListener(change -> field.fault(null));
        return field;
    }

    private String label(Part part) {
        return words.say("review.part." + part.code());
    }

    private String help(Part part) {
        return Cells.or(words, "records.help." + part.code(), "");
    }

    private PartField<String> line(Part part) {
        var field = new TextField(label(part));
        field.setHelperText(help(part));
        field.setManualValidation(true);
        return PartField.of(part, label(part), field, field, field);
    }

    private PartField<String> whole(Part part) {
        var field = line(part);
        field.component().getElement().setAttribute("inputmode", "numeric");
        return field;
    }

    private PartField<String> colour(Part part) {
        var field = new TextField(label(part));
        var patch = new Span();
        patch.addClassName("swatch");
        field.setPrefixComponent(patch);
        field.setPlaceholder("#0072B2");
        field.setManualValidation(true);
        field.addValueChangeListener(typed -> patch.getStyle().set("background",
                typed.getValue().matches("#[0-9A-Fa-f]{6}") ? typed.getValue() : "none"));
        return PartField.of(part, label(part), field, field, field);
    }

    private PartField<String> text(Part part) {
        var field = new TextArea(label(part));
        field.setHelperText(help(part));
        field.setManualValidation(true);
        field.setMaxRows(12);
        field.addClassName("wide");
        return PartField.of(part, label(part), field, field, field);
    }

    private PartField<String> word(Part part) {
        var field = new Select<String>();
        field.setLabel(label(part));
        field.setHelperText(help(part));
        field.setItems(Parts.words(part.name()));
        field.setItemLabelGenerator(code -> Cells.word(words, part.name(), code));
        field.setManualValidation(true);
        return new PartField<>(part, label(part), field, field, field, code -> code,
                code -> Parts.words(part.name()).contains(code) ? code : null,
                code -> Cells.word(words, part.name(), code));
    }

    private PartField<Boolean> yesOrNo(Part part) {
        var field = new Checkbox(label(part));
        field.setHelperText(help(part));
        field.setManualValidation(true);
        return new PartField<>(part, label(part), field, field, field, String::valueOf, Boolean::valueOf,
                yes -> words.say(yes ? "review.yes" : "review.no"));
    }

    private PartField<Choice> one(Part part) {
        var field = new ComboBox<Choice>(label(part));
        field.setHelperText(help(part));
        field.setManualValidation(true);
        field.setClearButtonVisible(!part.required());
        offer(field, part.refersTo());
        return new PartField<>(part, label(part), field, field, field, Choice::slug,
                slug -> named(part.refersTo(), List.of(slug)).stream().findFirst().orElse(null), this::title);
    }

    private PartField<Set<Choice>> many(Part part) {
        var field = new MultiSelectComboBox<Choice>(label(part));
        field.setHelperText(help(part));
        field.setManualValidation(true);
        field.addClassName("wide");
        offer(field, part.refersTo());
        return new PartField<Set<Choice>>(part, label(part), field, field, field,
                chosen -> chosen.stream().map(Choice::slug).collect(Collectors.joining(";")),
                slugs -> new LinkedHashSet<>(named(part.refersTo(), Arrays.asList(slugs.split(";")))),
                chosen -> chosen.stream().map(this::title).collect(Collectors.joining(", ")));
    }

    private void offer(ComboBoxBase<?, Choice, ?> field, Kind kind) {
        field.setItemLabelGenerator(this::title);
        field.setItems(query -> picks.find(kind, query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                .stream());
    }

    private String title(Choice choice) {
        return choice.title().in(words.lang());
    }

    /** In the order of the slugs. */
    private List<Choice> named(Kind kind, List<String> slugs) {
        var found = picks.named(kind, slugs).stream().collect(Collectors.toMap(Choice::slug, c -> c));
        return slugs.stream().filter(found::containsKey).map(found::get).toList();
    }

    private PartField<String> steps(Part part) {
        var field = new StatusSteps(words);
        field.setLabel(label(part));
        field.setHelperText(help(part));
        field.setManualValidation(true);
        field.addClassName("wide");
        HasValidationProperties validation = field;
        return new PartField<>(part, label(part), field, field, validation, text -> text, text -> text,
                text -> StatusSteps.shown(text, words));
    }
}
