package io.raceboard.access;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.raceboard.catalog.Lang;
import io.raceboard.page.Words;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Name and password, as a plain form: password managers know it, and it needs nothing of the desk's scripts. Public
 * pages load what this view needs, so it is made of plain HTML.
 */
@Route("login")
@AnonymousAllowed
class LoginView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final MessageSource messages;
    private Words words;

    LoginView(MessageSource messages) {
        this.messages = messages;
        this.words = new Words(messages, Lang.EN);
        getContent().addClassName("gate");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var query = entering.getLocation().getQueryParameters();
        words = new Words(messages, language(query, entering.getUI()));
        entering.getUI().setLocale(words.lang().locale());
        entering.getUI().getPage().executeJs("document.documentElement.lang = $0", words.lang().htmlTag());
        getContent().removeAll();
        getContent().add(new Anchor(words.lang() == Lang.ZH ? "/?lang=zh" : "/", "Raceboard"),
                new H1(words.say("access.login.title")));
        message(query).ifPresent(getContent()::add);
        getContent().getElement().appendChild(form(query));
        var other = words.lang() == Lang.ZH ? Lang.EN : Lang.ZH;
        var otherLanguage = new Anchor("/login?lang=" + other.code(),
                new Words(messages, other).say("access.language"));
        otherLanguage.getElement().setAttribute("lang", other.htmlTag());
        otherLanguage.getElement().setAttribute("router-ignore", true);
        getContent().add(new Paragraph(words.say("access.login.help")), otherLanguage);
    }

    @Override
    public String getPageTitle() {
        return words.say("access.login.title") + " · Raceboard";
    }

    private Element form(QueryParameters query) {
        var name = field("username", "text", "username");
        var password = field("password", "password", "current-password");
        query.getSingleParameter("name").ifPresentOrElse(typed -> {
            name.setValue(typed);
            password.getElement().setAttribute("autofocus", true);
        }, () -> name.getElement().setAttribute("autofocus", true));
        name.getElement().setAttribute("autocapitalize", "none").setAttribute("spellcheck", "false");
        var form = new Element("form").setAttribute("method", "post").setAttribute("action", "/login");
        form.appendChild(labelled(name, words.say("access.name")), labelled(password, words.say("access.password")));
        form.appendChild(hidden("lang", words.lang().code()));
        token().ifPresent(token -> form.appendChild(hidden(token.getParameterName(), token.getToken())));
        var button = new NativeButton(words.say("access.login.submit"));
        button.addClassNames("button", "primary");
        button.getElement().setAttribute("type", "submit");
        form.appendChild(button.getElement());
        return form;
    }

    private Optional<Div> message(QueryParameters query) {
        String said = null;
        if (query.getParameters().containsKey("error")) {
            said = words.say("access.login.wrong");
        } else if (query.getSingleParameter("wait").filter(seconds -> seconds.matches("\\d{1,5}")).isPresent()) {
            said = words.say("access.login.wait", query.getSingleParameter("wait").orElseThrow());
        } else if (query.getParameters().containsKey("chosen")) {
            said = words.say("access.login.chosen");
        }
        return Optional.ofNullable(said).map(text -> {
            var box = new Div(text);
            box.addClassName(query.getParameters().containsKey("chosen") ? "gate-said" : "gate-fault");
            box.getElement().setAttribute("role", "alert");
            return box;
        });
    }

    private static Lang language(QueryParameters query, UI ui) {
        return query.getSingleParameter("lang").flatMap(Lang::of)
                .orElseGet(() -> ui.getSession().getBrowser().getLocale() != null
                        && ui.getSession().getBrowser().getLocale().getLanguage().equals("zh") ? Lang.ZH : Lang.EN);
    }

    private static Input field(String name, String type, String autocomplete) {
        var input = new Input();
        input.setType(type);
        input.setId(name);
        input.getElement().setAttribute("name", name).setAttribute("autocomplete", autocomplete)
                .setAttribute("required", true);
        return input;
    }

    private static Element labelled(Input field, String text) {
        var label = new NativeLabel(text);
        label.setFor(field);
        return new Div(label, field).getElement();
    }

    private static Element hidden(String name, String value) {
        return new Element("input").setAttribute("type", "hidden").setAttribute("name", name)
                .setAttribute("value", value);
    }

    /** The token that Spring wants back with the form. */
    private static Optional<CsrfToken> token() {
        return VaadinServletRequest.getCurrent() == null ? Optional.empty()
                : Optional.ofNullable((CsrfToken) VaadinServletRequest.getCurrent()
                        .getAttribute(CsrfToken.class.getName()));
    }
}
