package io.raceboard.records;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.raceboard.ledger.EventStep;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How a policy event stood, one line for each state with its date; its value is their text as in files. */
class StatusSteps extends CustomField<String> {

    private final Words words;
    private final Div lines = new Div();
    private final List<StepLine> steps = new ArrayList<>();

    private record StepLine(Div line, Select<String> status, TextField since) {

        EventStep step() {
            return new EventStep(status.getValue() == null ? "" : status.getValue(), since.getValue().strip());
        }
    }

    StatusSteps(Words words) {
        super("");
        this.words = words;
        lines.addClassName("steps");
        var more = new Button(words.say("records.step.add"), click -> {
            add(new EventStep("", "")).status().focus();
        });
        more.addThemeVariants(ButtonVariant.TERTIARY);
        add(lines, more);
    }

    private StepLine add(EventStep step) {
        var status = new Select<String>();
        status.setItems(Parts.words("status"));
        status.setItemLabelGenerator(code -> Cells.word(words, "status", code));
        status.setAriaLabel(words.say("review.part.status"));
        status.setPlaceholder(words.say("review.part.status"));
        if (Parts.words("status").contains(step.status())) {
            status.setValue(step.status());
        }
        var since = new TextField();
        since.setAriaLabel(words.say("records.step.since"));
        since.setPlaceholder(words.say("records.step.since"));
        since.setValue(step.since());
        since.setValueChangeMode(ValueChangeMode.LAZY);
        var remove = new Button(words.say("records.step.remove"));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        var line = new StepLine(new Div(status, since, remove), status, since);
        status.addValueChangeListener(change -> typed(change.isFromClient()));
        since.addValueChangeListener(change -> typed(change.isFromClient()));
        remove.addClickListener(click -> {
            steps.remove(line);
            lines.remove(line.line());
            typed(true);
        });
        steps.add(line);
        lines.add(line.line());
        return line;
    }

    private void typed(boolean byPerson) {
        if (byPerson) {
            setModelValue(generateModelValue(), true);
        }
    }

    /** The last state, which is that of today; empty where there is none. */
    static String last(String text) {
        var steps = EventStep.split(text);
        return steps.isEmpty() ? "" : steps.getLast().status();
    }

    static String shown(String text, Words words) {
        return EventStep.split(text).stream().map(s -> Cells.word(words, "status", s.status()) + " " + s.since())
                .collect(Collectors.joining("; "));
    }

    @Override
    protected String generateModelValue() {
        return Objects.requireNonNullElse(EventStep.join(steps.stream().map(StepLine::step)
                .filter(s -> !s.status().isEmpty() || !s.since().isEmpty()).toList()), "");
    }

    @Override
    protected void setPresentationValue(String text) {
        steps.clear();
        lines.removeAll();
        EventStep.split(text).forEach(this::add);
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        getElement().setEnabled(!readOnly);
    }
}
