package io.raceboard.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks once more before something that cannot simply be taken back. */
public final class Confirm {

    private Confirm() {
    }

    /**
     * @param title the question
     * @param text what will happen
     * @param act the word on the button that does it
     */
    public static void ask(DeskWords words, String title, String text, String act, Runnable then) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.add(new Paragraph(text));
        var go = new Button(act, click -> {
            then.run();
            dialog.close();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        var cancel = new Button(words.say("desk.cancel"), click -> dialog.close());
        cancel.setAutofocus(true);
        dialog.getFooter().add(cancel, go);
        dialog.open();
    }
}
