package io.raceboard.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.raceboard.access.AccessFault;
import io.raceboard.access.Accounts;
import io.raceboard.access.Passwords;
import io.raceboard.access.SignedIn;
import io.raceboard.access.TooManyAttempts;
import io.raceboard.catalog.Lang;
import io.raceboard.desk.Confirm;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.PageHead;
import io.raceboard.desk.Toast;
import jakarta.annotation.security.RolesAllowed;

/** One's own account: password, language, and signing out on every browser. */
@Route(value = "desk/me", layout = DeskLayout.class)
@RolesAllowed("VIEWER")
class MeView extends Div implements HasDynamicTitle {

    private final Accounts accounts;
    private final SignedIn signedIn;
    private final DeskWords words;
    private final AuthenticationContext context;
    private final PasswordField before;
    private final PasswordField after;

    MeView(Accounts accounts, SignedIn signedIn, DeskWords words, AuthenticationContext context) {
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.words = words;
        this.context = context;
        var person = signedIn.person();
        before = password("access.me.before", "current-password");
        after = password("access.password.new", "new-password");
        after.setHelperText(words.say("access.password.help", Passwords.LEAST));
        add(new PageHead(person.displayName(), words.say("access.me.text", person.name(),
                words.say("access.role." + person.role().code()))));
        var sheets = new Div(passwordSheet(), languageSheet(person.lang()), signOutSheet());
        sheets.addClassName("desk-sheets");
        add(sheets);
    }

    @Override
    public String getPageTitle() {
        return words.say("desk.me") + " · Raceboard";
    }

    private Section passwordSheet() {
        var change = new Button(words.say("access.me.change"), click -> changePassword());
        change.addThemeVariants(ButtonVariant.PRIMARY);
        return sheet("access.password", before, after, change);
    }

    private Section languageSheet(Lang now) {
        var lang = new Select<Lang>();
        lang.setLabel(words.say("access.lang"));
        lang.setItems(Lang.values());
        lang.setItemLabelGenerator(each -> words.in(each).say("access.language"));
        lang.setValue(now);
        lang.addValueChangeListener(change -> {
            accounts.changeLanguage(signedIn.person(), change.getValue());
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
        return sheet("access.me.language", lang);
    }

    private Section signOutSheet() {
        return sheet("access.me.out", new Paragraph(words.say("access.me.out.text")),
                new Button(words.say("access.people.sign-out"), click -> Confirm.ask(words,
                        words.say("access.me.out"), words.say("access.me.out.text"),
                        words.say("access.people.sign-out"), this::signOut)));
    }

    private void changePassword() {
        before.setInvalid(false);
        after.setInvalid(false);
        try {
            accounts.changePassword(signedIn.person(), signedIn.address(), before.getValue(), after.getValue());
            signedIn.stay();
            before.clear();
            after.clear();
            Toast.show(words.say("access.me.changed"));
        } catch (AccessFault refused) {
            refuse(refused.field().equals("before") ? before : after, words.say(refused.key(), refused.values()));
        } catch (TooManyAttempts slowed) {
            refuse(before, words.say("access.login.wait", String.valueOf(slowed.seconds())));
        }
    }

    private void signOut() {
        var person = signedIn.person();
        accounts.signOutEverywhere(person, signedIn.address(), person.id());
        context.logout();
    }

    private static void refuse(PasswordField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private PasswordField password(String label, String autocomplete) {
        var field = new PasswordField(words.say(label));
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.setManualValidation(true);
        return field;
    }

    private Section sheet(String title, com.vaadin.flow.component.Component... parts) {
        var sheet = new Section(new H2(words.say(title)));
        sheet.add(parts);
        sheet.addClassNames("desk-sheet", "desk-form");
        return sheet;
    }
}
