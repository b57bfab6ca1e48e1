package io.raceboard.admin;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.raceboard.access.AccessFault;
import io.raceboard.access.Account;
import io.raceboard.access.Accounts;
import io.raceboard.access.Accounts.Saved;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.Toast;
import java.util.Objects;
import java.util.function.Function;

/** One account: who it is, what it may, and its links and sign-ins. */
class PersonDialog extends Dialog {

    private final Accounts accounts;
    private final SignedIn signedIn;
    private final DeskWords words;
    private final Runnable done;
    private final PersonFields fields;
    private final Checkbox disabled;
    private final Div message = new Div();
    private Account base;

    PersonDialog(Accounts accounts, SignedIn signedIn, DeskWords words, Account account, Runnable done) {
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.words = words;
        this.base = account;
        this.done = done;
        this.fields = new PersonFields(words);
        this.disabled = new Checkbox(words.say("access.people.disabled"));
        setHeaderTitle(words.say("access.people.account", account.name()));
        setWidth("32rem");
        setCloseOnOutsideClick(false);
        fields.show(account);
        disabled.setValue(account.disabled());
        message.getElement().setAttribute("role", "alert");
        var form = new Div(message, fields.displayName, fields.role, fields.mayPublish, fields.lang, disabled);
        form.addClassName("desk-form");
        var link = new Button(words.say("access.people.link"), click -> link());
        var out = new Button(words.say("access.people.sign-out"), click -> signOut());
        var acts = new Div(link, out);
        acts.addClassName("page-actions");
        add(form, acts);
        var save = new Button(words.say("desk.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.say("desk.cancel"), click -> close()), save);
    }

    private void save() {
        fields.displayName.setInvalid(false);
        message.removeAll();
        try {
            switch (accounts.save(signedIn.person(), signedIn.address(), typed())) {
                case Saved.Done ignored -> {
                    done.run();
                    close();
                    Toast.show(words.say("desk.saved"));
                }
                case Saved.Conflict conflict -> merge(conflict.theirs());
            }
        } catch (AccessFault refused) {
            var said = words.say(refused.key(), refused.values());
            if (refused.field().equals("displayName")) {
                fields.displayName.setErrorMessage(said);
                fields.displayName.setInvalid(true);
            } else {
                var fault = new Div(said);
                fault.addClassName("gate-fault");
                message.add(fault);
            }
        }
    }

    private Account typed() {
        return new Account(base.id(), base.name(), fields.displayName.getValue(), fields.role.getValue(),
                fields.mayPublish.getValue(), fields.lang.getValue(), disabled.getValue(), base.invited(),
                base.round(), base.version(), base.createdAt(), base.signedInAt());
    }

    /**
     * Somebody else saved meanwhile. What only they changed is taken over; what only this form changed stays; where
     * both did, this form's value stays in its field, with theirs and a button to take it beside.
     */
    private void merge(Account theirs) {
        var box = new Div(new Paragraph(words.say("access.people.conflict")));
        box.addClassName("gate-fault");
        var list = new UnorderedList();
        merge(list, "access.display-name", fields.displayName, Account::displayName, theirs, text -> text);
        merge(list, "access.role", fields.role, Account::role, theirs,
                role -> words.say("access.role." + role.code()));
        merge(list, "access.people.may-publish", fields.mayPublish, Account::mayPublish, theirs, this::yesNo);
        merge(list, "access.lang", fields.lang, Account::lang, theirs, lang -> words.in(lang).say("access.language"));
        merge(list, "access.people.disabled", disabled, Account::disabled, theirs, this::yesNo);
        box.add(list);
        message.add(box);
        base = theirs;
    }

    private <T> void merge(UnorderedList list, String label, HasValue<?, T> field, Function<Account, T> part,
            Account theirs, Function<T, String> text) {
        T before = part.apply(base);
        T now = part.apply(theirs);
        T mine = field.getValue();
        if (Objects.equals(before, now) || Objects.equals(mine, now)) {
            return;
        }
        var line = new ListItem(new Span(words.say("access.people.clash", words.say(label), text.apply(before),
                text.apply(now), text.apply(mine))));
        if (Objects.equals(mine, before)) {
            field.setValue(now);
        } else {
            var take = new Button(words.say("access.people.take-theirs"));
            take.addClickListener(click -> {
                field.setValue(now);
                take.setEnabled(false);
            });
            line.add(take);
        }
        list.add(line);
    }

    private String yesNo(boolean yes) {
        return words.say(yes ? "desk.yes" : "desk.no");
    }

    private void link() {
        var token = accounts.resetLink(signedIn.person(), signedIn.address(), base.id());
        message.removeAll();
        message.add(new LinkBox(words, token));
    }

    private void signOut() {
        accounts.signOutEverywhere(signedIn.person(), signedIn.address(), base.id());
        accounts.find(signedIn.person(), base.id()).filter(now -> now.version() == base.version() + 1)
                .ifPresent(now -> base = now);
        Toast.show(words.say("access.people.signed-out", base.displayName()));
    }
}
