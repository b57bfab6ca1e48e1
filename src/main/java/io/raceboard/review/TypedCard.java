package io.raceboard.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.raceboard.access.Person;
import io.raceboard.desk.DeskCard;
import io.raceboard.desk.DeskWords;
import java.util.Optional;

/** On the desk's first page: what the person was typing and has not saved. */
@org.springframework.stereotype.Component
class TypedCard implements DeskCard {

    private final FormDrafts typed;
    private final DeskWords words;

    TypedCard(FormDrafts typed, DeskWords words) {
        this.typed = typed;
        this.words = words;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> contentFor(Person person) {
        var drafts = typed.of(person);
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        list.addClassName("typed-list");
        var card = new Section(new H2(words.say("review.typed.title")), new Paragraph(words.say("review.typed.text")),
                list);
        for (var draft : drafts) {
            var line = new ListItem();
            var forget = new Button(words.say("review.typed.discard"), click -> {
                typed.discard(person, draft.formKey());
                list.remove(line);
                card.setVisible(list.getComponentCount() > 0);
            });
            forget.addThemeVariants(ButtonVariant.TERTIARY);
            forget.setAriaLabel(words.say("review.typed.discard-of", draft.title()));
            line.add(new Anchor("/" + draft.address(), draft.title()), When.of(draft.savedAt()), forget);
            list.add(line);
        }
        return Optional.of(card);
    }
}
