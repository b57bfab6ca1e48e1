package io.raceboard.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.raceboard.desk.PageHead;
import io.raceboard.page.Words;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All versions of a value or a record below its name, or that there is no such thing. */
class HistorySheet extends Composite<Div> {

    private final Words words;
    private String title = "";

    HistorySheet(Words words) {
        this.words = words;
    }

    /**
     * @param restore puts an earlier version back; null when this person may not
     * @param acts what else can be done, on the right of the name
     */
    void show(String name, List<Past> versions, @Nullable Consumer<Past> restore, List<Component> acts) {
        title = name;
        getContent().removeAll();
        getContent().add(new PageHead(title, words.say("records.history.text"), acts.toArray(Component[]::new)),
                new Versions(versions, words, restore));
    }

    void nothing() {
        title = words.say("records.no-such");
        getContent().removeAll();
        getContent().add(new PageHead(title, words.say("records.no-such.text")));
    }

    /** Of the browser's window. */
    String pageTitle() {
        return title + " · Raceboard";
    }
}
