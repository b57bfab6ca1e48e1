package io.raceboard.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/** Says what has been saved and offers to take it back. */
final class SavedToast {

    private SavedToast() {
    }

    static Notification show(String text, String undo, Runnable takeBack) {
        var toast = new Notification();
        toast.setDuration(10_000);
        toast.setPosition(Position.BOTTOM_START);
        toast.addClassName("toast");
        var button = new Button(undo, click -> {
            toast.close();
            takeBack.run();
        });
        var words = new Span(text);
        words.addClassName("toast-words");
        toast.add(words, button);
        toast.open();
        return toast;
    }
}
