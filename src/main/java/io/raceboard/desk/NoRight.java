package io.raceboard.desk;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What is shown to somebody who is signed in and has not the role for this page. Without the desk's frame: the parts of
 * views for errors are loaded on every page, public ones too.
 */
@Tag("div")
@PermitAll
class NoRight extends Div implements HasErrorParameter<AccessDeniedException> {

    NoRight(DeskWords words) {
        addClassNames("missing", "no-right");
        add(new PageHead(words.say("desk.no-right.title"), words.say("desk.no-right.text")),
                new Anchor("/desk", words.say("desk.no-right.back")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> refused) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
