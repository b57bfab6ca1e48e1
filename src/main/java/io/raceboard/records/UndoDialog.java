package io.raceboard.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.raceboard.history.PastChange;
import io.raceboard.history.TouchedValue;
import io.raceboard.history.Undo;
import io.raceboard.history.UndoPlan;
import io.raceboard.ledger.Act;
import io.raceboard.page.Words;
import io.raceboard.review.Submission;
import java.util.List;

/**
 * Takes a whole change back as one step. What that would do is worked out aside, for an import may have many values;
 * where somebody has changed any of it since, the difference is shown instead.
 */
final class UndoDialog {

    private static final int SHOWN = 50;

    private UndoDialog() {
    }

    static void open(FormParts parts, Undo undo, PastChange change, Words words, Runnable done) {
        var ui = UI.getCurrent();
        var wait = new Dialog();
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        wait.setHeaderTitle(words.say("records.undo.looking"));
        wait.add(bar);
        wait.getFooter().add(new Button(words.say("desk.cancel"), click -> wait.close()));
        wait.open();
        Thread.startVirtualThread(() -> {
            var plan = undo.plan(change.id()).orElseThrow();
            ui.access(() -> {
                if (wait.isOpened()) {
                    wait.close();
                    show(parts, undo, plan, words, done);
                }
            });
        });
    }

    private static void show(FormParts parts, Undo undo, UndoPlan plan, Words words, Runnable done) {
        if (!plan.isPossible()) {
            refuse(parts, plan, words);
            return;
        }
        var what = new Div(new Paragraph(words.say("records.undo.text", plan.values(), plan.records())));
        if (!plan.kept().isEmpty()) {
            what.add(new Paragraph(words.say("records.undo.kept", plan.kept().size())));
        }
        var me = parts.signedIn().person();
        var dialog = new WishDialog(words, words.say("records.undo.title", plan.change().id()), done, what);
        var renamed = plan.rename();
        if (renamed != null) {
            var topics = RecordKind.of(renamed.key().kind()).map(k -> k.topics(renamed.key().key(), renamed.now()))
                    .orElse(List.of("*"));
            dialog.only(words.say("records.undo.do"), reason -> parts.submissions().mayPublish(me, topics)
                    .<Submission>map(Submission.NotAllowed::new).orElseGet(() -> {
                        var outcome = undo.apply(plan.change().id(), me.name(), origin(plan), reason.isBlank() ? null : reason);
                        return outcome.refused() ? new Submission.Refused(outcome.faults())
                                : new Submission.Published(outcome.changeId().orElse(0), outcome);
                    }));
        } else {
            dialog.offer(parts.submissions().mayPublish(me, plan.batch()).isEmpty(), words.say("records.undo.do"),
                    (wish, reason) -> parts.submissions().submit(parts.signedIn().person(), plan.batch(),
                            Act.Kind.UNDO, origin(plan), reason, wish));
        }
        dialog.open();
    }

    private static String origin(UndoPlan plan) {
        return "desk/changes/" + plan.change().id();
    }

    /** Nothing is undone; says what stands in the way. */
    private static void refuse(FormParts parts, UndoPlan plan, Words words) {
        var dialog = new Dialog();
        dialog.addClassNames("wish-dialog", "wide-dialog");
        dialog.setHeaderTitle(words.say("records.undo.not"));
        plan.obstacle().ifPresent(why -> dialog.add(new Paragraph(words.say("records.undo.not." + why))));
        int clashes = plan.valueClashes().size() + plan.recordClashes().size();
        if (clashes > 0) {
            dialog.add(new Paragraph(words.say("records.undo.changed", clashes)));
            dialog.add(differences(parts, plan, words));
        }
        var close = new Button(words.say("records.close"), click -> dialog.close());
        close.setAutofocus(true);
        dialog.getFooter().add(close);
        dialog.open();
    }

    private static Component differences(FormParts parts, UndoPlan plan, Words words) {
        var box = new Div();
        if (!plan.valueClashes().isEmpty()) {
            var table = new RowTable<TouchedValue>(words.say("records.change.values"),
                    ChangeView.columns(parts.names(), words), sort -> { });
            table.show(plan.valueClashes().stream().limit(SHOWN).toList(), null, false);
            box.add(table);
        }
        plan.recordClashes().stream().limit(SHOWN).forEach(record -> box.add(ChangeView.record(record, words)));
        return box;
    }
}
