package io.raceboard.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.raceboard.access.Accounts;
import io.raceboard.access.PasswordCheck;
import io.raceboard.access.SignIn;
import io.raceboard.access.SignedIn;
import io.raceboard.catalog.Lang;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame of the desk: name, menu by role, who is signed in; and the password, asked for over whatever is open. */
@Tag("desk-frame")
@PermitAll
@CssImport("./styles/desk-fields.css")
@CssImport("./styles/desk.css")
@CssImport("./styles/desk-typed.css")
@JsModule("./desk/desk-frame.ts")
public class DeskLayout extends Component implements DeskPage, RouterLayout, AfterNavigationObserver {

    private final SignedIn signedIn;
    private final SignIn signIn;
    private final DeskWords words;
    private final DeskPages pages;
    private final PasswordCheck check;
    private final Accounts accounts;
    private final AuthenticationContext context;
    private final List<DeskBadge> badges;
    private final Nav menu = new Nav();
    private final Main main = new Main();
    private @Nullable AskAgain asking;
    private @Nullable HasElement shown;

    DeskLayout(SignedIn signedIn, DeskWords words, DeskPages pages, PasswordCheck check, Accounts accounts,
            AuthenticationContext context, List<DeskBadge> badges) {
        this.badges = badges;
        this.signedIn = signedIn;
        this.words = words;
        this.pages = pages;
        this.check = check;
        this.accounts = accounts;
        this.context = context;
        this.signIn = signedIn.signIn().orElseThrow();
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        menu.getElement().setAttribute("aria-label", words.say("desk.menu"));
        menu.addClassName("desk-menu");
        var skip = new Anchor("#content", words.say("desk.skip"));
        skip.addClassName("skip-link");
        skip.getElement().setAttribute("router-ignore", true);
        add(skip, bar(), menu, main);
        fillMenu();
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        shown = content;
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement content) {
        main.getElement().removeAllChildren();
        shown = null;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getElement().callJsFunction("arrived");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var lang = words.lang();
        attached.getUI().setLocale(lang.locale());
        attached.getUI().getPage().executeJs("document.documentElement.lang = $0", lang.htmlTag());
        pages.opened(this);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        pages.closed(this);
    }

    /** The browser tells now and then that somebody types or clicks. */
    @ClientCallable
    void acted() {
        signIn.act();
    }

    @Override
    public SignIn signIn() {
        return signIn;
    }

    @Override
    public void look() {
        if (!signIn.counts()) {
            ask(null);
            return;
        }
        fillMenu();
        if (shown != null && !DeskMenu.open(shown.getClass(), signIn.person())) {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        }
    }

    @Override
    public void ask(@Nullable Runnable then) {
        if (asking == null) {
            asking = new AskAgain(words, signIn.person(), password -> check.again(signIn, password,
                    signedIn.address()), context::logout, () -> asking = null);
            // Leaving the field sends what was typed last, before the dialog closes the page to all but itself.
            getElement().executeJs("document.activeElement?.blur()").then(left -> {
                if (asking != null) {
                    asking.open();
                }
            });
        }
        if (then != null) {
            asking.then(then);
        }
    }

    private void fillMenu() {
        menu.removeAll();
        UnorderedList list = null;
        long group = Long.MIN_VALUE;
        for (var entry : DeskMenu.of(signIn.person())) {
            if (list == null || entry.group() != group) {
                list = new UnorderedList();
                menu.add(list);
                group = entry.group();
            }
            var link = new RouterLink(words.say(entry.title()), entry.view());
            link.setHighlightCondition(entry.view() == DeskHome.class ? HighlightConditions.sameLocation()
                    : HighlightConditions.locationPrefix());
            link.setHighlightAction((target, on) -> {
                if (on) {
                    target.getElement().setAttribute("aria-current", "page");
                } else {
                    target.getElement().removeAttribute("aria-current");
                }
            });
            badges.stream().filter(badge -> badge.view() == entry.view()).forEach(badge -> link.add(number(badge)));
            list.add(new ListItem(link));
        }
    }

    private Span number(DeskBadge badge) {
        var number = new Span();
        number.addClassName("desk-number");
        Signal.effect(number, () -> {
            badge.news().get();
            int count = badge.count(signIn.person());
            number.setText(count == 0 ? "" : String.valueOf(count));
            number.getElement().setAttribute("title", count == 0 ? "" : badge.say(count));
        });
        return number;
    }

    private Header bar() {
        var name = new Anchor("/desk", mark(), new Span("Raceboard"), desk());
        name.addClassName("wordmark");
        var board = new Anchor(words.lang() == Lang.ZH ? "/?lang=zh" : "/", words.say("desk.board"));
        board.getElement().setAttribute("router-ignore", true);
        var tools = new Div(board, theme(), who());
        tools.addClassName("site-tools");
        var bar = new Header(name, connection(), tools);
        bar.addClassName("desk-bar");
        return bar;
    }

    private Span desk() {
        var part = new Span(words.say("desk.name"));
        part.addClassName("desk-part");
        return part;
    }

    /** Three bars, as on the board. The browser itself must read a picture's HTML: set one by one, viewBox is lost. */
    private static Component mark() {
        return new Html("<span class=\"as-is\"><svg viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path fill=\"currentColor\" "
                + "d=\"M1 3.5h13v3H1zM1 8.5h18v3H1zM1 13.5h8v3H1z\"/></svg></span>");
    }

    private Component connection() {
        var state = new Element("race-connection");
        state.setAttribute("id", "connection").setAttribute("class", "connection").setAttribute("role", "status")
                .setAttribute("data-state", "live").setAttribute("data-live", words.say("shell.connection.live"))
                .setAttribute("data-reconnecting", words.say("shell.connection.reconnecting", "{time}"))
                .setAttribute("data-offline", words.say("shell.connection.offline", "{data}"))
                .setAttribute("data-updating", words.say("shell.connection.updating"));
        return wrap(state);
    }

    private NativeButton theme() {
        var button = new NativeButton();
        button.add(new Html("<span class=\"as-is\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">"
                + "<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\"/>"
                + "<path fill=\"currentColor\" d=\"M8 2a6 6 0 0 1 0 12z\"/></svg></span>"));
        button.addClassName("theme");
        button.getElement().setAttribute("data-theme-toggle", true)
                .setAttribute("aria-label", words.say("shell.theme.auto"))
                .setAttribute("data-auto", words.say("shell.theme.auto"))
                .setAttribute("data-light", words.say("shell.theme.light"))
                .setAttribute("data-dark", words.say("shell.theme.dark"));
        return button;
    }

    private NativeDetails who() {
        var person = signIn.person();
        var out = new NativeButton(words.say("desk.sign-out"), click -> context.logout());
        out.addClassName("button");
        var me = new Anchor("/desk/me", words.say("desk.me"));
        var help = new Anchor((words.lang() == Lang.ZH ? "/help?lang=zh" : "/help") + "#desk", words.say("desk.help"));
        help.getElement().setAttribute("router-ignore", true);
        var other = words.lang() == Lang.ZH ? Lang.EN : Lang.ZH;
        var language = new NativeButton(words.in(other).say("access.language"), click -> {
            accounts.changeLanguage(signedIn.person(), other);
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
        language.addClassName("button");
        language.getElement().setAttribute("lang", other.htmlTag());
        var role = new Span(words.say("access.role." + person.role().code()));
        role.addClassName("desk-role");
        var inside = new Div(role, me, help, language, out);
        var details = new NativeDetails(person.displayName(), inside);
        details.addClassNames("popover", "desk-who");
        return details;
    }

    private void add(Component... parts) {
        for (var part : parts) {
            getElement().appendChild(part.getElement());
        }
    }

    /** A plain element as a component. */
    private static Component wrap(Element element) {
        return new Component(element) {
        };
    }
}
