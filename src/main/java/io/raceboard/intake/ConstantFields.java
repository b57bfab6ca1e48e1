package io.raceboard.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.raceboard.catalog.Status;
import io.raceboard.desk.DeskWords;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** What is the same for all rows: one field for each thing that the file has no column for. */
class ConstantFields extends Section {

    private final DeskWords words;
    private final NamesQueries names;
    private final Consumer<Mapping> change;
    private final Map<Field, Component> fields = new EnumMap<>(Field.class);
    private Mapping mapping;

    ConstantFields(DeskWords words, NamesQueries names, Mapping mapping, Consumer<Mapping> change) {
        this.words = words;
        this.names = names;
        this.mapping = mapping;
        this.change = change;
        var row = new Div();
        row.addClassName("intake-constants");
        for (var field : Field.CONSTANTS) {
            var input = input(field, mapping.constants().getOrDefault(field, ""));
            fields.put(field, input);
            row.add(input);
        }
        add(new H2(words.say("intake.constants.title")), new Paragraph(words.say("intake.constants.text")), row);
    }

    /** Only what has no column. */
    void showFor(Mapping now) {
        mapping = now;
        fields.forEach((field, input) -> input.setVisible(!now.has(field)));
        setVisible(fields.values().stream().anyMatch(Component::isVisible));
    }

    private Component input(Field field, String value) {
        var label = new Sentences(words.words()).field(field);
        return switch (field) {
            case INDICATOR, ENTITY, ESTIMATOR, SOURCE -> chooser(field, label, value);
            case STATUS -> {
                var select = new Select<String>();
                select.setLabel(label);
                select.setItems(Arrays.stream(Status.values()).map(Status::code).toList());
                select.setItemLabelGenerator(status -> words.words().say("board.status." + status));
                select.setValue(value);
                select.addValueChangeListener(e -> change.accept(mapping.with(field, e.getValue())));
                yield select;
            }
            case PARTIAL -> {
                var select = new Select<String>();
                select.setLabel(label);
                select.setItems("false", "true");
                select.setItemLabelGenerator(v -> words.say(v.equals("true") ? "intake.yes" : "intake.no"));
                select.setValue(value.isEmpty() ? "false" : value);
                select.addValueChangeListener(e -> change.accept(mapping.with(field, e.getValue())));
                yield select;
            }
            default -> {
                var text = new TextField(label);
                text.setValue(value);
                text.addValueChangeListener(e -> change.accept(mapping.with(field, e.getValue())));
                yield text;
            }
        };
    }

    private Component chooser(Field field, String label, String value) {
        var all = names.choices(field);
        var box = new ComboBox<Named>(label);
        box.setItems((item, typed) -> item.slug().contains(typed.strip().toLowerCase(java.util.Locale.ROOT))
                || item.title().in(words.lang()).toLowerCase(java.util.Locale.ROOT)
                        .contains(typed.strip().toLowerCase(java.util.Locale.ROOT)), all);
        box.setItemLabelGenerator(item -> item.title().in(words.lang()));
        box.setClearButtonVisible(true);
        all.stream().filter(item -> item.slug().equals(value)).findFirst().ifPresent(box::setValue);
        box.addValueChangeListener(e -> change.accept(mapping.with(field,
                e.getValue() == null ? "" : e.getValue().slug())));
        return box;
    }
}
