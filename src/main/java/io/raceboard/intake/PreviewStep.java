package io.raceboard.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskWords;
import io.raceboard.ledger.Verdict.Standing;
import io.raceboard.page.Numbers;
import io.raceboard.review.Wish;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What taking the file in would come to, row by row, and the buttons that do it. */
class PreviewStep extends ImportStep {

    private static final int MOST_REASON = 2000;

    private final ImportDesk desk;
    private final DeskWords words;
    private final SignedIn signedIn;
    private final Pending file;
    private final Preview preview;
    private final Sentences sentences;
    private final TextArea reason;

    PreviewStep(ImportDesk desk, DeskWords words, SignedIn signedIn, Pending file, Runnable leave) {
        this.desk = desk;
        this.words = words;
        this.signedIn = signedIn;
        this.file = file;
        this.preview = file.state().shown().orElseThrow();
        sentences = new Sentences(words.words());
        reason = reason();
        addClassName("intake-preview");
        var problem = new Problem();
        var result = file.state().result();
        if (result != null) {
            problem.show(sentences.of(result));
            if (result.what() == Became.What.NEEDS_REASON) {
                refuseWithoutReason();
            }
        }
        add(new FileCard(file), new Paragraph(summary()), problem, tabs());
        if (preview.toWrite() > 0) {
            add(reason);
        }
        add(actions(leave));
    }

    private String summary() {
        if (preview.toWrite() == 0 && preview.isClean()) {
            return words.say("intake.summary.nothing", number(preview.size()));
        }
        if (preview.isClean()) {
            return words.say("intake.summary.clean", preview.size(), preview.toWrite());
        }
        return words.say("intake.summary.refused", preview.size(), preview.count(Standing.REFUSED),
                preview.faults().size(), preview.toWrite());
    }

    private TabSheet tabs() {
        var sheet = new TabSheet();
        sheet.addClassName("intake-tabs");
        if (preview.faults().size() > 0) {
            add(sheet, "intake.tab.faults", preview.faults().size(), () -> new FaultGrid(words, preview.faults()));
        }
        if (preview.warnings().size() > 0) {
            add(sheet, "intake.tab.warnings", preview.warnings().size(), () -> new FaultGrid(words, preview.warnings()));
        }
        for (var standing : List.of(Standing.CHANGED, Standing.NEW, Standing.UNCHANGED, Standing.REFUSED)) {
            if (preview.count(standing) > 0) {
                add(sheet, "intake.tab." + standing.name().toLowerCase(Locale.ROOT), preview.count(standing),
                        () -> new RowGrid(words, preview, standing));
            }
        }
        if (!preview.series().isEmpty()) {
            add(sheet, "intake.tab.series", preview.series().size(), () -> new Paragraph(String.join(", ",
                    preview.series().stream().map(s -> s.indicator() + "/" + s.entity() + "/" + s.estimator()).toList())));
        }
        return sheet;
    }

    private void add(TabSheet sheet, String title, int count, java.util.function.Supplier<Component> content) {
        sheet.add(new Tab(words.words().say(title, number(count))), content.get());
    }

    private TextArea reason() {
        var field = new TextArea(words.say(preview.warnings().size() > 0 ? "intake.reason.needed" : "intake.reason"));
        field.setHelperText(words.say("intake.reason.help"));
        field.setMaxLength(MOST_REASON);
        field.setRequiredIndicatorVisible(preview.warnings().size() > 0);
        field.setManualValidation(true);
        field.addClassName("intake-reason");
        return field;
    }

    private Div actions(Runnable leave) {
        var actions = new Div();
        actions.addClassName("intake-actions");
        var obstacle = desk.handover().mayPublish(signedIn.person(), preview.indicators());
        boolean publishes = obstacle.isEmpty();
        if (preview.toWrite() > 0) {
            obstacle.ifPresent(why -> actions.add(new Paragraph(sentences.of(why))));
            boolean good = !preview.isClean();
            if (publishes) {
                var all = take(words.say("intake.take.all", preview.toWrite()), false, Wish.PUBLISH);
                all.addThemeVariants(ButtonVariant.PRIMARY);
                all.setEnabled(!good);
                actions.add(all);
            }
            if (good && publishes) {
                actions.add(take(words.say("intake.take.good", preview.toWrite()), true, Wish.PUBLISH));
            }
            var ask = take(words.say(good ? "intake.take.ask-good" : "intake.take.ask"), good, Wish.ASK_REVIEW);
            if (!publishes && !good) {
                ask.addThemeVariants(ButtonVariant.PRIMARY);
            }
            actions.add(ask);
        }
        if (!preview.isClean()) {
            actions.add(new RejectLinks(words, file, preview));
        }
        actions.add(new Button(words.say("intake.back"), click -> desk.intake().back(signedIn.person(), file)),
                new Button(words.say("intake.discard"), click -> {
                    desk.intake().discard(signedIn.person(), file);
                    leave.run();
                }));
        return actions;
    }

    private Button take(String text, boolean goodRowsOnly, Wish wish) {
        return new Button(text, click -> {
            if (reason.isRequiredIndicatorVisible() && reason.getValue().isBlank()) {
                refuseWithoutReason();
                return;
            }
            desk.intake().take(signedIn.person(), file, goodRowsOnly,
                    reason.getValue().isBlank() ? null : reason.getValue().strip(), wish);
        });
    }

    private void refuseWithoutReason() {
        reason.setErrorMessage(words.say("intake.reason.missing"));
        reason.setInvalid(true);
        reason.focus();
    }

    private static String number(int count) {
        return Numbers.full(BigDecimal.valueOf(count));
    }
}
