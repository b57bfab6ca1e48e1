package io.raceboard.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.desk.DeskBadge;
import io.raceboard.desk.DeskWords;

/** How many proposals wait, beside the menu's entry of those who decide on them. */
@org.springframework.stereotype.Component
class QueueBadge implements DeskBadge {

    private final ReviewQueue queue;
    private final DeskWords words;

    QueueBadge(ReviewQueue queue, DeskWords words) {
        this.queue = queue;
        this.words = words;
    }

    @Override
    public Class<? extends Component> view() {
        return ReviewListView.class;
    }

    @Override
    public Signal<?> news() {
        return queue.news();
    }

    @Override
    public int count(Person person) {
        return person.may(Role.REVIEWER) ? queue.waiting() : 0;
    }

    @Override
    public String say(int count) {
        return words.say("review.queue.badge", count);
    }
}
