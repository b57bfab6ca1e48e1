package io.raceboard.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.Toast;
import io.raceboard.page.Words;
import java.util.List;

/** The four-eyes rule of one topic: chosen, then saved with the version that was looked at. */
class RuleRow extends Composite<Div> {

    private final Rules rules;
    private final SignedIn signedIn;
    private final Words words;
    private final String title;
    private final Select<FourEyes> choice = new Select<>();
    private final Button save;
    private final Paragraph about = new Paragraph();
    private Rule rule;

    RuleRow(Rules rules, Rule rule, String title, SignedIn signedIn, Words words) {
        this.rules = rules;
        this.rule = rule;
        this.title = title;
        this.signedIn = signedIn;
        this.words = words;
        choice.setLabel(title);
        choice.setItems(FourEyes.values());
        choice.setItemLabelGenerator(this::say);
        save = new Button(words.say("review.settings.save"), click -> save(choice.getValue()));
        save.setAriaLabel(words.say("review.settings.save-of", title));
        choice.addValueChangeListener(change -> save.setEnabled(change.getValue() != this.rule.fourEyes()));
        about.addClassName("rule-about");
        getContent().addClassName("rule");
        getContent().add(choice, save, about);
        show(rule);
    }

    private String say(FourEyes value) {
        return words.say("review.four-eyes." + value.code());
    }

    private void show(Rule now) {
        rule = now;
        choice.setValue(now.fourEyes());
        save.setEnabled(false);
        about.setText(now.version() == 0 || now.changedAt() == null ? words.say("review.settings.never")
                : words.say("review.settings.by", now.changedBy(), When.text(now.changedAt())));
    }

    private void save(FourEyes wanted) {
        switch (rules.set(signedIn.person(), rule.topic(), wanted, rule.version())) {
            case RuleChange.Saved saved -> {
                show(saved.rule());
                Toast.show(words.say("review.settings.saved", title, say(saved.rule().fourEyes())));
            }
            case RuleChange.NotAllowed no -> Toast.show(words.say("review.obstacle." + no.obstacle().why().code(), ""));
            case RuleChange.Stale stale -> conflict(wanted, stale.now());
        }
    }

    private void conflict(FourEyes wanted, Rule now) {
        var part = new ConflictDialog.Part("rule", title, say(rule.fourEyes()), say(wanted), say(now.fourEyes()));
        new ConflictDialog(words, now.changedBy() == null ? "" : now.changedBy(), List.of(part), sides -> {
            show(now);
            if (sides.getOrDefault("rule", ConflictDialog.Side.THEIRS) == ConflictDialog.Side.MINE) {
                save(wanted);
            }
        }).open();
    }
}
