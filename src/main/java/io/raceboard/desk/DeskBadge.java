package io.raceboard.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import io.raceboard.access.Person;

/** A number beside an entry of the desk's menu, such as what waits there; found among the beans. */
public interface DeskBadge {

    /** The view whose entry it stands beside. */
    Class<? extends Component> view();

    /** Changes whenever the number may have. */
    Signal<?> news();

    /** What to show this person; 0 for nothing. */
    int count(Person person);

    /** The same in words, for those who hear it. */
    String say(int count);
}
