package io.raceboard.access;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.raceboard.access.Accounts.OpenLink;
import io.raceboard.catalog.Lang;
import io.raceboard.page.Words;
import org.springframework.context.MessageSource;

/** What a one-time link opens: the first administrator makes an account, an invited person chooses a password. */
@Route("setup/:token")
@RouteAlias("invite/:token")
@AnonymousAllowed
@CssImport("./styles/desk-fields.css")
@CssImport("./styles/desk.css")
class GateView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final Accounts accounts;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private String title = "";

    GateView(Accounts accounts, SignedIn signedIn, MessageSource messages) {
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.messages = messages;
        getContent().addClassName("gate");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var token = entering.getRouteParameters().get("token").orElse("");
        var link = accounts.openLink(token);
        var lang = entering.getLocation().getQueryParameters().getSingleParameter("lang").flatMap(Lang::of)
                .or(() -> link.flatMap(OpenLink::account).map(Account::lang)).orElse(Lang.EN);
        var words = new Words(messages, lang);
        entering.getUI().setLocale(lang.locale());
        entering.getUI().getPage().executeJs("document.documentElement.lang = $0", lang.htmlTag());
        getContent().removeAll();
        getContent().add(new Anchor(lang == Lang.ZH ? "/?lang=zh" : "/", "Raceboard"));
        if (link.isEmpty()) {
            title = words.say("access.link.void.title");
            getContent().add(new H1(title), new Paragraph(words.say("access.link.void")));
        } else if (link.get().account().isEmpty()) {
            title = words.say("access.setup.title");
            getContent().add(new H1(title), new Paragraph(words.say("access.setup.text")),
                    new GateForm(words, true, (name, displayName, password) -> {
                        accounts.setUp(token, name, displayName, password, signedIn.address());
                        toLogin(name.strip().toLowerCase(java.util.Locale.ROOT), lang);
                    }));
        } else {
            var account = link.get().account().get();
            title = words.say("access.invite.title", account.displayName());
            getContent().add(new H1(title), new Paragraph(words.say("access.invite.text", account.name())),
                    new GateForm(words, false, (name, displayName, password) ->
                            toLogin(accounts.choosePassword(token, password, signedIn.address()).name(), lang)));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Raceboard";
    }

    private static void toLogin(String name, Lang lang) {
        UI.getCurrent().getPage().setLocation("/login?chosen&name=" + java.net.URLEncoder.encode(name,
                java.nio.charset.StandardCharsets.UTF_8) + (lang == Lang.ZH ? "&lang=zh" : ""));
    }
}
