package io.raceboard.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import io.raceboard.access.Person;
import io.raceboard.page.Words;

/** Says who else has the record open; empty and unseen when nobody has. */
public class PresenceLine extends Composite<Span> {

    /** @param record what all who have it open call it, such as {@code source/nea-2025} */
    public PresenceLine(Presence presence, String record, Person me, Words words) {
        getContent().addClassName("presence");
        presence.show(this, record, me);
        Signal.effect(this, () -> {
            presence.news().get();
            var others = presence.others(record, me);
            getContent().setText(others.isEmpty() ? ""
                    : words.say("review.presence", String.join(", ", others)));
            getContent().setVisible(!others.isEmpty());
        });
    }
}
