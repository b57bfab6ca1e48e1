package io.raceboard.desk;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/** A short word about what has just been done; read aloud, and gone after some seconds. */
public final class Toast {

    private Toast() {
    }

    public static void show(String text) {
        var toast = Notification.show(text, 5000, Position.BOTTOM_START);
        toast.addClassName("toast");
    }
}
