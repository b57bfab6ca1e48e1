package io.raceboard.review;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.Empty;
import io.raceboard.page.Words;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** One proposal: what it would change, on the chart and part by part, and what can be done with it. */
@Route(value = "desk/review/:id([0-9]{1,18})", layout = DeskLayout.class)
@RolesAllowed("VIEWER")
@CssImport("./styles/review.css")
class ReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ReviewDesk desk;
    private final ReviewQueue queue;
    private final SignedIn signedIn;
    private final Words words;
    private long id;
    private @Nullable ProposalSheet sheet;

    ReviewView(ReviewDesk desk, ReviewQueue queue, SignedIn signedIn, DeskWords words) {
        this.desk = desk;
        this.queue = queue;
        this.signedIn = signedIn;
        this.words = words.words();
        addClassName("review");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        id = entered.getRouteParameters().getLong("id").orElse(0L);
        show();
        Signal.effect(this, context -> {
            queue.news().get();
            if (!context.isInitialRun() && sheet != null) {
                sheet.look();
            }
        });
    }

    private void show() {
        removeAll();
        sheet = null;
        var found = desk.proposals().find(id);
        if (found.isEmpty()) {
            add(new Empty(words.say("review.no-such")));
            return;
        }
        sheet = new ProposalSheet(desk, found.get(), signedIn, words, this::show);
        add(sheet);
    }

    @Override
    public String getPageTitle() {
        return words.say("review.number", String.valueOf(id)) + " · Raceboard";
    }
}
