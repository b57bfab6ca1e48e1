package io.raceboard.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.shared.communication.PushMode;
import org.springframework.stereotype.Component;

/**
 * Pages that nobody watches find their way back: the framework reloads instead of waiting for a click, and never gives
 * up. What the reader sees of a lost connection is the one place in the header, not the framework's own box.
 */
@Component
class Recovery implements VaadinServiceInitListener {

    /** At five seconds each this lasts for 5 years; the default gives up after a dark weekend. */
    private static final int ATTEMPTS = 30_000_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var messages = reloading();
        event.getSource().setSystemMessagesProvider(info -> messages);
        event.getSource().addUIInitListener(Recovery::keepTrying);
        event.getSource().addUIInitListener(Recovery::push);
    }

    /**
     * News are pushed to every page but those of walls, which have a line of their own: a second one would cost memory
     * for each display and carry nothing.
     */
    private static void push(UIInitEvent event) {
        var location = VaadinRequest.getCurrent() == null ? null : VaadinRequest.getCurrent().getParameter("location");
        if (location == null || !location.startsWith("wall/")) {
            event.getUI().getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
        }
    }

    private static void keepTrying(UIInitEvent event) {
        event.getUI().getReconnectDialogConfiguration().setReconnectAttempts(ATTEMPTS);
    }

    /** Without a notification and without an address of its own, each of these reloads the page where it is. */
    private static SystemMessages reloading() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorNotificationEnabled(false);
        return messages;
    }
}
