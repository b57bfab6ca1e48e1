package io.raceboard.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.raceboard.desk.DeskWords;
import java.util.List;

/** Where one is on the way from a file to the board. */
class Steps extends OrderedList {

    private final List<ListItem> items;

    Steps(DeskWords words) {
        items = List.of(new ListItem(words.say("intake.step.file")), new ListItem(words.say("intake.step.columns")),
                new ListItem(words.say("intake.step.preview")), new ListItem(words.say("intake.step.done")));
        addClassName("intake-steps");
        getElement().setAttribute("aria-label", words.say("intake.steps"));
        items.forEach(item -> add((Component) item));
    }

    void at(int step) {
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i).getElement();
            item.getClassList().set("past", i < step);
            if (i == step) {
                item.setAttribute("aria-current", "step");
            } else {
                item.removeAttribute("aria-current");
            }
        }
    }
}
