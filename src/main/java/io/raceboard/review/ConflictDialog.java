package io.raceboard.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.raceboard.page.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Somebody else has saved the same record meanwhile: shows field by field what was there, what was typed here and what
 * is there now, and lets the person choose. Nothing typed is lost: closing it goes back to the form as it was.
 */
public class ConflictDialog extends Dialog {

    /** Whose text of a field is kept. */
    public enum Side { MINE, THEIRS }

    /**
     * One field, in words as people read them; empty where there is nothing.
     *
     * @param group names the record where one save is about several, empty where it is about one
     * @param name by which the form knows it again
     * @param base as it was when the form was opened
     * @param mine as it was typed here
     * @param theirs as it is in the store now
     */
    public record Part(String group, String name, String label, String base, String mine, String theirs) {

        /** A field of the one record that was saved. */
        public Part(String name, String label, String base, String mine, String theirs) {
            this("", name, label, base, mine, theirs);
        }

        private boolean differs() {
            return !mine.equals(theirs);
        }
    }

    private final Map<String, RadioButtonGroup<Side>> choices = new LinkedHashMap<>();
    private final Words words;

    /**
     * @param who saved meanwhile; empty when that is not known
     * @param parts all fields of the form; what both sides agree on is not asked
     * @param merge gets whose text is wanted for each field that differs
     */
    public ConflictDialog(Words words, String who, List<Part> parts, Consumer<Map<String, Side>> merge) {
        this.words = words;
        addClassName("conflict-dialog");
        setHeaderTitle(words.say("review.conflict.title"));
        setCloseOnOutsideClick(false);
        add(new Paragraph(who.isEmpty() ? words.say("review.conflict.text")
                : words.say("review.conflict.text-who", who)));
        var done = new Button(words.say("review.conflict.merge"), click -> {
            merge.accept(choices.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, choice -> choice.getValue().getValue())));
            close();
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        var differing = parts.stream().filter(Part::differs).toList();
        if (differing.size() > 1) {
            add(forAll());
        }
        var group = "";
        for (var part : differing) {
            if (!part.group().equals(group)) {
                group = part.group();
                add(new H3(group));
            }
            var choice = choice(part);
            choice.addValueChangeListener(chosen -> done.setEnabled(allChosen()));
            choices.put(part.name(), choice);
            add(choice);
        }
        done.setEnabled(allChosen());
        var back = new Button(words.say("review.conflict.back"), click -> close());
        back.setAutofocus(true);
        getFooter().add(back, done);
    }

    private Div forAll() {
        var mine = new Button(words.say("review.conflict.all-mine"), click -> chooseAll(Side.MINE));
        var theirs = new Button(words.say("review.conflict.all-theirs"), click -> chooseAll(Side.THEIRS));
        var both = new Div(mine, theirs);
        both.addClassName("conflict-all");
        return both;
    }

    private void chooseAll(Side side) {
        choices.values().forEach(choice -> choice.setValue(side));
    }

    private RadioButtonGroup<Side> choice(Part part) {
        var choice = new RadioButtonGroup<Side>(part.label());
        choice.setItems(Side.values());
        choice.setItemLabelGenerator(side -> side == Side.MINE ? words.say("review.conflict.mine", shown(part.mine()))
                : words.say("review.conflict.theirs", shown(part.theirs())));
        choice.setHelperText(words.say("review.conflict.base", shown(part.base())));
        if (part.theirs().equals(part.base())) {
            choice.setValue(Side.MINE);
        } else if (part.mine().equals(part.base())) {
            choice.setValue(Side.THEIRS);
        }
        return choice;
    }

    private String shown(String text) {
        return text.isEmpty() ? words.say("review.nothing") : text;
    }

    private boolean allChosen() {
        return choices.values().stream().noneMatch(RadioButtonGroup::isEmpty);
    }
}
