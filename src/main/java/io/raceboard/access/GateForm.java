package io.raceboard.access;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.raceboard.page.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** Choosing a password, and for the first administrator a name: what the one-time links show. */
class GateForm extends Composite<Div> {

    private final Words words;
    private final TextField name;
    private final TextField displayName;
    private final PasswordField password;
    private final Div fault = new Div();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    interface Send {

        /** @throws AccessFault what is wrong, and in which field */
        void send(String name, String displayName, String password);
    }

    GateForm(Words words, boolean withName, Send send) {
        this.words = words;
        name = new TextField(words.say("access.name"));
        name.setHelperText(words.say("access.name.help"));
        name.getElement().setAttribute("autocomplete", "username").setAttribute("autocapitalize", "none");
        displayName = new TextField(words.say("access.display-name"));
        displayName.getElement().setAttribute("autocomplete", "name");
        password = new PasswordField(words.say("access.password.new"));
        password.setHelperText(words.say("access.password.help", Passwords.LEAST));
        password.getElement().setAttribute("autocomplete", "new-password");
        var button = new Button(words.say("access.password.choose"), click -> tryTo(send));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickShortcut(Key.ENTER);
        fault.addClassName("gate-fault");
        fault.getElement().setAttribute("role", "alert");
        fault.setVisible(false);
        getContent().addClassName("gate-form");
        getContent().add(fault);
        if (withName) {
            getContent().add(name, displayName);
            name.setAutofocus(true);
        } else {
            password.setAutofocus(true);
        }
        getContent().add(password, button);
        fields.put("name", name);
        fields.put("displayName", displayName);
        fields.put("password", password);
        fields.values().forEach(field -> field.setManualValidation(true));
    }

    private void tryTo(Send send) {
        fields.values().forEach(field -> field.setInvalid(false));
        fault.setVisible(false);
        try {
            send.send(name.getValue(), displayName.getValue(), password.getValue());
        } catch (AccessFault refused) {
            var said = words.say(refused.key(), refused.values());
            var field = fields.get(refused.field());
            if (field == null) {
                fault.setText(said);
                fault.setVisible(true);
            } else {
                field.setErrorMessage(said);
                field.setInvalid(true);
            }
        }
    }
}
