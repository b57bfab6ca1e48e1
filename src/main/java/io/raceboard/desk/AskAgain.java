package io.raceboard.desk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import io.raceboard.access.Person;
import io.raceboard.access.TooManyAttempts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.security.core.AuthenticationException;

/** Asks for the password over the open page; what was typed there stays, and what was refused is then done again. */
class AskAgain extends Dialog {

    private final List<Runnable> then = new ArrayList<>();
    private final PasswordField password;
    private final DeskWords words;
    private final Consumer<String> check;
    private final Runnable done;

    /**
     * @param check throws when the password is not the right one
     * @param leave signs out for good
     * @param done run when the password was right
     */
    AskAgain(DeskWords words, Person person, Consumer<String> check, Runnable leave, Runnable done) {
        this.words = words;
        this.check = check;
        this.done = done;
        setHeaderTitle(words.say("desk.again.title"));
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setModal(true);
        password = new PasswordField(words.say("desk.again.password", person.displayName()));
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setManualValidation(true);
        password.setAutofocus(true);
        password.setWidthFull();
        add(new Paragraph(words.say("desk.again.text")), password);
        var go = new Button(words.say("desk.again.submit"), click -> tryIt());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(words.say("desk.sign-out"), click -> leave.run()), go);
        addClassName("ask-again");
    }

    void then(Runnable refused) {
        then.add(refused);
    }

    private void tryIt() {
        try {
            check.accept(password.getValue());
        } catch (TooManyAttempts slowed) {
            refuse(words.say("access.login.wait", String.valueOf(slowed.seconds())));
            return;
        } catch (AuthenticationException wrong) {
            refuse(words.say("desk.again.wrong"));
            return;
        }
        close();
        done.run();
        then.forEach(Runnable::run);
    }

    private void refuse(String why) {
        password.setErrorMessage(why);
        password.setInvalid(true);
        password.focus();
    }
}
