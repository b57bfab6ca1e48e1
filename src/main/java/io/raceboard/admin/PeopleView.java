package io.raceboard.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.raceboard.access.Account;
import io.raceboard.access.Accounts;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.PageHead;
import jakarta.annotation.security.RolesAllowed;

/** Everybody who may come to the desk, or was invited to. */
@Route(value = "desk/people", layout = DeskLayout.class)
@Menu(title = "access.people", order = 900)
@RolesAllowed("ADMIN")
class PeopleView extends Div implements HasDynamicTitle {

    private final Accounts accounts;
    private final SignedIn signedIn;
    private final DeskWords words;
    private final Grid<Account> grid = new Grid<>();

    PeopleView(Accounts accounts, SignedIn signedIn, DeskWords words) {
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.words = words;
        var invite = new Button(words.say("access.people.invite"), click -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        var search = new TextField(words.say("access.people.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        var filter = new Div(search);
        filter.addClassName("desk-filter");
        columns();
        grid.setItems(query -> accounts.page(signedIn.person(), search.getValue(), query.getOffset(), query.getLimit())
                .stream());
        add(new PageHead(words.say("access.people"), words.say("access.people.text"), invite), filter, grid);
    }

    @Override
    public String getPageTitle() {
        return words.say("access.people") + " · Raceboard";
    }

    private void columns() {
        grid.addComponentColumn(account -> {
            var open = new Button(account.displayName(), click -> edit(account));
            open.addThemeVariants(ButtonVariant.TERTIARY);
            open.addClassName("cell-link");
            return open;
        }).setHeader(words.say("access.people.person")).setFlexGrow(2).setAutoWidth(true);
        grid.addColumn(Account::name).setHeader(words.say("access.name")).setAutoWidth(true);
        grid.addColumn(account -> words.say("access.role." + account.role().code())
                        + (account.mayPublish() && !account.person().may(io.raceboard.access.Role.REVIEWER)
                                ? words.say("access.people.and-publishes") : ""))
                .setHeader(words.say("access.role")).setAutoWidth(true);
        grid.addComponentColumn(account -> {
            var state = new Span(words.say("access.state." + state(account)));
            state.addClassNames("state", "state-" + state(account));
            return state;
        }).setHeader(words.say("access.state")).setAutoWidth(true);
        grid.addColumn(account -> account.signedInAt() == null ? "–" : Moments.text(account.signedInAt()))
                .setHeader(words.say("access.people.last-sign-in")).setAutoWidth(true);
        grid.setAllRowsVisible(false);
        grid.addClassName("desk-grid");
    }

    private static String state(Account account) {
        return account.disabled() ? "disabled" : account.invited() ? "invited" : "active";
    }

    private void invite() {
        new InviteDialog(accounts, signedIn, words, grid.getDataProvider()::refreshAll).open();
    }

    private void edit(Account shown) {
        var now = accounts.find(signedIn.person(), shown.id()).orElse(shown);
        new PersonDialog(accounts, signedIn, words, now, grid.getDataProvider()::refreshAll).open();
    }
}
