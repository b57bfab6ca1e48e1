package io.raceboard.desk;

import com.vaadin.flow.component.Component;
import io.raceboard.access.Person;
import java.util.Optional;

/** Something that a part of the desk wants to say on the desk's first page; found among the beans. */
public interface DeskCard {

    /** Smaller comes first. */
    int order();

    /** Empty when there is nothing to say to this person. */
    Optional<Component> contentFor(Person person);
}
