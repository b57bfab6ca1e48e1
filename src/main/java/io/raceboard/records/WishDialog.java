package io.raceboard.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.raceboard.desk.Toast;
import io.raceboard.page.Words;
import io.raceboard.review.ReasonField;
import io.raceboard.review.Submission;
import io.raceboard.review.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Shows what would be done, asks why, and does it or puts it before a reviewer; stays open while it cannot be done. */
class WishDialog extends Dialog {

    private final Words words;
    private final ReasonField reason;
    private final Answer answer;
    private final Runnable done;
    private final List<Button> once = new ArrayList<>();

    /** @param done after it was done, proposed or found to be so already */
    WishDialog(Words words, String title, Runnable done, Component... contents) {
        this.words = words;
        this.done = done;
        reason = new ReasonField(words);
        answer = new Answer(words, reason);
        addClassName("wish-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        add(contents);
        add(reason, answer);
        getFooter().add(new Button(words.say("desk.cancel"), click -> close()));
    }

    /** Offers the act to those who may publish, and a proposal to the others. */
    WishDialog offer(boolean mayPublish, String publish, BiFunction<Wish, String, Submission> act) {
        var ask = new Button(words.say("records.ask"), click -> end(act.apply(Wish.ASK_REVIEW, reason.getValue())));
        if (mayPublish) {
            getFooter().add(ask, primary(publish, () -> end(act.apply(Wish.PUBLISH, reason.getValue()))));
        } else {
            ask.addThemeVariants(ButtonVariant.PRIMARY);
            getFooter().add(ask);
        }
        return this;
    }

    /** Offers only to do it at once. */
    WishDialog only(String text, java.util.function.Function<String, Submission> act) {
        getFooter().add(primary(text, () -> end(act.apply(reason.getValue()))));
        return this;
    }

    private Button primary(String text, Runnable then) {
        var button = new Button(text, click -> then.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        once.add(button);
        return button;
    }

    private void end(Submission became) {
        var good = Answer.good(became, words);
        once.forEach(button -> button.setEnabled(true));
        if (good.isEmpty()) {
            answer.show(became);
        } else {
            close();
            Toast.show(good);
            done.run();
        }
    }
}
