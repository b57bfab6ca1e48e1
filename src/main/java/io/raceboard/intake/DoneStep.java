package io.raceboard.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskWords;
import io.raceboard.ledger.Verdict.Standing;

/** What became of the file. */
class DoneStep extends ImportStep {

    private static final int LINKS = 8;

    DoneStep(ImportDesk desk, DeskWords words, SignedIn signedIn, Pending file, Runnable leave) {
        addClassName("intake-done");
        var state = file.state();
        var became = java.util.Objects.requireNonNull(state.result());
        var preview = state.shown().orElseThrow();
        var title = new H2(new Sentences(words.words()).of(became));
        title.getElement().setAttribute("role", "status");
        add(new FileCard(file), title);
        if (became.what() == Became.What.PUBLISHED) {
            var links = new Div();
            links.addClassName("intake-links");
            preview.indicators().stream().sorted().limit(LINKS).forEach(slug -> links.add(new Anchor("/i/" + slug, slug)));
            add(new Paragraph(words.say("intake.done.look")), links);
        }
        if (!preview.isClean()) {
            add(new Paragraph(words.say("intake.done.rejects", preview.count(Standing.REFUSED))),
                    new RejectLinks(words, file, preview));
        }
        var next = new Button(words.say("intake.done.next"), click -> {
            if (preview.isClean()) {
                desk.intake().discard(signedIn.person(), file);
            }
            leave.run();
        });
        next.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(next);
        if (!preview.isClean()) {
            actions.add(new Button(words.say("intake.done.forget"), click -> {
                desk.intake().discard(signedIn.person(), file);
                leave.run();
            }));
        }
        actions.addClassName("intake-actions");
        add(actions);
    }
}
