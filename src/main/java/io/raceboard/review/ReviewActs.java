package io.raceboard.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.page.Words;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** What can be done with a proposal: by its author, by a reviewer, by both when they are the same. */
class ReviewActs extends Composite<Section> {

    /** From about here on accepting takes longer than a click may. */
    private static final int LARGE = 1000;

    private final ReviewDesk desk;
    private final Proposal proposal;
    private final SignedIn signedIn;
    private final Words words;
    private final ProposalSheet sheet;
    private final TextArea comment = new TextArea();
    private final Paragraph refusal = new Paragraph();
    private final Div buttons = new Div();
    private final Button acceptChosen = new Button();
    private final ProgressBar progress = new ProgressBar();
    private final KeepsTyped keeps;

    ReviewActs(ReviewDesk desk, Proposal proposal, SignedIn signedIn, Words words, ProposalSheet sheet) {
        this.desk = desk;
        this.proposal = proposal;
        this.signedIn = signedIn;
        this.words = words;
        this.sheet = sheet;
        var me = signedIn.person();
        comment.setLabel(words.say("review.comment"));
        comment.setMaxLength(ReasonField.MOST);
        comment.setManualValidation(true);
        comment.setWidthFull();
        keeps = new KeepsTyped(desk.typed(), signedIn::person, words, desk.clock(), "review/" + proposal.id(),
                "desk/review/" + proposal.id(), ProposalCard.title(proposal, desk.names(), words),
                String.valueOf(proposal.version())).text("comment", comment).onDiscard(comment::clear);
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        progress.setIndeterminate(true);
        progress.setVisible(false);
        buttons.addClassName("review-buttons");
        fill(me);
        getContent().setVisible(me.may(Role.EDITOR));
        getContent().addClassName("review-acts");
        getContent().add(comment, keeps, refusal, progress, buttons);
        keeps.restore();
    }

    private void fill(Person me) {
        boolean deciding = proposal.state() == ProposalState.WAITING && me.may(Role.REVIEWER);
        boolean author = proposal.isBy(me) && me.may(Role.EDITOR);
        if (deciding) {
            var all = button(proposal.open() == proposal.items() ? "review.accept-all" : "review.accept-rest",
                    () -> accept(false));
            all.addThemeVariants(ButtonVariant.PRIMARY);
            all.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
            all.setTooltipText(words.say("review.accept-all.key"));
            acceptChosen.addClickListener(click -> accept(true));
            chosen(0);
            buttons.add(all, acceptChosen, button("review.send-back", this::sendBack));
        }
        if (author && (proposal.state() == ProposalState.DRAFT || proposal.state() == ProposalState.SENT_BACK)) {
            var ask = button("review.ask", () -> act(who -> desk.proposals().ask(who, proposal.id(),
                    proposal.version(), comment.getValue()), "review.done.asked"));
            ask.addThemeVariants(ButtonVariant.PRIMARY);
            buttons.add(ask);
        }
        if (author && proposal.state() == ProposalState.WAITING) {
            buttons.add(button("review.take-back", () -> act(who -> desk.proposals().takeBack(who, proposal.id(),
                    proposal.version()), "review.done.taken-back")));
        }
        if (proposal.state().isOpen() && (author || deciding)) {
            buttons.add(button("review.discard", () -> act(who -> desk.proposals().discard(who, proposal.id(),
                    proposal.version(), comment.getValue()), "review.done.discarded")));
        }
        buttons.add(button("review.say", this::say));
    }

    private Button button(String key, Runnable act) {
        return new Button(words.say(key), click -> act.run());
    }

    /** How many are ticked now. */
    void chosen(int many) {
        acceptChosen.setText(words.say("review.accept-chosen", String.valueOf(many)));
        acceptChosen.setEnabled(many > 0);
    }

    void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(true);
        refusal.scrollIntoView();
    }

    private void accept(boolean onlyChosen) {
        var selection = sheet.selection(onlyChosen);
        var who = signedIn.person();
        var said = comment.getValue();
        var cancelled = new AtomicBoolean();
        Supplier<Decision> work = () -> desk.proposals().accept(who, proposal.id(), proposal.version(), selection, said,
                () -> {
                    if (cancelled.get()) {
                        throw new CancellationException();
                    }
                });
        if (selection.positions().map(java.util.Set::size).orElse(proposal.open()) < LARGE) {
            finish(work.get(), "review.done.accepted");
            return;
        }
        progress.setVisible(true);
        buttons.setEnabled(false);
        var cancel = new Button(words.say("desk.cancel"), click -> {
            cancelled.set(true);
            click.getSource().setEnabled(false);
        });
        getContent().add(cancel);
        var ui = UI.getCurrent();
        CompletableFuture.supplyAsync(signedIn.elsewhere(work), task -> Thread.ofVirtual().start(task))
                .whenComplete((decision, failure) -> ui.access(() -> {
                    progress.setVisible(false);
                    getContent().remove(cancel);
                    buttons.setEnabled(true);
                    if (failure != null && failure.getCause() instanceof CancellationException) {
                        refuse(words.say("review.cancelled"));
                        return;
                    }
                    if (failure != null) {
                        throw new CompletionException(failure);
                    }
                    finish(decision, "review.done.accepted");
                }));
    }

    private void sendBack() {
        if (comment.getValue().isBlank()) {
            comment.setErrorMessage(words.say("review.comment.needed"));
            comment.setInvalid(true);
            comment.focus();
            return;
        }
        act(who -> desk.proposals().sendBack(who, proposal.id(), proposal.version(), comment.getValue()),
                "review.done.sent-back");
    }

    private void say() {
        if (!comment.getValue().isBlank()) {
            act(who -> desk.proposals().say(who, proposal.id(), comment.getValue()), "review.done.said");
        } else {
            comment.focus();
        }
    }

    private void act(Function<Person, Decision> work, String done) {
        finish(work.apply(signedIn.person()), done);
    }

    private void finish(Decision decision, String done) {
        refusal.setVisible(false);
        if (decision instanceof Decision.Done) {
            keeps.saved();
        }
        sheet.decide(decision, done);
    }
}
