package io.raceboard.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.raceboard.access.AccessFault;
import io.raceboard.access.Accounts;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskWords;

/** Makes an account and shows the link by which its owner chooses a password. */
class InviteDialog extends Dialog {

    private final Accounts accounts;
    private final SignedIn signedIn;
    private final DeskWords words;
    private final Runnable done;
    private final TextField name;
    private final PersonFields fields;
    private final Button cancel;

    InviteDialog(Accounts accounts, SignedIn signedIn, DeskWords words, Runnable done) {
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.words = words;
        this.done = done;
        this.fields = new PersonFields(words);
        setHeaderTitle(words.say("access.people.invite"));
        setWidth("32rem");
        setCloseOnOutsideClick(false);
        name = new TextField(words.say("access.name"));
        name.setHelperText(words.say("access.name.help"));
        name.setManualValidation(true);
        name.setAutofocus(true);
        name.getElement().setAttribute("autocapitalize", "none");
        var form = new Div(name, fields.displayName, fields.role, fields.mayPublish, fields.lang);
        form.addClassName("desk-form");
        add(form);
        var make = new Button(words.say("access.people.invite.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        cancel = new Button(words.say("desk.cancel"), click -> close());
        getFooter().add(cancel, make);
    }

    private void make() {
        name.setInvalid(false);
        fields.displayName.setInvalid(false);
        try {
            var token = accounts.invite(signedIn.person(), signedIn.address(), name.getValue(),
                    fields.displayName.getValue(), fields.role.getValue(), fields.mayPublish.getValue(),
                    fields.lang.getValue());
            done.run();
            removeAll();
            getFooter().removeAll();
            add(new LinkBox(words, token));
            getFooter().add(new Button(words.say("desk.close"), click -> close()));
        } catch (AccessFault refused) {
            var field = refused.field().equals("displayName") ? fields.displayName : name;
            field.setErrorMessage(words.say(refused.key(), refused.values()));
            field.setInvalid(true);
            field.focus();
        }
    }
}
