package io.raceboard.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.desk.PageHead;
import io.raceboard.page.Words;

/** The head of a list: what it is, and where a new one is entered. */
final class ListHead {

    private ListHead() {
    }

    static PageHead of(RecordKind kind, Words words, Person person) {
        var title = words.say("records." + kind.path());
        var text = words.say("records." + kind.path() + ".about");
        if (!person.may(Role.EDITOR)) {
            return new PageHead(title, text);
        }
        return new PageHead(title, text, button(kind.address("new"), words.say("records.new." + kind.code())));
    }

    /** A link that looks like a button. */
    static Component button(String href, String text) {
        var link = new Anchor(href, text);
        link.addClassName("button");
        return link;
    }
}
