package io.raceboard.wall;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.raceboard.desk.DeskWords;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One slide in the editor: what it shows, how long, and where it stands; moved by dragging or by its buttons. */
class SlideCard extends Div {

    /** What a card asks of the editor. */
    interface Owner {

        void changed();

        void move(SlideCard card, int by);

        void moveTo(SlideCard card, SlideCard place);

        void drop(SlideCard card);

        void show(SlideCard card);
    }

    private final DeskWords words;
    private final Span number = new Span();
    private final Select<Slide.Kind> kind = new Select<>();
    private final TextField address = new TextField();
    private final IntegerField seconds = new IntegerField();
    private final IntegerField within = new IntegerField();
    private final TextField title = new TextField();
    private final TextArea text = new TextArea();

    SlideCard(Slide slide, DeskWords words, boolean editable, Owner owner) {
        this.words = words;
        addClassName("slide-card");
        kind.setLabel(words.say("wall.edit.kind"));
        kind.setItems(Slide.Kind.values());
        kind.setItemLabelGenerator(k -> words.say("wall.kind." + k.code()));
        kind.setValue(slide.kind());
        address.setLabel(words.say("wall.edit.of"));
        address.setHelperText(words.say("wall.edit.of.text"));
        address.setValue(or(slide.address()));
        address.addClassName("slide-card-wide");
        seconds.setLabel(words.say("wall.edit.seconds"));
        seconds.setValue(slide.seconds());
        within.setLabel(words.say("wall.edit.within"));
        within.setValue(slide.withinHours() == 0 ? null : slide.withinHours());
        title.setLabel(words.say("wall.edit.slide-title"));
        title.setValue(or(slide.title()));
        text.setLabel(words.say("wall.edit.text"));
        text.setHelperText(words.say("wall.edit.text.text"));
        text.setValue(or(slide.text()));
        text.addClassName("slide-card-wide");
        seconds.setValueChangeMode(ValueChangeMode.LAZY);
        within.setValueChangeMode(ValueChangeMode.LAZY);
        address.setValueChangeMode(ValueChangeMode.LAZY);
        title.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        var fields = new Div(kind, seconds, within, title, address, text);
        fields.addClassName("slide-card-fields");
        var head = new Div(number, new Button(words.say("wall.edit.preview.show"), click -> owner.show(this)));
        head.addClassName("slide-card-head");
        if (editable) {
            head.add(mover("wall.edit.up", -1, owner), mover("wall.edit.down", 1, owner), new Button(words.say("wall.edit.drop"), click -> owner.drop(this)));
            number.getElement().setAttribute("title", words.say("wall.edit.move"));
            DragSource.create(this);
            var target = DropTarget.create(this);
            target.addDropListener(dropped -> dropped.getDragSourceComponent()
                    .filter(SlideCard.class::isInstance)
                    .ifPresent(card -> owner.moveTo((SlideCard) card, this)));
        }
        for (var field : java.util.List.of(address, title)) {
            field.setReadOnly(!editable);
            field.addValueChangeListener(change -> owner.changed());
        }
        kind.setReadOnly(!editable);
        seconds.setReadOnly(!editable);
        within.setReadOnly(!editable);
        text.setReadOnly(!editable);
        kind.addValueChangeListener(change -> {
            suit();
            owner.changed();
        });
        seconds.addValueChangeListener(change -> owner.changed());
        within.addValueChangeListener(change -> owner.changed());
        text.addValueChangeListener(change -> owner.changed());
        add(head, fields);
        suit();
    }

    /** Keeps the focus, so that it can be pressed again. */
    private Button mover(String name, int by, Owner owner) {
        var button = new Button(words.say(name));
        button.addClickListener(click -> {
            owner.move(this, by);
            button.focus();
        });
        return button;
    }

    /** Only the fields that this kind of slide has. */
    private void suit() {
        address.setVisible(kind.getValue().needsAddress());
        text.setVisible(kind.getValue() == Slide.Kind.NOTE);
        within.setVisible(kind.getValue().changes());
    }

    void number(int place) {
        number.setText(words.say("wall.slide") + " " + place);
    }

    Slide slide() {
        return new Slide(kind.getValue(), kind.getValue().needsAddress() ? orNull(address.getValue()) : null,
                seconds.getValue() == null ? 0 : seconds.getValue(),
                within.getValue() == null || !kind.getValue().changes() ? 0 : within.getValue(),
                orNull(title.getValue()), kind.getValue() == Slide.Kind.NOTE ? orNull(text.getValue()) : null);
    }

    /** @param faults by part: of, seconds, within, title, text */
    void mark(Map<String, String> faults) {
        address.setInvalid(faults.containsKey("of"));
        address.setErrorMessage(faults.get("of"));
        seconds.setInvalid(faults.containsKey("seconds"));
        seconds.setErrorMessage(faults.get("seconds"));
        within.setInvalid(faults.containsKey("within"));
        within.setErrorMessage(faults.get("within"));
        title.setInvalid(faults.containsKey("title"));
        title.setErrorMessage(faults.get("title"));
        text.setInvalid(faults.containsKey("text"));
        text.setErrorMessage(faults.get("text"));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
