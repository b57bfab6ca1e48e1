package io.raceboard.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.raceboard.desk.DeskWords;
import io.raceboard.page.Numbers;
import java.math.BigDecimal;
import java.util.Locale;

/** Something is being done with the file that may take a while. */
class WorkingStep extends ImportStep {

    private final DeskWords words;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph text = new Paragraph();
    private final Button cancel;

    WorkingStep(ImportDesk desk, DeskWords words, Pending file) {
        this.words = words;
        addClassName("intake-working");
        bar.getElement().setAttribute("aria-label", words.say("intake.working"));
        text.getElement().setAttribute("role", "status");
        cancel = new Button(words.say("desk.cancel"), click -> desk.intake().cancel(file));
        add(new FileCard(file), text, bar, cancel);
        update(file.state());
    }

    @Override
    boolean update(Pending.State state) {
        if (state.stage() != Stage.WORKING) {
            return false;
        }
        var mark = state.progress().mark();
        var phase = mark.phase().name().toLowerCase(Locale.ROOT);
        text.setText(words.words().say("intake.phase." + phase, Numbers.full(BigDecimal.valueOf(mark.rows()))));
        bar.setIndeterminate(mark.phase() == Progress.Phase.WAITING || mark.phase() == Progress.Phase.SAVING);
        bar.setValue(Math.clamp(mark.share(), 0, 1));
        cancel.setEnabled(mark.phase() != Progress.Phase.SAVING);
        return true;
    }
}
