package io.raceboard.desk;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ClickNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.raceboard.access.RightsChanged;
import io.raceboard.access.SignInNeeded;
import io.raceboard.access.SignedIn;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The open pages of the desk. When a sign-in stops counting, they ask for the password over what is open; when rights
 * change, they show what is left of them. No page can do more meanwhile: every act asks the account anew.
 */
@org.springframework.stereotype.Component
class DeskPages implements VaadinServiceInitListener {

    private final Set<DeskPage> open = ConcurrentHashMap.newKeySet();
    private final SignedIn signedIn;

    DeskPages(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun ->
                begun.getSession().setErrorHandler(this::handle));
    }

    void opened(DeskPage page) {
        open.add(page);
    }

    void closed(DeskPage page) {
        open.remove(page);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(RightsChanged change) {
        open.stream().filter(page -> page.signIn().person().id() == change.account()).forEach(this::look);
    }

    /** Changes made by another node, and time that has run out. */
    @Scheduled(fixedDelay = 10_000)
    void lookAtAll() {
        open.forEach(page -> {
            var before = page.signIn().person();
            boolean counted = page.signIn().counts();
            signedIn.refresh(page.signIn());
            if (!page.signIn().counts() || !counted || !before.equals(page.signIn().person())) {
                page.getUI().ifPresent(ui -> ui.access(page::look));
            }
        });
    }

    private void look(DeskPage page) {
        signedIn.refresh(page.signIn());
        page.getUI().ifPresent(ui -> ui.access(page::look));
    }

    private void handle(ErrorEvent event) {
        var page = open.stream().filter(each -> each.getUI().filter(ui -> ui == UI.getCurrent()).isPresent())
                .findFirst();
        if (page.isPresent() && needsSignIn(event.getThrowable())) {
            page.get().ask(again(event));
        } else {
            new DefaultErrorHandler().error(event);
        }
    }

    private static boolean needsSignIn(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SignInNeeded) {
                return true;
            }
        }
        return false;
    }

    /** The click that was refused. */
    private static @org.jspecify.annotations.Nullable Runnable again(ErrorEvent event) {
        return event.getComponent().filter(ClickNotifier.class::isInstance)
                .<Runnable>map(clicked -> () -> click(clicked)).orElse(null);
    }

    private static void click(Component clicked) {
        ComponentUtil.fireEvent(clicked, new ClickEvent<>(clicked));
    }
}
