package io.raceboard.review;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.raceboard.page.Words;
import java.util.List;

/** Why somebody saves something; asked for when it is surprising. */
public class ReasonField extends TextArea {

    /** Characters at the most, as the ledger takes them. */
    public static final int MOST = 2000;

    private final Words words;

    public ReasonField(Words words) {
        super(words.say("review.reason"));
        this.words = words;
        addClassName("reason-field");
        setHelperText(words.say("review.reason.help"));
        setMaxLength(MOST);
        setMaxRows(6);
        setWidthFull();
        setManualValidation(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        addValueChangeListener(typed -> {
            if (!typed.getValue().isBlank()) {
                setInvalid(false);
            }
        });
    }

    /** Shows what is surprising and goes to the field, so that the next save carries a reason. */
    public void askFor(List<String> surprises) {
        setRequiredIndicatorVisible(true);
        setErrorMessage(words.say("review.reason.needed", String.join(" ", surprises)));
        setInvalid(true);
        focus();
    }
}
