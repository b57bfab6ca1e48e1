package io.raceboard.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedNumberSignal;
import io.raceboard.access.Person;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has which record open, in the memory of this process: a courtesy. That nobody overwrites anybody is the work of
 * versions, not of this.
 */
@org.springframework.stereotype.Component
public class Presence {

    private final Map<String, Map<Component, Person>> rooms = new ConcurrentHashMap<>();
    private final SharedNumberSignal news = new SharedNumberSignal(0);

    /** The person has the record open for as long as the component is on a page. */
    public void show(Component on, String record, Person who) {
        on.addAttachListener(e -> enter(on, record, who));
        on.addDetachListener(e -> leave(on, record));
        if (on.isAttached()) {
            enter(on, record, who);
        }
    }

    /** Everybody else who has the record open, each once, by name. */
    public List<String> others(String record, Person me) {
        return rooms.getOrDefault(record, Map.of()).values().stream().filter(p -> p.id() != me.id())
                .map(Person::displayName).distinct().sorted().toList();
    }

    /** Changes when anybody comes or goes; read it in an effect that must run again then. */
    public Signal<Double> news() {
        return news.asReadonly();
    }

    void enter(Component on, String record, Person who) {
        rooms.computeIfAbsent(record, r -> new ConcurrentHashMap<>()).put(on, who);
        news.incrementBy(1);
    }

    void leave(Component on, String record) {
        rooms.computeIfPresent(record, (r, people) -> {
            people.remove(on);
            return people.isEmpty() ? null : people;
        });
        news.incrementBy(1);
    }
}
