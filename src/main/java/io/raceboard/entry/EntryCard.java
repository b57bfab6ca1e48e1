package io.raceboard.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.desk.DeskCard;
import java.util.Optional;

/** On the desk's first page: straight to an indicator, and back to what was typed and not saved. */
@org.springframework.stereotype.Component
class EntryCard implements DeskCard {

    private static final int MOST = 5;

    private final EntryParts parts;

    EntryCard(EntryParts parts) {
        this.parts = parts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> contentFor(Person person) {
        if (!person.may(Role.EDITOR)) {
            return Optional.empty();
        }
        var words = parts.words().words();
        var card = new Section(new H2(words.say("entry.card")),
                new IndicatorPicker(words, parts.board().catalog()));
        var typed = parts.drafts().of(person).stream().limit(MOST).toList();
        if (!typed.isEmpty()) {
            var list = new UnorderedList();
            typed.forEach(draft -> list.add(new ListItem(new Anchor("/" + draft.address(), draft.title()))));
            card.add(new Paragraph(words.say("entry.card.unsaved")), list);
        }
        return Optional.of(card);
    }
}
