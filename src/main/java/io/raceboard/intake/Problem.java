package io.raceboard.intake;

import com.vaadin.flow.component.html.Div;

/** Says what went wrong, where one looks and aloud; not there when nothing did. */
class Problem extends Div {

    Problem() {
        addClassName("intake-problem");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(String text) {
        setText(text);
        setVisible(!text.isEmpty());
    }
}
