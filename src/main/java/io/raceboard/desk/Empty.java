package io.raceboard.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says why a list is empty and what would fill it. */
public class Empty extends Composite<Div> {

    public Empty(String text, Component... actions) {
        getContent().addClassName("empty");
        getContent().add(new Paragraph(text));
        getContent().add(actions);
    }
}
