package io.raceboard.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a desk page: its title, a sentence, and what can be done with the page as a whole. */
public class PageHead extends Composite<Header> {

    /** @param text one sentence; empty for none */
    public PageHead(String title, String text, Component... actions) {
        getContent().addClassName("page-head");
        var words = new Div(new H1(title));
        if (!text.isEmpty()) {
            words.add(new Paragraph(text));
        }
        getContent().add(words);
        if (actions.length > 0) {
            var side = new Div(actions);
            side.addClassName("page-actions");
            getContent().add(side);
        }
    }
}
