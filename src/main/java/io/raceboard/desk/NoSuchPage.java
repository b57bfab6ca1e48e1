package io.raceboard.desk;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** What is shown at an address of the desk where nothing is; without the frame, for the reason that NoRight has. */
@Tag("div")
@AnonymousAllowed
class NoSuchPage extends Div implements HasErrorParameter<NotFoundException> {

    NoSuchPage(DeskWords words) {
        addClassNames("missing", "no-right");
        add(new PageHead(words.say("desk.no-page.title"), words.say("desk.no-page.text")),
                new Anchor("/desk", words.say("desk.no-right.back")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> missing) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
