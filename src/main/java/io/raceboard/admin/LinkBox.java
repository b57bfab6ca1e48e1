package io.raceboard.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.Toast;

/** A one-time link, shown this once: the store keeps only its hash. */
class LinkBox extends Composite<Div> {

    LinkBox(DeskWords words, String token) {
        var link = new TextField(words.say("access.link"));
        link.setValue(site() + "/invite/" + token);
        link.setReadOnly(true);
        link.setAutoselect(true);
        link.setWidthFull();
        var copy = new Button(words.say("access.link.copy"), click -> link.getElement().executeJs(
                "this.inputElement.select(); return navigator.clipboard ? navigator.clipboard.writeText(this.value)"
                        + " : document.execCommand('copy')")
                .then(copied -> Toast.show(words.say("access.link.copied"))));
        getContent().addClassName("desk-form");
        getContent().add(new Paragraph(words.say("access.link.text")), link, copy);
    }

    /** Scheme, host and port as the administrator sees them. */
    private static String site() {
        var request = VaadinServletRequest.getCurrent();
        var url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}
